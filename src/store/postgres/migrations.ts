import { fileURLToPath } from 'node:url';
import { movingTable } from '../half-moved.ts';
import { StoreError } from '../store-error.ts';
import { readMigrationFiles } from './drizzle.ts';
import type { PostgresClient } from './postgres-client.ts';
import { rowsOf } from './rows.ts';

/** The folder of this project's migrations. */
export const ownMigrations = fileURLToPath(new URL('../../../migrations/postgres', import.meta.url));

const ownTable = 'paperboy_migrations';

/** The number of the lock that the processes take in turn that migrate a database: “Pape” and “migr” as bytes. */
const migrationLock = '1348563045, 1835624306';

/**
 * Applies all missing migrations, or none, in the schema that the connection uses. Processes that start at once do so one
 * after another, so that each migration is applied once. A backup is not made: the host makes dumps.
 * @param folder from drizzle-kit
 * @throws StoreError `foreign-database`, `newer-database`
 */
export const applyMigrations = (client: PostgresClient, place: string, folder = ownMigrations): Promise<void> =>
  inTurn(client, () => applyMissing(client, place, folder));

/** Does something in a transaction that one process at a time makes. */
export async function inTurn(client: PostgresClient, work: () => Promise<void>): Promise<void> {
  // Each statement sees what others have committed before it, and not only before the wait for the lock.
  await client.run({ text: 'begin isolation level read committed' });
  try {
    await client.run({ text: `select pg_advisory_xact_lock(${migrationLock})` });
    await work();
    await client.run({ text: 'commit' });
  } catch (error) {
    await client.run({ text: 'rollback' }).catch(() => undefined); // A lost connection has rolled back.
    throw error;
  }
}

async function applyMissing(client: PostgresClient, place: string, folder: string): Promise<void> {
  if ((await refuseUnknownForm(client, place, folder)) === 'empty') {
    await client.run({
      text: `create table ${ownTable} (created_at bigint primary key, hash text not null, applied_at timestamptz not null default now())`,
    });
  }
  for (const { sql, hash, folderMillis } of await missingMigrations(client, folder)) {
    for (const statement of sql) await client.run({ text: inCurrentSchema(statement) });
    await client.run({
      text: `insert into ${ownTable} (created_at, hash) values ($1, $2)`,
      values: [folderMillis, hash],
    });
  }
}

/** drizzle-kit writes the name of the usual schema into references. A host may have chosen another one. */
const inCurrentSchema = (statement: string): string => statement.replaceAll('"public".', '');

/**
 * Refuses a database that this Paperboy cannot use, without changing it.
 * @returns whether the database has Paperboy's tables, only a part of its data, or nothing in it yet
 * @throws StoreError `foreign-database`, `newer-database`
 */
export async function refuseUnknownForm(
  client: PostgresClient,
  place: string,
  folder = ownMigrations,
): Promise<'ours' | 'half-moved' | 'empty'> {
  const tables = await tablesOf(client);
  if (tables.length === 0) return 'empty';
  if (!tables.includes(ownTable)) throw foreign(place);
  const known = new Set(readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis }) => folderMillis));
  if (!(await appliedMigrations(client)).isSubsetOf(known)) throw newer(place);
  return tables.includes(movingTable) ? 'half-moved' : 'ours';
}

/** Whether the folder has migrations that this database lacks. */
export const hasMissingMigrations = async (client: PostgresClient, folder = ownMigrations): Promise<boolean> =>
  (await missingMigrations(client, folder)).length > 0;

async function missingMigrations(client: PostgresClient, folder: string) {
  const applied = await appliedMigrations(client);
  return readMigrationFiles({ migrationsFolder: folder }).filter(({ folderMillis }) => !applied.has(folderMillis));
}

async function appliedMigrations(client: PostgresClient): Promise<ReadonlySet<number>> {
  const rows = await rowsOf<{ readonly at: number }>(client, `select created_at as at from ${ownTable}`);
  return new Set(rows.map(({ at }) => at));
}

/** The tables of the schema that the connection uses, without those of extensions. */
export async function tablesOf(client: PostgresClient): Promise<readonly string[]> {
  const rows = await rowsOf<{ readonly name: string }>(
    client,
    `select relname as name from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
       and not exists (
         select 1 from pg_depend
         where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')`,
  );
  return rows.map(({ name }) => name);
}

const foreign = (place: string): StoreError =>
  new StoreError(
    'foreign-database',
    `${place} has tables of another program. Set DATABASE_URL to a database that no other program uses; ` +
      'createdb --owner=USER DATABASE makes one.',
  );

const newer = (place: string): StoreError =>
  new StoreError(
    'newer-database',
    `${place} was last used by a newer Paperboy, which changed its schema. Run that version, or restore a dump made ` +
      'before it: pg_restore --clean --if-exists --dbname="$DATABASE_URL" FILE',
  );
