import { integer, sqliteTable, text } from '../drizzle.ts';

/** The leases of the processes that do work of the bot. */
export const workers = sqliteTable('workers', {
  id: text('id').primaryKey(),
  /** When the lease ends, by the clock of the database. */
  until: integer('until').notNull(),
});

/** What one worker does at a time, and which one has it, if its lease has not ended. */
export const tasks = sqliteTable('tasks', {
  name: text('name').primaryKey(),
  workerId: text('worker_id').notNull(),
});

/** The rows in which workers let requests leave, one after another. */
export const requestRows = sqliteTable('request_rows', {
  name: text('name').primaryKey(),
  /** When the next request may leave, by the clock of the database. */
  nextAt: integer('next_at').notNull(),
});
