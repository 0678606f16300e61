import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreError } from '../../store-error.ts';

/**
 * The absolute path that a DATABASE_URL names: `file:data/paperboy.db` (from the working folder),
 * `file:/var/lib/paperboy.db`, `file:///var/lib/paperboy.db`.
 * @throws StoreError `bad-url`
 */
export function databasePath(url: string): string {
  if (!/^file:/i.test(url)) throw badUrl(url, 'It does not start with file:');
  if (/[?#]/.test(url)) throw badUrl(url, 'It may have no ? and no #');
  const rest = url.slice('file:'.length);
  if (rest === '' || rest.endsWith('/')) throw badUrl(url, 'It names no file');
  if (rest.startsWith(':memory:')) throw badUrl(url, 'What is kept in memory would be lost at each restart');
  if (!rest.startsWith('//')) return resolve(rest);
  try {
    return fileURLToPath(url);
  } catch (cause) {
    throw badUrl(url, 'It must have the form file:///absolute/path', cause);
  }
}

/** The URL is not repeated: with another kind of database, it could hold a password. */
const badUrl = (url: string, why: string, cause?: unknown): StoreError => {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0];
  const what = scheme === undefined ? 'is no URL' : `(a ${scheme} URL) cannot be used`;
  return new StoreError('bad-url', `DATABASE_URL ${what}. ${why}. Set it to a file, such as file:data/paperboy.db.`, {
    cause,
  });
};
