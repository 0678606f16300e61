import type { Database, DatabaseExamination, OpenOptions } from './database.ts';
import { schemeOf, unsupportedUrl } from './database-url.ts';
import { sqliteDatabase } from './sqlite/sqlite-database.ts';
import type { Store } from './store.ts';

/** The registry of databases, by the scheme of their URL. */
const databases: ReadonlyMap<string, Database> = new Map([['file', sqliteDatabase]]);

/** Opens the store that DATABASE_URL names. See `Database.open`. */
export const openStore = async (options: OpenOptions): Promise<Store> => await databaseOf(options.url).open(options);

/** See `Database.backUp`. */
export const backUp: Database['backUp'] = async (url, ...rest) => await databaseOf(url).backUp(url, ...rest);

/** See `Database.restore`. */
export const restore: Database['restore'] = async (url, ...rest) => await databaseOf(url).restore(url, ...rest);

/** See `Database.placeOf`. */
export const placeOf = (url: string): string => databaseOf(url).placeOf(url);

/** See `Database.examine`. */
export const examine = (url: string): DatabaseExamination => databaseOf(url).examine(url);

/** See `Database.hasBot`. */
export const hasBot = (url: string): boolean => databaseOf(url).hasBot(url);

/** @throws StoreError `bad-url` if the registry does not have the scheme */
function databaseOf(url: string): Database {
  const database = databases.get(schemeOf(url) ?? '');
  if (database === undefined) throw unsupportedUrl(url);
  return database;
}
