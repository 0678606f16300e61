import type { Clock } from '../ports.ts';

/** Waits. It rejects with the signal's reason when the signal is aborted. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/**
 * The queue of requests to one service: one request at a time, with a pause between two. All clients and hosts of a
 * service share its lane.
 */
export interface Lane {
  /**
   * Runs the request when its turn comes. The request calls `answered` when the answer begins: the service has seen it by
   * then, so the pause before the next request is never too short for the service.
   */
  run<T>(request: (answered: () => void) => Promise<T>, signal: AbortSignal): Promise<T>;
}

/** @param spacingMs the least time from one request to the next, in milliseconds */
export function createLane(options: {
  readonly spacingMs: number;
  readonly clock: Clock;
  readonly sleep: Sleep;
}): Lane {
  const { spacingMs, clock, sleep } = options;
  let last: Promise<unknown> = Promise.resolve();
  let lastRequestAt = Number.NEGATIVE_INFINITY;
  const stamp = () => {
    lastRequestAt = clock();
  };

  const waitForTurn = async (signal: AbortSignal): Promise<void> => {
    // A clock that was set back must not make the wait longer than the spacing.
    const wait = Math.min(lastRequestAt + spacingMs - clock(), spacingMs);
    if (wait > 0) await sleep(wait, signal);
    signal.throwIfAborted();
  };

  const take = async <T>(request: (answered: () => void) => Promise<T>, signal: AbortSignal): Promise<T> => {
    await waitForTurn(signal);
    let isAnswered = false;
    try {
      return await request(() => {
        isAnswered = true;
        stamp();
      });
    } finally {
      if (!isAnswered) stamp();
    }
  };

  return {
    run: (request, signal) => {
      const turn = last.then(() => take(request, signal));
      last = turn.catch(() => undefined);
      return orAborted(turn, signal);
    },
  };
}

/** Rejects at once when the signal is aborted in the queue. The turn then passes without a request. */
function orAborted<T>(turn: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const giveUp = () => reject(signal.reason);
  signal.addEventListener('abort', giveUp, { once: true });
  turn.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  return promise;
}
