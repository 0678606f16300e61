import { existsSync } from 'node:fs';
import Connection from 'better-sqlite3';
import { StoreError } from '../../store-error.ts';
import { databasePath } from './database-url.ts';
import { asStoreError, isBusy } from './file-errors.ts';

/**
 * Locks a database for this process, because a second bot would post everything twice. It is a lock of the operating
 * system on a file beside the database, which always ends with the process. A file with a process id would survive a
 * crash.
 * @returns a function that releases the lock
 * @throws StoreError `in-use`, `unwritable`, `full`
 */
export function takeSoleUse(path: string): () => void {
  const connection = openLock(`${path}.lock`);
  try {
    connection.pragma('journal_mode = MEMORY');
    connection.exec('begin exclusive');
  } catch (error) {
    connection.close();
    if (!isBusy(error)) throw asStoreError(error, path);
    throw inUse(path, error);
  }
  return () => void connection.close();
}

export function inUse(path: string, cause?: unknown): StoreError {
  const message = `Another Paperboy is running on ${path}. Stop it first; two of them would post everything twice.`;
  return new StoreError('in-use', message, { cause });
}

/** Whether a bot uses the database that this URL names. */
export function hasBot(url: string): boolean {
  const lock = `${databasePath(url)}.lock`;
  if (!existsSync(lock)) return false;
  const connection = openLock(lock, true);
  try {
    connection.pragma('schema_version');
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw asStoreError(error, lock);
  } finally {
    connection.close();
  }
}

function openLock(lock: string, readonly = false): Connection.Database {
  try {
    return new Connection(lock, { readonly, timeout: 0 });
  } catch (error) {
    throw asStoreError(error, lock);
  }
}
