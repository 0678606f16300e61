import type { Paper, PaperId } from '../papers/paper.ts';
import type { Ranking, RankingName } from '../papers/ranking.ts';
import type { UpvoteCount, UpvoteTrend, UpvoteWindow } from '../papers/upvotes.ts';
import type { Instant } from '../ports.ts';

/** How upvotes moved, and how sources rank papers. */
export interface UpvoteVerbs {
  /**
   * Puts the ranking in the place of the one of that name. Its papers are merged by id before, in steps; none becomes
   * news by it.
   */
  recordRanking(ranking: Ranking, at: Instant, nextPullAt: Instant): Promise<void>;
  /** Remembers a pull that brought nothing new: the ranking stands as it was. `failure`: why it could not be had. */
  noteRankingPull(name: RankingName, pull: RankingPull): Promise<void>;
  rankingRecord(name: RankingName): Promise<RankingRecord | null>;
  /**
   * Papers whose upvotes moved within the window, the fastest first; then those of which that is not known, as the
   * sources rank what is trending; of equal ones those with more upvotes.
   */
  trendingPapers(search: TrendingSearch): Promise<readonly TrendingPaper[]>;
  /** The trends of those of the papers that have upvotes. */
  upvoteTrends(ids: readonly PaperId[], window: UpvoteWindow): Promise<ReadonlyMap<PaperId, UpvoteTrend>>;
}

export interface RankingPull {
  readonly at: Instant;
  readonly nextPullAt: Instant;
  readonly failure?: string;
}

export interface RankingRecord extends RankingName {
  readonly pulledAt: Instant;
  /** When it was last had from the source; null where it never was. */
  readonly lastSuccessAt: Instant | null;
  /** Why the last pull failed; null where it did not. */
  readonly reason: string | null;
  /** Pulls in a row that failed. */
  readonly failures: number;
  readonly nextPullAt: Instant;
  readonly etags: Readonly<Record<string, string>>;
}

export interface TrendingSearch {
  readonly window: UpvoteWindow;
  readonly offset: number;
  readonly limit: number;
}

export interface TrendingPaper {
  readonly paper: Paper;
  readonly trend: UpvoteTrend;
  /** The counts of the window, with the one before it, oldest first. */
  readonly counts: readonly UpvoteCount[];
  /** Its place in the source's own ranking of what is trending, from 1; null where it has none. */
  readonly place: number | null;
}
