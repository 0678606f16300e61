import { type Meaning, withoutMeaning } from '../../meaning/meaning.ts';
import type { OpenOptions } from '../database.ts';
import type { Searching } from '../sql/search/search-calls.ts';
import { searchHere } from '../sql/search/search-here.ts';
import { beginIndexing } from '../sql/search/search-index.ts';
import { SearchThread } from '../sql/search/search-thread.ts';
import { verbsOf } from '../sql/verbs.ts';
import type { Store } from '../store.ts';
import { type Database, openDatabase, preparePlace, refuseMissing } from './file/database.ts';
import { databasePath } from './file/database-url.ts';
import { ownMigrations } from './file/migrations.ts';
import { takeSoleUse } from './file/process-lock.ts';
import { openForSearching } from './search-connection.ts';
import { sqliteConnection } from './sqlite-connection.ts';

export interface SqliteStoreOptions extends OpenOptions {
  /** The folder of migrations from drizzle-kit. The default is the one of this project. */
  readonly migrationsFolder?: string;
}

/**
 * Opens the store in a SQLite file, and migrates the file first.
 * @throws StoreError if the database cannot be opened; its message is for the bot's host
 */
export async function openSqliteStore({
  url,
  migrationsFolder = ownMigrations,
  isBot = false,
  mustExist = false,
  meaning = withoutMeaning,
  searchesHere = false,
  ...backups
}: SqliteStoreOptions): Promise<Store> {
  const path = databasePath(url);
  if (mustExist) refuseMissing(path);
  const place = { ...backups, migrationsFolder, meaning, searchesHere };
  if (!isBot) return await storeAt(path, place);
  preparePlace(path);
  const release = takeSoleUse(path);
  try {
    return await storeAt(path, { ...place, release });
  } catch (error) {
    release();
    throw error;
  }
}

interface Place extends Pick<OpenOptions, 'at' | 'onBackup'> {
  readonly migrationsFolder: string;
  readonly meaning: Meaning;
  readonly searchesHere: boolean;
  /** Ends the process lock. Only the bot has one, and only its database is checked for damage. */
  readonly release?: () => void;
}

async function storeAt(path: string, place: Place): Promise<Store> {
  const { migrationsFolder, meaning, searchesHere, release, ...backups } = place;
  const db = openDatabase(path, migrationsFolder, { ...backups, isChecked: release !== undefined });
  try {
    await beginIndexing(sqliteConnection(db));
    const searching = searchesHere ? searchHere(() => openForSearching(path), meaning) : undefined;
    const store = storeOf(db, meaning, release, searching);
    // The lock proves that no earlier process lives.
    if (release !== undefined) await store.endLeases();
    return store;
  } catch (error) {
    db.$client.close();
    throw error;
  }
}

/**
 * Makes the store of an open database, with the statements that run often.
 * @internal
 */
export function storeOf(
  db: Database,
  meaning: Meaning = withoutMeaning,
  release = () => {},
  searching: Searching = searchThread(db.$client.name, meaning),
): Store {
  const connection = sqliteConnection(db);
  return {
    ...verbsOf(connection, meaning, searching),
    [Symbol.asyncDispose]: async () => {
      await connection.flush();
      // The last connection to close cleans up the write-ahead log, and only this one may write.
      await searching[Symbol.asyncDispose]();
      db.$client.close();
      release();
    },
  };
}

const searchThread = (path: string, meaning: Meaning): Searching =>
  new SearchThread({ program: new URL('./search-worker.ts', import.meta.url), place: path, meaning });
