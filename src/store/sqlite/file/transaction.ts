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

/** Verbs that share their commits. */
export interface SharedCommits {
  /** Like `atomic`, but for the commit: the verb is done in the next turn of the event loop, and told of after it. */
  atomic<Arguments extends unknown[], Result>(
    verb: (...given: Arguments) => Result,
  ): (...given: Arguments) => Promise<Result>;
  /** Does at once what waits for its turn. */
  flush(): void;
}

interface Waiting {
  run(): unknown;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/**
 * One commit for all that is asked for within a turn of the event loop, since each costs an fsync, for which everything
 * else waits: a slow disk takes milliseconds for it, and sends come in bursts. Each verb still stands or falls by
 * itself, in the order in which they were asked for, and is told of once it is durable.
 */
export function shareCommits(db: Database): SharedCommits {
  let waiting: Waiting[] = [];
  // Within a transaction, a transaction is a savepoint.
  const runAlone = db.$client.transaction((verb: Waiting) => verb.run());
  const runAll = db.$client.transaction((verbs: readonly Waiting[]) =>
    verbs.map((verb) => {
      try {
        const result = runAlone(verb);
        return () => verb.resolve(result);
      } catch (error) {
        // A full disk, for one, undoes all of them.
        if (!db.$client.inTransaction) throw error;
        return () => verb.reject(error);
      }
    }),
  ).immediate;

  function flush(): void {
    const verbs = waiting;
    waiting = [];
    try {
      for (const tell of verbs.length > 0 ? runAll(verbs) : []) tell();
    } catch (error) {
      for (const { reject } of verbs) reject(error);
    }
  }
  return {
    flush,
    atomic<Arguments extends unknown[], Result>(verb: (...given: Arguments) => Result) {
      return (...given: Arguments): Promise<Result> =>
        new Promise((resolve, reject) => {
          waiting.push({ run: () => verb(...given), resolve: (result) => resolve(result as Result), reject });
          if (waiting.length === 1) setImmediate(flush);
        });
    },
  };
}
