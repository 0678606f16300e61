import { StoreError } from '../../store-error.ts';
import { damaged } from './damage.ts';

const fullCodes = new Set(['EDQUOT', 'ENOSPC', 'SQLITE_FULL']);
const unwritableCodes = new Set([
  'EACCES',
  'EEXIST',
  'EISDIR',
  'ENOENT',
  'ENOTDIR',
  'EPERM',
  'EROFS',
  'SQLITE_CANTOPEN',
  'SQLITE_CANTOPEN_ISDIR',
  'SQLITE_PERM',
  'SQLITE_READONLY',
  'SQLITE_READONLY_DBMOVED',
  'SQLITE_READONLY_DIRECTORY',
]);

/** Whether another program held a lock on the database for too long. */
export const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY');

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
 * Turns errors of opening or writing a file into store errors. Other errors stay as they are.
 * @param elsewhere how the host can choose another file
 */
export function asPlaceError(error: unknown, path: string, elsewhere = 'name another file'): unknown {
  const code = codeOf(error);
  if (fullCodes.has(code)) {
    const message = `The disk is full: there is no space for ${path} (${code}). Free some space on it, then try again.`;
    return new StoreError('full', message, { cause: error });
  }
  if (!unwritableCodes.has(code)) return error;
  const message = `${path} cannot be opened or written (${code}). Allow Paperboy's user to write to it and its folder, or ${elsewhere}.`;
  return new StoreError('unwritable', message, { cause: error });
}

/** Turns errors of the file system and SQLite into store errors. Other errors stay as they are. */
export function asStoreError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (error instanceof StoreError) return error;
  if (code.startsWith('SQLITE_CORRUPT')) return damaged(path, code, error);
  if (code === 'SQLITE_NOTADB') {
    const message = `${path} is not a SQLite database, or is damaged (${code}). Restore a backup, or set DATABASE_URL to another file.`;
    return new StoreError('not-a-database', message, { cause: error });
  }
  if (isBusy(error)) {
    const message = `The database ${path} is in use by another program. Stop it, then start Paperboy again.`;
    return new StoreError('busy', message, { cause: error });
  }
  return asPlaceError(error, path, 'set DATABASE_URL to a file that it may write');
}
