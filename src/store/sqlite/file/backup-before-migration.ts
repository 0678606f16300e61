import { rmSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database as Connection } from 'better-sqlite3';
import type { Instant } from '../../../ports.ts';
import { StoreError } from '../../store-error.ts';
import { copyInto } from './copy.ts';
import { inspect } from './inspection.ts';
import { backupPath, keptBackups } from './kept-backups.ts';
import { hasMissingMigrations, isNew, refuseUnknownForm } from './migrations.ts';

/** How many backups from before migrations are kept, the newest ones. */
const keptAtMost = 3;

export interface Migration {
  /** The version of Paperboy that migrates the database. */
  readonly version: string;
  readonly at: Instant;
  /** The folder of migrations from drizzle-kit. */
  readonly folder: string;
  /** The free bytes of the disk that a folder is on. */
  readonly freeBytesOf?: (folder: string) => number;
}

const freeBytesOnDisk = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/**
 * Copies a database that lacks migrations into a file beside it, and checks the copy, so that the host can go back to the
 * version before. A new database is not copied.
 * @returns the path of the backup; null if none was needed
 * @throws StoreError if there can be no backup; then the database must not be migrated
 */
export function backUpBeforeMigration(connection: Connection, migration: Migration): string | null {
  const { version, at, folder, freeBytesOf = freeBytesOnDisk } = migration;
  if (isNew(connection)) return null;
  refuseUnknownForm(connection, folder);
  if (!hasMissingMigrations(connection, folder)) return null;
  const path = connection.name;
  const target = backupPath(path, version, at);
  try {
    refuseTooLittleSpace(connection, freeBytesOf(dirname(path)));
    copyInto(path, target);
    inspect(target);
  } catch (error) {
    throw asBackupFailure(error, target, version);
  }
  for (const old of keptBackups(path).slice(keptAtMost)) rmSync(old, { force: true });
  return target;
}

/** Refuses before a large copy fills the disk, which the other programs of the machine need as well. */
function refuseTooLittleSpace(connection: Connection, freeBytes: number): void {
  const bytes = ['page_count', 'page_size']
    .map((name) => Number(connection.pragma(name, { simple: true })))
    .reduce((one, other) => one * other);
  const missing = bytes - freeBytes;
  if (missing > 0) throw new StoreError('full', `${Math.ceil(missing / 1_000_000)} MB are missing.`);
}

/** Says that the update waits for the backup. Other errors than those of the place are about the database itself. */
function asBackupFailure(error: unknown, target: string, version: string): unknown {
  if (!(error instanceof StoreError) || (error.code !== 'full' && error.code !== 'unwritable')) return error;
  const why = error.code === 'full' ? 'The disk is full' : 'Its folder cannot be written';
  const step = error.code === 'full' ? 'Free some space on it' : "Allow Paperboy's user to write to it";
  return new StoreError(
    error.code,
    `${why}: there is no place for ${target}, the backup that Paperboy ${version} makes before it updates the database. ` +
      `The database has not changed. ${step}, then start Paperboy again.`,
    { cause: error },
  );
}
