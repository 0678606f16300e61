import { StoreError } from './store-error.ts';

/** Databases that Paperboy cannot use yet, by the scheme of their URL. */
const plannedDatabases: ReadonlyMap<string, string> = new Map([
  ['postgres', 'PostgreSQL'],
  ['postgresql', 'PostgreSQL'],
]);

/** The scheme of a URL in lower case, such as `file`; null if the text is not a URL. */
export const schemeOf = (url: string): string | null => /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? null;

/** The error for a DATABASE_URL whose scheme no database of Paperboy has. */
export function unsupportedUrl(url: string): StoreError {
  const planned = plannedDatabases.get(schemeOf(url) ?? '');
  return badUrl(url, planned === undefined ? 'It does not begin with file:' : `${planned} is not supported yet`);
}

/** The error for an unusable DATABASE_URL. Its message leaves out the URL, which could hold a password. */
export function badUrl(url: string, why: string, cause?: unknown): StoreError {
  const scheme = schemeOf(url);
  const what = scheme === null ? 'is not a URL' : `(a ${scheme}: URL) cannot be used`;
  const message = `DATABASE_URL ${what}. ${why}. Set it to a file, such as file:data/paperboy.db.`;
  return new StoreError('bad-url', message, { cause });
}
