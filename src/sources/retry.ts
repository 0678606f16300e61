import type { Random } from '../ports.ts';
import type { Sleep } from './lane.ts';
import { SourceError } from './source.ts';

/** Makes a request, and makes it again after a pause where it fails in a way that tends to pass. */
export type Retry = <T>(request: () => Promise<T>, signal: AbortSignal) => Promise<T>;

export interface RetryOptions {
  /** How long to wait before each further attempt, in milliseconds; none means a single attempt. */
  readonly pausesMs: readonly number[];
  readonly sleep: Sleep;
  readonly random: Random;
}

/** What asks for a longer wait is not waited for here: the next pull comes after it. */
const longestWaitMs = 120_000;

/**
 * A listing takes many requests and is worth nothing without any one of them, so that one that is refused now and then
 * would often lose them all.
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

/** Too many requests, a server that restarts, a web page in place of an answer, a broken line. */
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

/** Nobody is there to answer: that passes in minutes or hours, and whoever waits at a terminal wants to know. */
function isOffline({ cause }: SourceError): boolean {
  return cause instanceof Error && 'code' in cause && offline.includes(String(cause.code));
}
