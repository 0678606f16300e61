import type { PostgresClient } from '../../../src/store/postgres/postgres-client.ts';
import { rowsOf } from '../../../src/store/postgres/rows.ts';

/** From this many rows on, a table is truncated, which then takes less time than deleting them. */
const manyRows = 200;

interface FilledTable {
  readonly name: string;
  readonly hasMany: number;
}

/** The query for the tables that have rows, of each database. */
const queries = new WeakMap<PostgresClient, string>();

/**
 * Makes a database as it was after its migrations. It visits the tables that have rows, and checks no references, because
 * truncating all fifty takes twenty times as long.
 */
export async function emptyTables(client: PostgresClient): Promise<void> {
  const query = queries.get(client) ?? (await queryForFilled(client));
  queries.set(client, query);
  const filled = await rowsOf<FilledTable>(client, query);
  await client.run({ text: 'begin' });
  await client.run({ text: `set local session_replication_role = 'replica'` });
  for (const { name, hasMany } of filled)
    await client.run({ text: hasMany === 1 ? `truncate ${name} cascade` : `delete from ${name}` });
  await client.run({
    text: `
      select setval(seqrelid::regclass, seqstart, false) from pg_sequence join pg_class on pg_class.oid = seqrelid
      where relnamespace = current_schema()::regnamespace and pg_sequence_last_value(seqrelid) is not null`,
  });
  await client.run({ text: 'commit' });
}

async function queryForFilled(client: PostgresClient): Promise<string> {
  const tables = await rowsOf<Pick<FilledTable, 'name'>>(
    client,
    `select oid::regclass::text as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname <> 'paperboy_migrations'`,
  );
  const ofTable = ({ name }: Pick<FilledTable, 'name'>): string =>
    `select '${name}' as name, exists (select 1 from ${name} offset ${manyRows}) as "hasMany"
    where exists (select 1 from ${name})`;
  return tables.map(ofTable).join(' union all ');
}
