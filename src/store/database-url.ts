import { StoreError } from './store-error.ts';

/** The scheme of a URL in lower case, such as `file`; null if the text is not a URL. */
export const schemeOf = (url: string): string | null => /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? null;

/** Whether several processes may use the database at the same time. A file has one. */
export const isShared = (url: string): boolean => schemeOf(url) !== 'file';

/** The error for a DATABASE_URL whose scheme no database of Paperboy has. */
export const unsupportedUrl = (url: string): StoreError => badUrl(url, 'It begins with neither file: nor postgres:');

/** The error for an unusable DATABASE_URL. Its message leaves out the URL, which could hold a password. */
export function badUrl(url: string, why: string, cause?: unknown): StoreError {
  const scheme = schemeOf(url);
  const what = scheme === null ? 'is not a URL' : `(a ${scheme}: URL) cannot be used`;
  const step =
    'Set it to a file, such as file:data/paperboy.db, or to a database of PostgreSQL, such as ' +
    'postgres://user:password@localhost/paperboy.';
  return new StoreError('bad-url', `DATABASE_URL ${what}. ${why}. ${step}`, { cause });
}
