import { type Backoff, backoffMs, type Jitter, jittered } from '../backoff.ts';
import type { Instant, Random } from '../ports.ts';
import type { NextPull } from '../store/announcements.ts';
import type { ListingRecord } from '../store/listings.ts';
import { hourMs, minuteMs } from '../time.ts';

const backoff: Backoff = { firstMs: 5 * minuteMs, longestMs: hourMs };
const jitter: Jitter = { least: 0.8, spread: 0.4 };

/** Whether a listing is due to be pulled now. */
export function isDue(record: ListingRecord | null, refreshMs: number, now: Instant): boolean {
  if (record === null) return true;
  // The clock ran ahead and was corrected: do not wait until the time that it showed.
  if (record.pulledAt > now) return true;
  return now >= (record.nextPullAt ?? record.pulledAt + (isSettled(record) ? refreshMs : backoff.firstMs));
}

/**
 * Decides when a listing is pulled again. A complete one is refreshed at the source's interval. An incomplete one is
 * pulled with exponential backoff, and never earlier than the source asked. Jitter keeps many bots apart.
 */
export function nextPull(
  record: ListingRecord,
  { refreshMs, retryAfterMs = 0 }: { readonly refreshMs: number; readonly retryAfterMs?: number | undefined },
  now: Instant,
  random: Random,
): NextPull {
  const failures = isSettled(record) ? 0 : record.failures + 1;
  const pause = failures === 0 ? refreshMs : backoffMs(backoff, failures);
  return { failures, at: now + Math.max(jittered(pause, jitter, random), retryAfterMs) };
}

const isSettled = ({ state }: ListingRecord): boolean => state === 'listed' || state === 'quiet';
