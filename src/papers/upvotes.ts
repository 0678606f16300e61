import type { Instant } from '../ports.ts';
import { dayMs, hourMs } from '../time.ts';

/** How many upvotes a paper had at a moment. */
export interface UpvoteCount {
  readonly at: Instant;
  readonly upvotes: number;
}

/** The window of time that ends `now`. */
export interface UpvoteWindow {
  readonly now: Instant;
  readonly ms: number;
}

/** The change of a paper's upvotes over a window. */
export interface UpvoteTrend {
  /** All its upvotes. */
  readonly upvotes: number;
  /** The upvotes gained within the window; null where the count at its beginning is unknown. */
  readonly gained: number | null;
  /** The velocity: upvotes an hour over the window, or over the part of it since the paper was first listed. */
  readonly perHour: number | null;
  readonly windowMs: number;
  /** How long the gain is known for, if that is less than the window: since the paper was listed. */
  readonly knownMs?: number;
}

/** The counts around the beginning of a window. */
export interface CountsAround {
  /** The last count at the beginning or before it. */
  readonly before: UpvoteCount | null;
  /** The first count after the beginning. */
  readonly after: UpvoteCount | null;
}

/** The window of the trend that a card shows. */
export const trendWindowMs = dayMs;
/** Between two counts that are this close or closer, upvotes are taken to come evenly. */
const closeMs = 3 * dayMs;
/** The least part of a window for a velocity, because the velocity of a paper's first hour is chance. */
const leastPart = 1 / 4;

/**
 * The trend of a paper with that many upvotes now. Counts are stored when they change, and the first is a zero at the
 * beginning of the day on which the paper was listed.
 */
export function upvoteTrend(upvotes: number, around: CountsAround, { now, ms }: UpvoteWindow): UpvoteTrend {
  const start = startOf(around, now - ms);
  if (start === null) return { upvotes, gained: null, perHour: null, windowMs: ms };
  const gained = upvotes - start.upvotes;
  const known = Math.min(now - start.at, ms);
  const perHour = (gained * hourMs) / Math.max(known, ms * leastPart);
  return { upvotes, gained, perHour, windowMs: ms, ...(known < ms ? { knownMs: known } : {}) };
}

/** The moment and the count that a gain is measured from. */
function startOf({ before, after }: CountsAround, since: Instant): UpvoteCount | null {
  if (before === null) return after;
  if (after === null) return { at: since, upvotes: before.upvotes };
  const gap = after.at - before.at;
  if (gap <= closeMs) {
    const share = (since - before.at) / gap;
    return { at: since, upvotes: Math.round(before.upvotes + share * (after.upvotes - before.upvotes)) };
  }
  // The paper was first seen long after it was listed, so it is unknown when its upvotes came.
  if (before.upvotes === 0) return null;
  return { at: since, upvotes: before.upvotes };
}

/**
 * The gain of upvotes in each of `pieces` equal pieces of the window, oldest first. Empty where fewer than two counts are
 * known.
 * @param counts oldest first, with the last one before the window
 */
export function gainsOver(
  counts: readonly UpvoteCount[],
  { now, ms }: UpvoteWindow,
  pieces: number,
): readonly number[] {
  if (counts.length < 2) return [];
  const edges = Array.from({ length: pieces + 1 }, (_, index) => now - ms + (ms * index) / pieces);
  const levels = edges.map((edge) => levelAt(counts, edge));
  return levels.slice(1).map((level, index) => Math.max(0, level - (levels[index] ?? level)));
}

/** The count at a moment, on the line between the counts around it. */
function levelAt(counts: readonly UpvoteCount[], at: Instant): number {
  const next = counts.findIndex((count) => count.at > at);
  const [earlier, later] = [counts[next === -1 ? counts.length - 1 : next - 1], counts[next]];
  if (earlier === undefined) return later?.upvotes ?? 0;
  if (later === undefined) return earlier.upvotes;
  return earlier.upvotes + ((at - earlier.at) / (later.at - earlier.at)) * (later.upvotes - earlier.upvotes);
}
