import type { Instant, Random } from '../ports.ts';
import type { NextPull } from '../store/announcements.ts';
import type { ListingRecord } from '../store/listings.ts';

const firstPauseMs = 5 * 60_000;
const longestPauseMs = 60 * 60_000;

/** Whether a listing is to be pulled now. */
export function isDue(record: ListingRecord | null, refreshMs: number, now: Instant): boolean {
  if (record === null) return true;
  // After a clock that ran ahead was set right, nobody waits for the time that it once showed.
  if (record.pulledAt > now) return true;
  return now >= (record.nextPullAt ?? record.pulledAt + (isSettled(record) ? refreshMs : firstPauseMs));
}

/**
 * When a listing is pulled again: in a while where the source has told it, otherwise soon, and each time it has not in
 * twice the time, never sooner than the source asked for. Jitter keeps many bots from meeting at the same second.
 */
export function nextPull(
  record: ListingRecord,
  { refreshMs, retryAfterMs = 0 }: { readonly refreshMs: number; readonly retryAfterMs?: number | undefined },
  now: Instant,
  random: Random,
): NextPull {
  const failures = isSettled(record) ? 0 : record.failures + 1;
  const pause = failures === 0 ? refreshMs : Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
  return { failures, at: now + Math.max(Math.round(pause * (0.8 + 0.4 * random())), retryAfterMs) };
}

const isSettled = ({ state }: ListingRecord): boolean => state === 'listed' || state === 'quiet';
