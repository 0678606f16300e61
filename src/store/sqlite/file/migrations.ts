import type { Database as Connection } from 'better-sqlite3';
import { StoreError } from '../../store-error.ts';
import { readMigrationFiles } from '../drizzle.ts';

const ownTable = '__drizzle_migrations';

/**
 * Brings the database up to the schema of this Paperboy: all that is missing, or nothing.
 *
 * Drizzle's own `migrate` reads what is missing before its transaction starts, so that two starts at once both apply
 * it; and it leaves foreign keys on, so that rebuilding a table, as SQLite needs for most changes, would fail or
 * cascade. The files, and the table in which they are noted, are drizzle's.
 * @param folder as drizzle-kit makes it
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
 * @throws StoreError `foreign-database`, `newer-database`
 */
export function refuseUnknownForm(connection: Connection, folder: string): void {
  refuseForeignDatabase(connection);
  const known = readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis }) => folderMillis);
  refuseNewerDatabase(connection, appliedMigrations(connection), new Set(known));
}

const appliedMigrations = (connection: Connection): ReadonlySet<number> =>
  new Set(connection.prepare<[], number>(`select created_at from ${ownTable}`).pluck().all());

function refuseForeignDatabase(connection: Connection): void {
  const names = connection.prepare<[], string>('select name from sqlite_schema').pluck().all();
  if (names.length === 0 || names.includes(ownTable)) return;
  throw new StoreError(
    'foreign-database',
    `${connection.name} is a database of another program. Set DATABASE_URL to a file of Paperboy's own.`,
  );
}

function refuseNewerDatabase(connection: Connection, applied: ReadonlySet<number>, known: ReadonlySet<number>): void {
  if (applied.isSubsetOf(known)) return;
  throw new StoreError(
    'newer-database',
    `${connection.name} was last used by a newer Paperboy, which changed its form. ` +
      'Run that version, or restore a backup made before it.',
  );
}

/** With foreign keys off, a migration could leave rows that point nowhere; then nothing of it is kept. */
function refuseBrokenReferences(connection: Connection): void {
  const broken = connection.pragma('foreign_key_check') as readonly unknown[];
  if (broken.length > 0) throw new Error(`A migration left ${broken.length} rows without what they refer to.`);
}
