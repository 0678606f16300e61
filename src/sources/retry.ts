import type { Random } from '../ports.ts';
import type { Sleep } from './lane.ts';
import { SourceError } from './source.ts';

/** Makes a request, and repeats it after a pause where it failed temporarily. */
export type Retry = <T>(request: () => Promise<T>, signal: AbortSignal) => Promise<T>;

export interface RetryOptions {
  /** The waits before each further attempt, in milliseconds. Without any, there is one attempt. */
  readonly pausesMs: readonly number[];
  readonly sleep: Sleep;
  readonly random: Random;
}

/** The longest wait. A request that must wait longer fails, and the next pull repeats it. */
const longestWaitMs = 120_000;

/**
 * Repeats failed requests. A listing takes many requests and needs all of them, so an occasional refusal would often lose
 * the whole listing.
 */
export function createRetry({ pausesMs, sleep, random }: RetryOptions): Retry {
  return async (request, signal) => {
    for (const pauseMs of pausesMs) {
      try {
        return await request();
      } catch (error) {
        const wait = waitAfter(error, pauseMs * (0.5 + random()));
        if (wait === null || signal.aborted) throw error;
        await sleep(wait, signal).catch(() => {
          throw error;
        });
      }
    }
    return await request();
  };
}

function waitAfter(error: unknown, pauseMs: number): number | null {
  if (!(error instanceof SourceError) || !isPassing(error)) return null;
  const wait = Math.max(pauseMs, error.retryAfterMs ?? 0);
  return wait > longestWaitMs ? null : wait;
}

/** Whether a failure is temporary: too many requests, a restarting server, a web page for an answer, a lost connection. */
function isPassing(error: SourceError): boolean {
  switch (error.code) {
    case 'refused':
      return error.status === 429 || (error.status ?? 0) >= 500;
    case 'unreachable':
      return !isOffline(error);
    default:
      return error.code === 'malformed';
  }
}

const offline = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'];

/** Whether the machine is offline. That lasts minutes or hours, and somebody at a terminal wants to know at once. */
function isOffline({ cause }: SourceError): boolean {
  return cause instanceof Error && 'code' in cause && offline.includes(String(cause.code));
}
