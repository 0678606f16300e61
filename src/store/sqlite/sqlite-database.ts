import type { Database } from '../database.ts';
import { backUpWatched, restoreWatched } from './file/copy-thread.ts';
import { examine } from './file/inspection.ts';
import { hasBot } from './file/process-lock.ts';
import { openSqliteStore } from './sqlite-store.ts';

/** SQLite: the whole database is one file. */
export const sqliteDatabase: Database = {
  open: openSqliteStore,
  backUp: backUpWatched,
  restore: restoreWatched,
  examine: async (url) => examine(url),
  hasBot: async (url) => hasBot(url),
  // A bot does not load what moves need.
  openAsSource: async (url) => (await import('./sqlite-moving.ts')).openSqliteSource(url),
  openAsTarget: async (url) => (await import('./sqlite-moving.ts')).openSqliteTarget(url),
};
