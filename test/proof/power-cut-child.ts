/**
 * A process that writes, run under strace. `node power-cut-child.ts <database> <commits> <FULL|NORMAL>` records
 * listings with the product's store and prints each acknowledgement. It closes nothing at its end, like a power cut.
 */
import { writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../src/store/sqlite/file/database.ts';
import { storeOf } from '../../src/store/sqlite/sqlite-store.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { scene } from './scene.ts';

const [path = '', commits = '', synchronous = ''] = process.argv.slice(2);
const database = openDatabase(path, fileURLToPath(new URL('../../migrations/sqlite', import.meta.url)));
// The product itself sets FULL.
if (synchronous === 'NORMAL') database.$client.pragma('synchronous = NORMAL');
const store = storeOf(database);

for (let number = 1; number <= Number(commits); number++) {
  const paper = inventPaper({ id: `2606.${String(number).padStart(5, '0')}` });
  const entries = [{ paper, announceType: 'new' as const }];
  const listing = { source: 'arxiv' as const, date: scene.date, entries, skipped: [], etags: {}, isPartial: false };
  await store.recordListing(listing, scene.start);
  writeSync(1, `acknowledged ${number}\n`);
}
process.kill(process.pid, 'SIGKILL');
