import type { Database } from '../database.ts';
import { backUpWatched, restoreWatched } from './file/copy-thread.ts';
import { databasePath } from './file/database-url.ts';
import { examine } from './file/inspection.ts';
import { hasBot } from './file/process-lock.ts';
import { openSqliteStore } from './sqlite-store.ts';

/** SQLite: the whole database is one file. */
export const sqliteDatabase: Database = {
  open: openSqliteStore,
  backUp: backUpWatched,
  restore: restoreWatched,
  examine,
  hasBot,
  placeOf: databasePath,
};
