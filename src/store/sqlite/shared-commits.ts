import type { Turns } from '../../taking-turns.ts';
import type { Connection, Verb, VerbOfMany } from '../sql/connection.ts';
import type { Database } from './file/database.ts';
import { transactionRunner } from './transactions.ts';

/** Verbs that wait for one commit. */
interface SharedCommits extends Pick<Connection, 'shared' | 'together'> {
  /** Runs the verbs that wait. */
  flush(): Promise<void>;
}

/**
 * Makes one commit for all verbs called within a turn of the event loop, because each commit costs an fsync: a slow
 * disk takes milliseconds for it, everything else waits, and sends come in bursts. Verbs run in the order of their
 * calls, and those of one verb that answers many run with the first of them. Each call succeeds or fails independently,
 * and its promise settles after the commit.
 */
export function sharedCommits(db: Database, take: Turns['take']): SharedCommits {
  let waiting: Waiting[] = [];
  const writing = transactionRunner(db, 'immediate');
  const runAll = waitingRunner(db);

  async function runWaiting(): Promise<void> {
    const verbs = waiting;
    waiting = [];
    if (verbs.length === 0) return;
    try {
      const tellAll = await writing(() => runAll(verbs));
      for (const tell of tellAll) tell();
    } catch (error) {
      for (const { reject } of verbs) reject(error);
    }
  }
  const flush = (): Promise<void> => take(runWaiting);
  const add = (one: Waiting): void => {
    waiting.push(one);
    if (waiting.length === 1) setImmediate(() => void flush());
  };
  return {
    flush,
    shared<Given extends unknown[], Result>(verb: Verb<Given, Result>): Verb<Given, Result> {
      return (...given) => new Promise((resolve, reject) => add(oneCall({ given, resolve, reject }, verb)));
    },
    together<Given extends unknown[], Result>(verb: VerbOfMany<Given, Result>): Verb<Given, Result> {
      let calls: Call<Given, Result>[] = [];
      let among: readonly Waiting[] | undefined;
      return (...given) =>
        new Promise((resolve, reject) => {
          if (among !== waiting) {
            calls = [];
            among = waiting;
            add(manyCalls(calls, verb));
          }
          calls.push({ given, resolve, reject });
        });
    },
  };
}

/** Something that waits for the next commit. */
interface Waiting {
  run(): Promise<unknown>;
  resolve(result: unknown): void;
  reject(error: unknown): void;
  /** What is run instead if it fails. Without it, its caller gets the error. */
  instead?(): readonly Waiting[];
}

interface Call<Given extends unknown[], Result> {
  readonly given: Given;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

const oneCall = <Given extends unknown[], Result>(
  { given, resolve, reject }: Call<Given, Result>,
  verb: Verb<Given, Result>,
): Waiting => ({ run: () => verb(...given), resolve: (result) => resolve(result as Result), reject });

/** @param calls more of them may come until they are run */
const manyCalls = <Given extends unknown[], Result>(
  calls: readonly Call<Given, Result>[],
  verb: VerbOfMany<Given, Result>,
): Waiting => ({
  run: () => verb(calls.map(({ given }) => given)),
  resolve(results) {
    for (const [index, call] of calls.entries()) call.resolve((results as readonly Result[])[index] as Result);
  },
  reject(error) {
    for (const call of calls) call.reject(error);
  },
  instead: () => calls.map((call) => oneCall(call, async (...given) => (await verb([given]))[0] as Result)),
});

/** Runs verbs in the caller's transaction. The returned functions tell their callers, which is true after the commit. */
function waitingRunner({ $client }: Database): (verbs: readonly Waiting[]) => Promise<readonly (() => void)[]> {
  const [save, release, rollback] = ['savepoint verb', 'release verb', 'rollback to verb'].map((text) =>
    $client.prepare(text),
  );
  return async function runAll(verbs) {
    const outcomes: (() => void)[] = [];
    for (const verb of verbs) {
      save?.run();
      try {
        const result = await verb.run();
        release?.run();
        outcomes.push(() => verb.resolve(result));
      } catch (error) {
        // Some errors, such as a full disk, roll back the whole transaction.
        if (!$client.inTransaction) throw error;
        rollback?.run();
        release?.run();
        outcomes.push(...(verb.instead === undefined ? [() => verb.reject(error)] : await runAll(verb.instead())));
      }
    }
    return outcomes;
  };
}
