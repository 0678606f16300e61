import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { badUrl, schemeOf, unsupportedUrl } from '../../database-url.ts';

/**
 * The absolute path that a DATABASE_URL names: `file:data/paperboy.db` (from the working folder),
 * `file:/var/lib/paperboy.db`, `file:///var/lib/paperboy.db`.
 * @throws StoreError `bad-url`
 */
export function databasePath(url: string): string {
  if (schemeOf(url) !== 'file') throw unsupportedUrl(url);
  if (/[?#]/.test(url)) throw badUrl(url, 'It must not contain ? or #');
  const rest = url.slice('file:'.length);
  if (rest === '' || rest.endsWith('/')) throw badUrl(url, 'It does not name a file');
  if (rest.startsWith(':memory:')) throw badUrl(url, 'A database in memory would be lost at each restart');
  if (!rest.startsWith('//')) return resolve(rest);
  try {
    return fileURLToPath(url);
  } catch (cause) {
    throw badUrl(url, 'It must have the form file:///absolute/path', cause);
  }
}
