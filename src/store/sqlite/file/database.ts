import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Connection from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { makeFolder } from '../../../folder.ts';
import type { Instant } from '../../../ports.ts';
import { version } from '../../../version.ts';
import { StoreError } from '../../store-error.ts';
import { drizzle } from '../drizzle.ts';
import { backUpBeforeMigration, type Migration } from './backup-before-migration.ts';
import { refuseDamaged } from './damage.ts';
import { asStoreError } from './file-errors.ts';
import { compileLate } from './late-statements.ts';
import { applyMigrations, refuseForeignDatabase, refuseHalfMoved } from './migrations.ts';

/** One connection: drizzle's view of it, and as `$client` the driver's own. */
export type Database = BetterSQLite3Database & { readonly $client: Connection.Database };

/** How long opening waits while another process writes, such as a second command, in milliseconds. */
export const busyTimeoutMs = 5_000;
/** The size of the page cache, in KiB. Four times as much gains nothing: the system caches the rest. */
const pageCacheKib = 2_048;
/** The size to which the write-ahead log shrinks after a large listing, in bytes. */
const journalBytes = 8_388_608;

export interface OpeningOptions extends Pick<Migration, 'freeBytesOf'> {
  /** Whether it is checked for damage first. */
  readonly isChecked?: boolean;
  /** Whether everything is moved to it. Then nobody needs a backup of it. */
  readonly isTarget?: boolean;
  /** The time, in the name of a backup. */
  readonly at?: Instant;
  /** Is called with the path of the backup, if one was made before the migration. */
  readonly onBackup?: (path: string) => void;
}

/**
 * Opens the database, creates it if it is missing, and migrates it. A database that lacks migrations is backed up first.
 * @param path absolute
 * @throws StoreError `unwritable`, `full`, `not-a-database`, `damaged`, `foreign-database`, `newer-database`, `half-moved`,
 *   `not-durable`
 */
export function openDatabase(
  path: string,
  migrationsFolder: string,
  { isChecked = false, isTarget = false, at = Date.now(), onBackup, ...place }: OpeningOptions = {},
): Database {
  const connection = connect(path);
  try {
    refuseForeignDatabase(connection); // Before the next step, which changes the file.
    if (!isTarget) refuseHalfMoved(connection);
    makeDurable(connection);
    if (isChecked) refuseDamaged(connection);
    const migration = { ...place, version, at, folder: migrationsFolder };
    const backup = isTarget ? null : backUpBeforeMigration(connection, migration);
    applyMigrations(connection, migrationsFolder);
    if (backup !== null) onBackup?.(backup);
    assertDurable(connection);
    compileLate(connection);
    return drizzle(connection);
  } catch (error) {
    connection.close();
    throw asStoreError(error, path);
  }
}

/**
 * Opens a second, read-only connection to a database that is already open.
 * @throws StoreError as `openDatabase` does
 */
export function openForReading(path: string): Database {
  try {
    const connection = new Connection(path, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs });
    connection.pragma(`cache_size = -${pageCacheKib}`);
    compileLate(connection);
    return drizzle(connection);
  } catch (error) {
    throw asStoreError(error, path);
  }
}

/**
 * Refuses a place without a database, for callers that only read.
 * @throws StoreError `missing`
 */
export function refuseMissing(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size !== undefined && size > 0) return;
  const what = size === undefined ? `There is no database ${path}.` : `The database ${path} is empty.`;
  const step = 'If papers were never fetched, do that first: npm run paperboy -- pull';
  throw new StoreError('missing', `${what} Check DATABASE_URL. ${step}`);
}

/**
 * Creates the folder of a database if it is missing.
 * @throws StoreError `unwritable`, `full`, `not-durable`
 */
export function preparePlace(path: string): void {
  try {
    makeFolder(dirname(path));
    refuseNetworkDrive(path);
  } catch (error) {
    throw asStoreError(error, path);
  }
}

function connect(path: string): Connection.Database {
  preparePlace(path);
  try {
    return new Connection(path, { timeout: busyTimeoutMs });
  } catch (error) {
    throw asStoreError(error, path);
  }
}

/** SQLite relies on locks and shared memory that do not work over a network, so that databases get damaged. */
function refuseNetworkDrive(path: string): void {
  if (process.platform !== 'linux' || !isNetworkFileSystem(statfsSync(dirname(path)).type)) return;
  throw new StoreError(
    'not-durable',
    `${path} is on a network drive, where SQLite loses data. Set DATABASE_URL to a file on a local disk.`,
  );
}

// NFS, SMB, CIFS, SMB2, AFS, Ceph.
const networkFileSystems = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400]);

/**
 * @param type the file system type from Linux's statfs, which is signed on some machines
 * @internal
 */
export const isNetworkFileSystem = (type: number): boolean => networkFileSystems.has(type >>> 0);

function makeDurable(connection: Connection.Database): void {
  const mode = connection.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal') {
    throw new StoreError(
      'not-durable',
      `${connection.name} cannot have a write-ahead log (SQLite answers ${String(mode)}), perhaps because it is on a ` +
        'network drive. Set DATABASE_URL to a file on a local disk.',
    );
  }
  connection.pragma('synchronous = FULL');
  connection.pragma(`cache_size = -${pageCacheKib}`);
  connection.pragma(`journal_size_limit = ${journalBytes}`);
}

/**
 * Checks `synchronous` after a write: with a write-ahead log, this driver's SQLite lowers it to NORMAL at the first
 * write by default, and NORMAL loses commits in a power cut.
 */
function assertDurable(connection: Connection.Database): void {
  connection.pragma(`user_version = ${Number(connection.pragma('user_version', { simple: true }))}`);
  const synchronous = connection.pragma('synchronous', { simple: true });
  const foreignKeys = connection.pragma('foreign_keys', { simple: true });
  if (synchronous === 2 && foreignKeys === 1) return;
  throw new StoreError(
    'not-durable',
    `SQLite would not keep ${connection.name} safe (synchronous=${String(synchronous)}, ` +
      `foreign_keys=${String(foreignKeys)}). Reinstall Paperboy's packages with npm ci.`,
  );
}
