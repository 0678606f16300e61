/** The only file that loads drizzle's driver of SQLite, by `require`: see the file of this name in `store/sql/`. */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

export const { drizzle } = load('drizzle-orm/better-sqlite3') as typeof import('drizzle-orm/better-sqlite3');

export const { readMigrationFiles } = load('drizzle-orm/migrator') as typeof import('drizzle-orm/migrator');
