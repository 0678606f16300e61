import type { Database } from './database.ts';

/**
 * Makes a verb atomic: all that it does, or nothing. It takes the right to write at once, so that what it reads first
 * is still so when it writes.
 */
export function atomic<Arguments extends unknown[], Result>(
  db: Database,
  verb: (...given: Arguments) => Result,
): (...given: Arguments) => Promise<Result> {
  const { immediate } = db.$client.transaction(verb);
  return async (...given) => immediate(...given) as Result;
}
