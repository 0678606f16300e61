import type { Instant } from '../ports.ts';
import type { Database, DatabaseContents, OpenOptions, Restoration } from './database.ts';
import { sqliteDatabase } from './sqlite/sqlite-database.ts';
import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';

/** The registry of databases, by the scheme of their URL. */
const databases: Readonly<Record<string, Database>> = { file: sqliteDatabase };

/** Opens the store that DATABASE_URL names. See `Database.open`. */
export const openStore = async (options: OpenOptions): Promise<Store> => await databaseOf(options.url).open(options);

/** See `Database.backUp`. */
export const backUp = (url: string, target: string): DatabaseContents => databaseOf(url).backUp(url, target);

/** See `Database.restore`. */
export const restore = (url: string, source: string, at: Instant): Restoration =>
  databaseOf(url).restore(url, source, at);

/** See `Database.hasBot`. */
export const hasBot = (url: string): boolean => databaseOf(url).hasBot(url);

/** @throws StoreError `bad-url` for a scheme that the registry does not have */
function databaseOf(url: string): Database {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  const database = scheme === undefined ? undefined : databases[scheme];
  if (database !== undefined) return database;
  // The URL is not repeated: it could hold a password.
  const what = scheme === undefined ? 'is no URL' : `(a ${scheme}: URL) cannot be used`;
  const next = 'It does not start with file:. Set it to a file, such as file:data/paperboy.db.';
  throw new StoreError('bad-url', `DATABASE_URL ${what}. ${next}`);
}
