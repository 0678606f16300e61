import type { Instant } from '../ports.ts';
import { dayMs, hourMs } from '../time.ts';

/** How many upvotes a paper had at a moment. */
export interface UpvoteCount {
  readonly at: Instant;
  readonly upvotes: number;
}

/** The time up to `now` over which upvotes are looked at. */
export interface UpvoteWindow {
  readonly now: Instant;
  readonly ms: number;
}

/** How a paper's upvotes moved over a window. */
export interface UpvoteTrend {
  /** All that it has. */
  readonly upvotes: number;
  /** Upvotes that came within the window; null where it is not known how many there were when it began. */
  readonly gained: number | null;
  /** The velocity: upvotes an hour over the window, or over the part of it since the paper was first listed. */
  readonly perHour: number | null;
  readonly windowMs: number;
}

/** The counts around the beginning of a window. */
export interface CountsAround {
  /** The last count at its beginning or before. */
  readonly before: UpvoteCount | null;
  /** The first count after its beginning. */
  readonly after: UpvoteCount | null;
}

/** Over which a card tells how many upvotes came: a day. */
export const trendWindowMs = dayMs;
/** Between two counts that are no further apart, upvotes came evenly, as far as anyone knows. */
const closeMs = 3 * dayMs;
/** The least part of a window that a velocity is taken over: in its first hour, a paper's is chance. */
const leastPart = 1 / 4;

/**
 * The trend of a paper with that many upvotes now. Counts are written down when they change, and the first is a zero at
 * the beginning of the day on which the paper was listed.
 */
export function upvoteTrend(upvotes: number, around: CountsAround, { now, ms }: UpvoteWindow): UpvoteTrend {
  const start = startOf(around, now - ms);
  if (start === null) return { upvotes, gained: null, perHour: null, windowMs: ms };
  const gained = upvotes - start.upvotes;
  const span = Math.min(Math.max(now - start.at, ms * leastPart), ms);
  return { upvotes, gained, perHour: (gained * hourMs) / span, windowMs: ms };
}

/** From when on, and from how many, upvotes are counted. */
function startOf({ before, after }: CountsAround, since: Instant): UpvoteCount | null {
  if (before === null) return after;
  if (after === null) return { at: since, upvotes: before.upvotes };
  const gap = after.at - before.at;
  if (gap <= closeMs) {
    const share = (since - before.at) / gap;
    return { at: since, upvotes: Math.round(before.upvotes + share * (after.upvotes - before.upvotes)) };
  }
  // A paper that was met for the first time long after it was listed: when its upvotes came, nobody knows.
  if (before.upvotes === 0) return null;
  return { at: since, upvotes: before.upvotes };
}

/**
 * How the upvotes came over the window: the gain in each of so many equal pieces of it, oldest first; none where fewer
 * than two counts are known.
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

/** The count at a moment, on the line between those around it. */
function levelAt(counts: readonly UpvoteCount[], at: Instant): number {
  const next = counts.findIndex((count) => count.at > at);
  const [earlier, later] = [counts[next === -1 ? counts.length - 1 : next - 1], counts[next]];
  if (earlier === undefined) return later?.upvotes ?? 0;
  if (later === undefined) return earlier.upvotes;
  return earlier.upvotes + ((at - earlier.at) / (later.at - earlier.at)) * (later.upvotes - earlier.upvotes);
}
