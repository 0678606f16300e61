import type { UpvoteTrend } from '../../papers/upvotes.ts';

/** A paper that may be trending. */
interface PlacedPaper {
  readonly trend: UpvoteTrend;
  /** Its best position in a source's ranking of trending papers, from 1; null if it has none. */
  readonly place: number | null;
}

/**
 * The trending papers among some, in their order: those that gained upvotes, by the velocity of the gain; then others that
 * a source calls trending, in its order. Ties are broken by upvotes.
 */
export const trendingFirst = <Placed extends PlacedPaper>(papers: readonly Placed[]): readonly Placed[] =>
  papers.filter(({ trend, place }) => (trend.gained ?? 0) > 0 || place !== null).sort(byVelocity);

const byVelocity = (one: PlacedPaper, other: PlacedPaper): number =>
  Math.max(0, other.trend.perHour ?? 0) - Math.max(0, one.trend.perHour ?? 0) ||
  (one.place ?? Number.MAX_SAFE_INTEGER) - (other.place ?? Number.MAX_SAFE_INTEGER) ||
  other.trend.upvotes - one.trend.upvotes;

/** Whether a count of upvotes is stored: if it is known and differs from the one before. */
export const isNewCount = (before: number | null, upvotes: number | null): upvotes is number =>
  upvotes !== null && upvotes !== before;
