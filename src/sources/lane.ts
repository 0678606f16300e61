import type { Clock } from '../ports.ts';

/** Waits, and rejects with the signal's reason when it is aborted meanwhile. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/**
 * The turn-taking that a service asks for: one request at a time, and a pause between two. All clients of one service
 * share its lane, over all of its hosts.
 */
export interface Lane {
  /**
   * Runs the request when its turn has come. It calls `answered` when the answer begins: the service has then surely
   * seen the request, so that the pause it will see before the next one is never shorter than asked for.
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
    // A clock that was set back must not make this wait longer than the spacing.
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

/** Whoever gives up in the queue is let go at once; the turn itself then passes without a request. */
function orAborted<T>(turn: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const giveUp = () => reject(signal.reason);
  signal.addEventListener('abort', giveUp, { once: true });
  turn.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  return promise;
}
