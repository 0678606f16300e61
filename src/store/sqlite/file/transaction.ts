import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';
import { asStoreError, isBusy } from './file-errors.ts';

/** How long a verb waits while another program writes, in milliseconds. Discord waits three seconds for an answer. */
const patienceMs = 2_000;
/** How long SQLite itself waits, and the pause between two attempts. SQLite holds up the whole process meanwhile. */
const pauseMs = 20;

/** Lets verbs wait for other programs, instead of SQLite, so that the process does other work meanwhile. */
export const waitInVerbs = (db: Database): void => void db.$client.pragma(`busy_timeout = ${pauseMs}`);

/**
 * Makes a verb atomic. It takes the write lock at once, so that what it reads is still valid when it writes. While
 * another program has the lock, the verb waits.
 * @throws StoreError `busy` if the other program does not release the lock
 */
export function atomic<Arguments extends unknown[], Result>(
  db: Database,
  verb: (...given: Arguments) => Result,
): (...given: Arguments) => Promise<Result> {
  const { immediate } = db.$client.transaction(verb);
  return async (...given) => {
    const since = performance.now();
    for (;;) {
      try {
        return immediate(...given) as Result;
      } catch (error) {
        if (!isBusy(error)) throw error;
        if (isOver(since)) throw asStoreError(error, db.$client.name);
      }
      await sleep(pauseMs);
    }
  };
}

/** @param since on the monotonic clock */
const isOver = (since: number): boolean => performance.now() - since >= patienceMs;

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
  readonly since: number;
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
  const runTogether = togetherRunner(db);

  /** Rejects the verbs that this error ends. Those that still wait for another program stay. */
  function giveUp(error: unknown, hasEnded: (verb: Waiting) => boolean): void {
    const ended = waiting.filter(hasEnded);
    waiting = waiting.filter((verb) => !hasEnded(verb));
    for (const { reject } of ended) reject(isBusy(error) ? asStoreError(error, db.$client.name) : error);
  }

  function runWaiting(): void {
    const verbs = waiting;
    const tellAll = runTogether(verbs);
    waiting = [];
    for (const tell of tellAll) tell();
  }

  async function runWhenFree(): Promise<void> {
    while (waiting.length > 0) {
      try {
        return runWaiting();
      } catch (error) {
        giveUp(error, ({ since }) => !isBusy(error) || isOver(since));
      }
      await sleep(pauseMs);
    }
  }
  return {
    flush() {
      try {
        runWaiting();
      } catch (error) {
        giveUp(error, () => true);
      }
    },
    atomic<Arguments extends unknown[], Result>(verb: (...given: Arguments) => Result) {
      return (...given: Arguments): Promise<Result> =>
        new Promise((resolve, reject) => {
          const run = () => verb(...given);
          waiting.push({ since: performance.now(), run, resolve: (result) => resolve(result as Result), reject });
          if (waiting.length === 1) setImmediate(() => void runWhenFree());
        });
    },
  };
}

/** Runs verbs in one transaction. The returned functions tell their callers, which is true after the commit. */
function togetherRunner(db: Database): (verbs: readonly Waiting[]) => readonly (() => void)[] {
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
  return (verbs) => (verbs.length === 0 ? [] : runAll(verbs));
}
