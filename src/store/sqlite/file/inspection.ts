import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Connection from 'better-sqlite3';
import type { DatabaseContents, DatabaseExamination, DatabasePlace } from '../../database.ts';
import { type ContentCounts, countsQuery, type NewestPull, newestPullsQuery } from '../../sql/examination.ts';
import { damaged } from './damage.ts';
import { databasePath } from './database-url.ts';
import { asStoreError } from './file-errors.ts';
import { hasMissingMigrations, ownMigrations, refuseUnknownForm } from './migrations.ts';

/** How long a read waits while the bot writes, in milliseconds. */
const busyTimeoutMs = 5_000;

/**
 * Opens a database file that is only read. It is not opened read-only, because only a connection that may write removes
 * the write-ahead log and its index when it is the last one. Without the permission to write, SQLite opens it read-only.
 */
export function openFile(path: string): Connection.Database {
  try {
    return new Connection(path, { fileMustExist: true, timeout: busyTimeoutMs });
  } catch (error) {
    throw asStoreError(error, path);
  }
}

/** Checks a whole database file, and counts its contents. */
export const inspect = (path: string): DatabaseContents => reading(path, (connection) => contentsOf(path, connection));

/** Checks the database, if there is one, and the disk that it is on. See `Database.examine`. */
export function examine(url: string): DatabaseExamination {
  const path = databasePath(url);
  const place = examinePlace(path);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return { path, place, contents: null, isCurrent: true, pulls: [] };
  return reading(path, (connection) => ({
    path,
    place,
    contents: contentsOf(path, connection),
    isCurrent: !hasMissingMigrations(connection, ownMigrations),
    pulls: connection.prepare<[], NewestPull>(newestPullsQuery).all(),
  }));
}

function reading<Result>(path: string, read: (connection: Connection.Database) => Result): Result {
  const connection = openFile(path);
  try {
    refuseUnknownForm(connection, ownMigrations);
    return read(connection);
  } catch (error) {
    throw asStoreError(error, path);
  } finally {
    connection.close();
  }
}

function contentsOf(path: string, connection: Connection.Database): DatabaseContents {
  const [found] = connection.pragma('integrity_check(1)') as readonly { readonly integrity_check: string }[];
  if (found?.integrity_check !== 'ok') throw damaged(path, found?.integrity_check ?? 'it cannot be checked');
  return { path, bytes: statSync(path).size, ...count(connection) };
}

const count = (connection: Connection.Database): ContentCounts =>
  connection.prepare<[], ContentCounts>(countsQuery).get() as ContentCounts;

/** File systems by the type that Linux's statfs states. */
const fileSystems: ReadonlyMap<number, DatabasePlace['fileSystem']> = new Map([
  [0xef53, { name: 'ext4', keeps: true }],
  [0x58465342, { name: 'XFS', keeps: true }],
  [0x9123683e, { name: 'Btrfs', keeps: true }],
  [0x2fc12fc1, { name: 'ZFS', keeps: true }],
  [0xf2f52010, { name: 'F2FS', keeps: true }],
  [0x01021994, { name: 'tmpfs, which is memory', keeps: false }],
  [0x858458f6, { name: 'ramfs, which is memory', keeps: false }],
  [0x794c7630, { name: 'overlay, which is the layer of a container', keeps: false }],
]);

function examinePlace(path: string): DatabasePlace {
  const folder = existingFolder(dirname(path));
  const { bavail, bsize, type } = statfsSync(folder);
  const fileSystem = process.platform === 'linux' ? fileSystems.get(type >>> 0) : undefined;
  return { freeBytes: bavail * bsize, fileSystem: fileSystem ?? { name: null, keeps: true } };
}

/** The folder, or the nearest one above it that exists. */
const existingFolder = (folder: string): string =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() || dirname(folder) === folder
    ? folder
    : existingFolder(dirname(folder));
