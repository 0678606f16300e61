/** The only file that loads PostgreSQL's dialect of drizzle, by `require`: see the file of this name in `store/sql/`. */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

const core = load('drizzle-orm/pg-core') as typeof import('drizzle-orm/pg-core');

export const { pgTable, customType, bigint, index, uniqueIndex, primaryKey, foreignKey } = core;

/** A key that PostgreSQL numbers, unless a number is given. */
export const identity = (name: string) => bigint(name, { mode: 'number' }).primaryKey().generatedByDefaultAsIdentity();

export const { drizzle } = load('drizzle-orm/node-postgres') as typeof import('drizzle-orm/node-postgres');

export const { readMigrationFiles } = load('drizzle-orm/migrator') as typeof import('drizzle-orm/migrator');

export const { DrizzleQueryError, sql } = load('drizzle-orm') as typeof import('drizzle-orm');
