import { existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type Connection from 'better-sqlite3';
import type { Instant } from '../../../ports.ts';
import type { DatabaseContents, Restoration } from '../../database.ts';
import { noteRestoration } from '../../sql/restoration.ts';
import { StoreError } from '../../store-error.ts';
import { sqliteConnection } from '../sqlite-connection.ts';
import { asBackupError, refuseBackup, refuseTarget } from './backup-file.ts';
import { copyInto, syncFolder } from './copy.ts';
import { openDatabase, preparePlace } from './database.ts';
import { databasePath } from './database-url.ts';
import { asStoreError } from './file-errors.ts';
import { inspect, openFile } from './inspection.ts';
import { ownMigrations } from './migrations.ts';
import { takeSoleUse } from './process-lock.ts';

/**
 * Copies the database into a new file, as of one moment while the bot runs, and checks the copy.
 * @throws StoreError if there is nothing to copy, the file exists, or it cannot be written
 */
export function backUp(url: string, target: string): DatabaseContents {
  const path = databasePath(url);
  if (!existsSync(path)) {
    const message = `There is no database ${path}, so there is nothing to back up. Check DATABASE_URL.`;
    throw new StoreError('missing', message);
  }
  refuseTarget(target, path);
  copyInto(path, resolve(target));
  return inspect(resolve(target));
}

/**
 * Checks a backup and puts it in the place of the database, which is kept beside it. Deliveries that are unsent in the
 * backup are looked up in their channels before they are posted, because they may have been posted after the backup.
 * @throws StoreError if the backup cannot be used or the bot is running; then nothing has changed
 */
export async function restore(url: string, source: string, at: Instant): Promise<Restoration> {
  const path = databasePath(url);
  const backup = resolve(source);
  refuseBackup(backup, path);
  try {
    inspect(backup);
  } catch (error) {
    throw asBackupError(error, backup);
  }
  preparePlace(path);
  const release = takeSoleUse(path);
  try {
    const arriving = arrivingPath(path);
    rmSync(arriving, { force: true });
    copyInto(backup, arriving);
    const keptAs = setAside(path, at);
    renameSync(arriving, path);
    syncFolder(path);
    await noteRestored(path, at);
    return { contents: inspect(path), keptAs };
  } catch (error) {
    throw asStoreError(error, path);
  } finally {
    release();
  }
}

/** The place of a backup beside the database, before it takes the database's place. */
export const arrivingPath = (path: string): string => `${path}.restoring`;

/** Renames the database. The latest changes may be in its write-ahead log, and are moved into it first. */
function setAside(path: string, at: Instant): string | null {
  if (!existsSync(path)) return null;
  mergeLog(path);
  const keptAs = `${path}.before-restore-${new Date(at).toISOString().replace(/[:.]/g, '-')}`;
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, keptAs + suffix);
  }
  return keptAs;
}

/** Moves the write-ahead log into the database. A damaged database keeps its log, of which something may be readable. */
function mergeLog(path: string): void {
  let connection: Connection.Database | undefined;
  try {
    connection = openFile(path);
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // The restore goes on, because it mends the damage.
  } finally {
    connection?.close();
  }
}

async function noteRestored(path: string, at: Instant): Promise<void> {
  const database = openDatabase(path, ownMigrations);
  try {
    const db = sqliteConnection(database);
    await db.atomic(() => noteRestoration(db, at))();
  } finally {
    database.$client.close();
  }
}
