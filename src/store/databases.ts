import type { Database, OpenOptions } from './database.ts';
import { schemeOf, unsupportedUrl } from './database-url.ts';
import { postgresPlace } from './postgres-place.ts';
import { databasePath } from './sqlite/file/database-url.ts';
import { sqliteDatabase } from './sqlite/sqlite-database.ts';
import type { Store } from './store.ts';

interface RegisteredDatabase {
  /**
   * The place of the database, for people: the path of its file, or host, port and name. It never contains a password.
   * @throws StoreError `bad-url`
   */
  placeOf(url: string): string;
  /** Loads what the database needs. */
  load(): Promise<Database>;
}

const sqlite: RegisteredDatabase = { placeOf: databasePath, load: async () => sqliteDatabase };

/** A bot on SQLite does not load the driver of PostgreSQL. */
const postgres: RegisteredDatabase = {
  placeOf: postgresPlace,
  load: async () => (await import('./postgres/postgres-database.ts')).postgresDatabase,
};

/** The registry of databases, by the scheme of their URL. */
const databases: ReadonlyMap<string, RegisteredDatabase> = new Map([
  ['file', sqlite],
  ['postgres', postgres],
  ['postgresql', postgres],
]);

/** Opens the store that DATABASE_URL names. See `Database.open`. */
export const openStore = async (options: OpenOptions): Promise<Store> => await (await load(options.url)).open(options);

/** See `Database.backUp`. */
export const backUp: Database['backUp'] = async (url, ...rest) => await (await load(url)).backUp(url, ...rest);

/** See `Database.restore`. */
export const restore: Database['restore'] = async (url, ...rest) => await (await load(url)).restore(url, ...rest);

/** The place of the database that DATABASE_URL names, for people. It never contains a password. */
export const placeOf = (url: string): string => registered(url).placeOf(url);

/** See `Database.examine`. */
export const examine: Database['examine'] = async (url) => await (await load(url)).examine(url);

/** See `Database.hasBot`. */
export const hasBot: Database['hasBot'] = async (url) => await (await load(url)).hasBot(url);

/** See `Database.openAsSource`. */
export const openAsSource: Database['openAsSource'] = async (url) => await (await load(url)).openAsSource(url);

/** See `Database.openAsTarget`. */
export const openAsTarget: Database['openAsTarget'] = async (url) => await (await load(url)).openAsTarget(url);

const load = (url: string): Promise<Database> => registered(url).load();

/** @throws StoreError `bad-url` if the registry does not have the scheme */
function registered(url: string): RegisteredDatabase {
  const database = databases.get(schemeOf(url) ?? '');
  if (database === undefined) throw unsupportedUrl(url);
  return database;
}
