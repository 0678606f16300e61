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

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
 * What the file system and SQLite say of a place that is to be written, in words; what they say of anything else stays
 * as it is.
 * @param elsewhere how another place is chosen
 */
export function asPlaceError(error: unknown, path: string, elsewhere = 'name another file'): unknown {
  const code = codeOf(error);
  if (fullCodes.has(code)) {
    const message = `The disk is full: there is no room for ${path} (${code}). Free some space on it, then try again.`;
    return new StoreError('full', message, { cause: error });
  }
  if (!unwritableCodes.has(code)) return error;
  const message = `${path} cannot be opened or written (${code}). Give Paperboy's user the right to write to it and its folder, or ${elsewhere}.`;
  return new StoreError('unwritable', message, { cause: error });
}

/** What the file system and SQLite say of a database, in words; whatever they say beyond that stays as it is. */
export function asStoreError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (error instanceof StoreError) return error;
  if (code.startsWith('SQLITE_CORRUPT')) return damaged(path, code, error);
  if (code === 'SQLITE_NOTADB') {
    const message = `${path} is not a SQLite database, or is damaged (${code}). Restore a backup, or set DATABASE_URL to another file.`;
    return new StoreError('not-a-database', message, { cause: error });
  }
  if (code.startsWith('SQLITE_BUSY')) {
    const message = `The database ${path} is in use by another program. Stop it, then start Paperboy again.`;
    return new StoreError('busy', message, { cause: error });
  }
  return asPlaceError(error, path, 'set DATABASE_URL to a place where it has that right');
}
