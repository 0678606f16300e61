import type { Database } from '../database.ts';
import { backUp, restore } from './file/backup.ts';
import { databasePath } from './file/database-url.ts';
import { examine } from './file/inspection.ts';
import { hasBot } from './file/process-lock.ts';
import { openSqliteStore } from './sqlite-store.ts';

/** SQLite: the whole database is one file. */
export const sqliteDatabase: Database = {
  open: openSqliteStore,
  backUp,
  restore,
  examine,
  hasBot,
  placeOf: databasePath,
};
