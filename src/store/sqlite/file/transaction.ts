import type { Database } from './database.ts';

/**
 * Makes a verb atomic. It takes the write lock at once, so that what it reads is still valid when it writes.
 */
export function atomic<Arguments extends unknown[], Result>(
  db: Database,
  verb: (...given: Arguments) => Result,
): (...given: Arguments) => Promise<Result> {
  const { immediate } = db.$client.transaction(verb);
  return async (...given) => immediate(...given) as Result;
}

/** Combines the commits of several verbs into one. */
export interface SharedCommits {
  /** Like `atomic`, but the verb runs in the next turn of the event loop, in a commit that it shares. */
  atomic<Arguments extends unknown[], Result>(
    verb: (...given: Arguments) => Result,
  ): (...given: Arguments) => Promise<Result>;
  /** Runs all waiting verbs at once. */
  flush(): void;
}

interface Waiting {
  run(): unknown;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/**
 * Makes one commit for all verbs called within a turn of the event loop, because each commit costs an fsync: a slow
 * disk takes milliseconds for it, everything else waits, and sends come in bursts. Verbs run in the order of their
 * calls. Each succeeds or fails independently, and its promise settles after the commit.
 */
export function shareCommits(db: Database): SharedCommits {
  let waiting: Waiting[] = [];
  // A transaction inside a transaction is a savepoint.
  const runAlone = db.$client.transaction((verb: Waiting) => verb.run());
  const runAll = db.$client.transaction((verbs: readonly Waiting[]) =>
    verbs.map((verb) => {
      try {
        const result = runAlone(verb);
        return () => verb.resolve(result);
      } catch (error) {
        // Some errors, such as a full disk, roll back the whole transaction.
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
