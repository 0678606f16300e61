import { setTimeout as sleep } from 'node:timers/promises';
import { type Backoff, backoffMs, jittered } from '../../backoff.ts';
import type { Random } from '../../ports.ts';
import { atOnce } from '../sql/at-once.ts';
import { type Outage, watchOutages } from './outage.ts';
import { NotConnected, type PostgresClient } from './postgres-client.ts';
import { asStoreError, isConflict, isLost, uncertain, unreachable } from './postgres-errors.ts';

/** Runs the statements of a verb as one transaction. */
export type Transactions = <Result>(kind: TransactionKind, run: () => Promise<Result>) => Promise<Result>;

/** What runs alone is one statement at most, which is a transaction by itself. */
type TransactionKind = 'writing' | 'reading' | 'alone';

export interface TransactionOptions {
  readonly client: PostgresClient;
  /** The place of the database, for people. */
  readonly place?: string;
  readonly outage?: Outage;
  /** When the verb was called that runs, in milliseconds of `performance.now()`. */
  readonly calledAt?: () => number;
  /** How long a verb tries to reach the server, in milliseconds. Discord waits three seconds for an answer. */
  readonly patienceMs?: number;
  /** Spreads the waits. */
  readonly random?: Random;
}

const defaultPatienceMs = 2_000;

/** The statement that begins a transaction: as if no other ran at the same time, or on the state of one moment. */
const beginnings: Readonly<Record<Exclude<TransactionKind, 'alone'>, string>> = {
  writing: 'begin isolation level serializable',
  reading: 'begin isolation level repeatable read read only',
};

/** How often a verb is tried again that others got in the way of. Each time, at least one of them was done. */
const conflictsAtMost = 100;
/** The wait before the next try, in milliseconds, for each conflict before. */
const conflictWaitMs = 4;
/** The longest of these waits. */
const longestConflictWaitMs = 60;
/** The waits for a server that was lost. */
const lostWaits: Backoff = { firstMs: 20, longestMs: 400 };

/** Says that the connection was lost during a commit of changes, so that nobody knows whether they were made. */
class UncertainCommit extends Error {}

/**
 * Makes the transactions of one connection. One runs at a time. It is run again if another transaction got in its way,
 * which PostgreSQL finds out, and if the connection was lost before its commit.
 * @throws StoreError `unreachable` if the server is not reached in time, or if the connection was lost during the commit
 */
export function transactionsOf({
  client,
  place = 'this database',
  outage = watchOutages(),
  calledAt = () => 0,
  patienceMs = defaultPatienceMs,
  random = Math.random,
}: TransactionOptions): Transactions {
  async function connect(): Promise<void> {
    const since = performance.now();
    try {
      await client.connect(Math.max(1, patienceMs - outage.lastedMs(calledAt())));
    } catch (error) {
      if (isLost(error)) outage.noteLost(error, since);
      throw error;
    }
  }
  async function tryOnce<Result>(kind: TransactionKind, run: () => Promise<Result>): Promise<Result> {
    await connect();
    if (kind !== 'alone') return await runWithin(kind, run);
    const result = await run();
    outage.noteReached();
    return result;
  }
  async function runWithin<Result>(kind: keyof typeof beginnings, run: () => Promise<Result>): Promise<Result> {
    const begin = () => client.run({ text: beginnings[kind] }).then(outage.noteReached);
    // The first statement of the verb does not wait for the answer.
    const [, result] = await undoingFailure(client, () => atOnce([begin(), run()]));
    if (kind === 'writing') await commit(client);
    // What was read is read, whatever becomes of the connection. The next transaction finds out.
    else client.run({ text: 'commit' }).catch(() => undefined);
    return result;
  }
  /** Waits before the next try. @throws the error for the caller of the verb, if there is no next try */
  async function recover(error: unknown, tries: Tries): Promise<void> {
    if (isConflict(error) && tries.conflicts < conflictsAtMost) {
      tries.conflicts += 1;
      await sleep(
        jittered(Math.min(conflictWaitMs * tries.conflicts, longestConflictWaitMs), { least: 0, spread: 1 }, random),
      );
      return;
    }
    const isUncertain = error instanceof UncertainCommit;
    if (!isUncertain && !isLost(error)) throw asStoreError(error, place);
    void client.close();
    const cause = isUncertain ? error.cause : error;
    outage.noteLost(cause);
    if (isUncertain) throw uncertain(place, cause);
    tries.losses += 1;
    const wait = jittered(backoffMs(lostWaits, tries.losses), { least: 0.5, spread: 0.5 }, random);
    if (outage.lastedMs(calledAt()) + wait >= patienceMs) throw unreachable(place, cause);
    await sleep(wait);
  }
  return async (kind, run) => {
    const tries: Tries = { conflicts: 0, losses: 0 };
    for (;;) {
      try {
        return await tryOnce(kind, run);
      } catch (error) {
        await recover(error, tries);
      }
    }
  };
}

interface Tries {
  conflicts: number;
  losses: number;
}

async function undoingFailure<Result>(client: PostgresClient, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    // A lost connection has rolled back, and one that cannot roll back is not used again.
    if (!isLost(error)) await client.run({ text: 'rollback' }).catch(() => void client.close());
    throw error;
  }
}

async function commit(client: PostgresClient): Promise<void> {
  try {
    const { command } = await client.run({ text: 'commit' });
    if (command === 'ROLLBACK') throw new Error('A verb went on after a statement had failed, so nothing was changed.');
  } catch (error) {
    const wasSent = !(error instanceof NotConnected);
    if (wasSent && isLost(error)) throw new UncertainCommit('lost', { cause: error });
    throw error;
  }
}
