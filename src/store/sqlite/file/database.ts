import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Connection from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { makeFolder } from '../../../folder.ts';
import { StoreError } from '../../store-error.ts';
import { drizzle } from '../drizzle.ts';
import { refuseDamaged } from './damage.ts';
import { asStoreError } from './file-errors.ts';
import { applyMigrations } from './migrations.ts';

/** One connection: drizzle's view of it, and as `$client` the driver's own. */
export type Database = BetterSQLite3Database & { readonly $client: Connection.Database };

/** How long a verb waits for another process that writes (a backup, a second command), in milliseconds. */
const busyTimeoutMs = 5_000;
/** Pages are kept in memory up to this many KiB. The system's own cache holds the rest: four times as many gain nothing. */
const pageCacheKib = 2_048;
/** The write-ahead log shrinks to this after it grew with a large listing, in bytes. */
const journalBytes = 8_388_608;

/**
 * Opens the database, makes it first where there is none, and brings it up to date.
 * @param path absolute
 * @param isLookedThrough whether it is searched for damage first
 * @throws StoreError `unwritable`, `full`, `not-a-database`, `damaged`, `foreign-database`, `newer-database`, `not-durable`
 */
export function openDatabase(path: string, migrationsFolder: string, isLookedThrough = false): Database {
  const connection = connect(path);
  try {
    makeDurable(connection);
    if (isLookedThrough) refuseDamaged(connection);
    applyMigrations(connection, migrationsFolder);
    assertDurable(connection);
    return drizzle(connection);
  } catch (error) {
    connection.close();
    throw asStoreError(error, path);
  }
}

/**
 * Opens a second connection to a database that is open already, for reading only.
 * @throws StoreError as `openDatabase` does
 */
export function openForReading(path: string): Database {
  try {
    const connection = new Connection(path, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs });
    connection.pragma(`cache_size = -${pageCacheKib}`);
    return drizzle(connection);
  } catch (error) {
    throw asStoreError(error, path);
  }
}

/**
 * Makes the folder of a database where it is missing.
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

/** Over a network, the locks and the shared memory that SQLite relies on do not hold, and databases get damaged. */
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
 * @param type as Linux's statfs gives it, signed on some machines
 * @internal
 */
export const isNetworkFileSystem = (type: number): boolean => networkFileSystems.has(type >>> 0);

function makeDurable(connection: Connection.Database): void {
  const mode = connection.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal') {
    throw new StoreError(
      'not-durable',
      `${connection.name} cannot have a write-ahead log (SQLite says ${String(mode)}), perhaps because it is on a ` +
        'network drive. Set DATABASE_URL to a file on a local disk.',
    );
  }
  connection.pragma('synchronous = FULL');
  connection.pragma(`cache_size = -${pageCacheKib}`);
  connection.pragma(`journal_size_limit = ${journalBytes}`);
}

/**
 * In a write-ahead log, this driver's SQLite lowers `synchronous` to NORMAL with the first write unless told
 * otherwise, and NORMAL forgets commits in a power cut. So it is looked at after a write.
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
