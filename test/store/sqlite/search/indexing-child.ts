/**
 * A process that kills itself, for `search-index.test.ts`. `node indexing-child.ts <database>` opens the store, indexes
 * some papers, prints how far it is, and ends at once without closing anything.
 */
import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../../../src/store/sqlite/sqlite-store.ts';

const store = await openSqliteStore({ url: `file:${process.argv[2]}`, isBot: true });
await store.indexSome();
const indexing = await store.indexSome();
void store.indexSome();
writeSync(1, JSON.stringify(indexing));
process.kill(process.pid, 'SIGKILL');
