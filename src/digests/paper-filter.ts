import type { Paper, SourceId } from '../papers/paper.ts';

/** What a paper needs beside a topic that it matches, to come into a channel's digest. */
export interface PaperFilter {
  /** One of these sources has to list it; null for any. */
  readonly sources: readonly SourceId[] | null;
  /** The fewest upvotes. A paper without a count has none, so 0 lets every paper through. */
  readonly minUpvotes: number;
}

/** The filter of a channel's settings; null if it lets every paper through. */
export const filterOf = ({ sources, minUpvotes }: PaperFilter): PaperFilter | null =>
  sources === null && minUpvotes === 0 ? null : { sources, minUpvotes };

/** Which part of the filter a paper does not pass; null if it passes. */
export function refusalOf(paper: Paper, { sources, minUpvotes }: PaperFilter): 'sources' | 'upvotes' | null {
  if (sources !== null && !paper.sources.some((source) => sources.includes(source))) return 'sources';
  return upvotesOf(paper) < minUpvotes ? 'upvotes' : null;
}

const upvotesOf = ({ extras }: Paper): number => extras.upvotes ?? 0;

export function isSameFilter(one: PaperFilter | null, other: PaperFilter | null): boolean {
  if (one === null || other === null) return one === other;
  return one.minUpvotes === other.minUpvotes && one.sources?.join() === other.sources?.join();
}
