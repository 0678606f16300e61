import { setTimeout as sleep } from 'node:timers/promises';
import { type Backoff, backoffMs } from '../backoff.ts';
import type { Logger } from '../ports.ts';
import { minuteMs, showWait } from '../time.ts';
import { readFailure } from './failures.ts';
import { FatalDiscordError } from './fatal-discord-error.ts';

/** The bounds of the doubling wait before another try, so that an outage uses few of the 1,000 daily IDENTIFYs. */
export const reachingBackoff: Backoff = { firstMs: 1_000, longestMs: 5 * minuteMs };

/** No IDENTIFYs are left today. Another one would make Discord reset the token. */
export class NoSessionsLeft extends Error {
  readonly resetAfterMs: number;

  constructor(resetAfterMs: number) {
    super('no gateway sessions are left for today');
    this.name = 'NoSessionsLeft';
    this.resetAfterMs = resetAfterMs;
  }
}

export interface ReachingOptions {
  readonly log: Logger;
  /** Ends the tries. */
  readonly signal: AbortSignal;
}

/**
 * Tries until Discord does what it is asked, with a growing wait.
 * @throws FatalDiscordError if no other try helps; the signal's reason if it aborts
 */
export async function untilReached<Answer>(
  attempt: () => Promise<Answer>,
  { log, signal }: ReachingOptions,
): Promise<Answer> {
  for (let failures = 1; ; failures++) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      signal.throwIfAborted();
      const fatal = toFatal(error);
      if (fatal !== null) throw fatal;
      const least = error instanceof NoSessionsLeft ? error.resetAfterMs : 0;
      const waitMs = Math.max(backoffMs(reachingBackoff, failures), least);
      const reason = error instanceof NoSessionsLeft ? error.message : readFailure(error).reason;
      const fields = { event: 'gateway.unreachable', waitMs, reason };
      log.warn(fields, `waiting for Discord: ${reason}; trying again in ${showWait(waitMs)}`);
      await sleep(waitMs, undefined, { signal });
    }
  }
}

/** The fatal error behind a failure. Null if the failure may pass. */
function toFatal(error: unknown): FatalDiscordError | null {
  if (error instanceof FatalDiscordError) return error;
  const failure = readFailure(error);
  if (failure.kind !== 'unauthorized') return null;
  const advice = 'Check the token in DISCORD_TOKEN: it may be mistyped, or it was reset.';
  return new FatalDiscordError('token', `Discord does not let the bot in: ${failure.reason}. ${advice}`, {
    cause: error,
  });
}
