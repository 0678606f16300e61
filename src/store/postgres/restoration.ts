import type { Instant } from '../../ports.ts';
import { noteRestoration } from '../sql/restoration.ts';
import { inTurn, tablesOf } from './migrations.ts';
import type { PostgresClient } from './postgres-client.ts';
import { postgresConnection } from './postgres-connection.ts';
import { rowsOf } from './rows.ts';

/** The table of PostgreSQL alone that has one row: the number of the transaction that wrote it. */
const table = 'paperboy_origin';

/** Whether the row is as it was first written, and not as a dump brought it; null if there is no row. */
async function isOriginal(client: PostgresClient): Promise<boolean | null> {
  if (!(await tablesOf(client)).includes(table)) return null;
  const [origin] = await rowsOf<{ readonly isOriginal: number }>(
    client,
    `select written_in = xmin::text::bigint as "isOriginal" from ${table}`,
  );
  return origin === undefined ? null : origin.isOriginal === 1;
}

/** Whether a dump was loaded into the database since it was last opened. */
export const isRestored = async (client: PostgresClient): Promise<boolean> => (await isOriginal(client)) === false;

/**
 * Notices that a dump was loaded into the database since it was last opened, because another transaction wrote the row then.
 * PostgreSQL's own programs load dumps, and tell nobody.
 */
export async function noticeRestoration(client: PostgresClient, at: Instant): Promise<void> {
  await inTurn(client, async () => {
    const known = await isOriginal(client);
    if (known === true) return;
    if (known === false) await noteRestoration(postgresConnection(client), at);
    await client.run({ text: `create table if not exists ${table} (written_in bigint not null)` });
    await client.run({ text: `delete from ${table}` });
    // Rows know the lower 32 bits of the number.
    await client.run({ text: `insert into ${table} values (pg_current_xact_id()::text::bigint % 4294967296)` });
  });
}
