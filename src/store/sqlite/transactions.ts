import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './file/database.ts';
import { asStoreError, isBusy } from './file/file-errors.ts';

/** How long a verb waits while another program writes, in milliseconds. Discord waits three seconds for an answer. */
const patienceMs = 2_000;
/** How long SQLite itself waits, and the pause between two attempts. SQLite holds up the whole process meanwhile. */
export const pauseMs = 20;

/**
 * Runs something in a transaction. An immediate one takes the write lock at once, so that what it reads is still valid when
 * it writes. While another program has the lock, it waits.
 * @throws StoreError `busy` if the other program does not release the lock
 */
export function transactionRunner(
  { $client }: Database,
  kind: 'immediate' | 'deferred',
): <Result>(run: () => Promise<Result>) => Promise<Result> {
  const [begin, commit, rollback] = [`begin ${kind}`, 'commit', 'rollback'].map((text) => $client.prepare(text));
  async function beginWhenFree(): Promise<void> {
    const since = performance.now();
    for (;;) {
      try {
        begin?.run();
        return;
      } catch (error) {
        if (!isBusy(error)) throw error;
        if (performance.now() - since >= patienceMs) throw asStoreError(error, $client.name);
      }
      await sleep(pauseMs);
    }
  }
  return async (run) => {
    await beginWhenFree();
    try {
      const result = await run();
      commit?.run();
      return result;
    } catch (error) {
      // Some errors, such as a full disk, roll back the whole transaction.
      if ($client.inTransaction) rollback?.run();
      throw error;
    }
  };
}
