import { fileURLToPath } from 'node:url';
import type { Database as Connection } from 'better-sqlite3';
import { halfMoved, movingTable } from '../../half-moved.ts';
import { StoreError } from '../../store-error.ts';
import { readMigrationFiles } from '../drizzle.ts';
import { keptBackups } from './kept-backups.ts';

/** The folder of this project's migrations. */
export const ownMigrations = fileURLToPath(new URL('../../../../migrations/sqlite', import.meta.url));

const ownTable = '__drizzle_migrations';

/**
 * Applies all missing migrations, or none.
 *
 * Drizzle's own `migrate` looks for missing migrations before its transaction starts, so that two processes that start
 * at once both apply them. It also leaves foreign keys on, so that rebuilding a table, which SQLite needs for most
 * changes, would fail or cascade. The files and the table of applied migrations are drizzle's.
 * @param folder from drizzle-kit
 * @throws StoreError `foreign-database`, `newer-database`
 */
export function applyMigrations(connection: Connection, folder: string): void {
  const known = readMigrationFiles({ migrationsFolder: folder });
  connection.pragma('foreign_keys = OFF');
  connection
    .transaction(() => {
      refuseForeignDatabase(connection);
      connection.exec(
        `create table if not exists ${ownTable} (id integer primary key, hash text not null, created_at numeric)`,
      );
      const applied = appliedMigrations(connection);
      refuseNewerDatabase(connection, applied, new Set(known.map(({ folderMillis }) => folderMillis)));
      const note = connection.prepare(`insert into ${ownTable} (hash, created_at) values (?, ?)`);
      for (const migration of known.filter(({ folderMillis }) => !applied.has(folderMillis))) {
        for (const statement of migration.sql) connection.exec(statement);
        note.run(migration.hash, migration.folderMillis);
        refuseBrokenReferences(connection);
      }
    })
    .immediate();
  connection.pragma('foreign_keys = ON');
}

/**
 * Refuses a database that this Paperboy cannot use, without changing it.
 * @throws StoreError `missing`, `foreign-database`, `newer-database`, `half-moved`
 */
export function refuseUnknownForm(connection: Connection, folder: string): void {
  if (tablesOf(connection).length === 0)
    throw new StoreError('missing', `The database ${connection.name} is empty. Check DATABASE_URL.`);
  refuseOthers(connection, folder);
  refuseHalfMoved(connection);
}

/**
 * Refuses the database of another program, or of a newer Paperboy.
 * @throws StoreError `foreign-database`, `newer-database`
 */
export function refuseOthers(connection: Connection, folder: string): void {
  refuseForeignDatabase(connection);
  const known = readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis }) => folderMillis);
  refuseNewerDatabase(connection, appliedMigrations(connection), new Set(known));
}

/** Whether the folder has migrations that this database lacks. */
export function hasMissingMigrations(connection: Connection, folder: string): boolean {
  const applied = appliedMigrations(connection);
  return readMigrationFiles({ migrationsFolder: folder }).some(({ folderMillis }) => !applied.has(folderMillis));
}

/** Whether the database has nothing in it yet. */
export const isNew = (connection: Connection): boolean => tablesOf(connection).length === 0;

/** @throws StoreError `half-moved` */
export function refuseHalfMoved(connection: Connection): void {
  if (tablesOf(connection).includes(movingTable)) throw halfMoved(connection.name);
}

/** The names of everything that the database has. */
export const tablesOf = (connection: Connection): readonly string[] =>
  connection.prepare<[], string>('select name from sqlite_schema').pluck().all();

const appliedMigrations = (connection: Connection): ReadonlySet<number> =>
  new Set(connection.prepare<[], number>(`select created_at from ${ownTable}`).pluck().all());

/**
 * Refuses a database that has tables, and none of ours.
 * @throws StoreError `foreign-database`
 */
export function refuseForeignDatabase(connection: Connection): void {
  const names = tablesOf(connection);
  if (names.length === 0 || names.includes(ownTable)) return;
  throw new StoreError(
    'foreign-database',
    `${connection.name} is a database of another program. Set DATABASE_URL to a file that no other program uses.`,
  );
}

function refuseNewerDatabase(connection: Connection, applied: ReadonlySet<number>, known: ReadonlySet<number>): void {
  if (applied.isSubsetOf(known)) return;
  const [backup = 'FILE'] = keptBackups(connection.name);
  throw new StoreError(
    'newer-database',
    `${connection.name} was last used by a newer Paperboy, which changed its schema. ` +
      `Run that version, or restore a backup made before it: npm run paperboy -- restore ${backup}`,
  );
}

/** With foreign keys off, a migration could leave broken references. The error rolls it back. */
function refuseBrokenReferences(connection: Connection): void {
  const broken = connection.pragma('foreign_key_check') as readonly unknown[];
  if (broken.length > 0) throw new Error(`A migration left ${broken.length} rows with broken references.`);
}
