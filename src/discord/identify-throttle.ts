import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SimpleIdentifyThrottler } from '@discordjs/ws';
import { backoffMs } from '../backoff.ts';
import type { Clock, Instant } from '../ports.ts';
import type { LeaseVerbs } from '../store/leases.ts';
import { reachingBackoff } from './reaching-discord.ts';

/** Makes shards wait before they identify. */
export interface IdentifyThrottle {
  /** Fulfilled when the shard may identify. It rejects only if the signal aborts: the library expects nothing else. */
  waitForIdentify(shardId: number, signal: AbortSignal): Promise<void>;
}

/**
 * Slows a shard down whose sessions do not last. The library alone would retry at once, until the day's IDENTIFYs are
 * used up.
 */
export function createIdentifyBackoff(clock: Clock): IdentifyThrottle {
  const earlier = new Map<number, { readonly at: Instant; readonly failures: number }>();
  return {
    async waitForIdentify(shardId, signal) {
      const last = earlier.get(shardId);
      const hasLasted = last === undefined || clock() - last.at > reachingBackoff.longestMs;
      const failures = hasLasted ? 0 : last.failures + 1;
      const delayMs = backoffMs(reachingBackoff, failures);
      earlier.set(shardId, { at: clock() + delayMs, failures });
      if (delayMs > 0) await sleep(delayMs, undefined, { signal });
    },
  };
}

/**
 * Takes the turn of a key, which lets one shard of all processes identify, and nobody else for the next five seconds.
 * False if somebody else has it.
 */
export type TakeIdentifyTurn = (key: number) => Promise<boolean>;

/** Discord's five seconds, and some time that an IDENTIFY may be slower than the next one. */
const turnMs = 5_500;

/** The turns of all processes that use a database. Nobody gives a turn back: it ends by itself. */
export function sharedIdentifyTurns(
  store: Pick<LeaseVerbs, 'beginLease' | 'endLease' | 'takeTask'>,
  leaseMs = turnMs,
): TakeIdentifyTurn {
  return async (key) => {
    const worker = { id: randomUUID(), leaseMs };
    await store.beginLease(worker);
    const isTaken = await store.takeTask(`identify-${key}`, worker.id);
    if (!isTaken) await store.endLease(worker.id);
    return isTaken;
  };
}

export interface IdentifyThrottleOptions {
  /** How many shards may identify within five seconds. Those with the same remainder by this number take turns. */
  readonly maxConcurrency: number;
  readonly backoff: IdentifyThrottle;
  /** Absent if this process has all shards. */
  readonly takeTurn?: TakeIdentifyTurn | undefined;
}

/** How often a turn is asked for that another process has. */
const askEveryMs = 500;

/** Lets at most `max_concurrency` shards identify per five seconds, as Discord requires, in all processes together. */
export function createIdentifyThrottle({
  maxConcurrency,
  backoff,
  takeTurn = async () => true,
}: IdentifyThrottleOptions): IdentifyThrottle {
  const inThisProcess = new SimpleIdentifyThrottler(maxConcurrency);
  return {
    async waitForIdentify(shardId, signal) {
      await backoff.waitForIdentify(shardId, signal);
      await inThisProcess.waitForIdentify(shardId, signal);
      // Without the database nobody knows whose turn it is, so the shard waits.
      while (!(await takeTurn(shardId % maxConcurrency).catch(() => false)))
        await sleep(askEveryMs, undefined, { signal });
    },
  };
}
