import type { Paper, PaperId } from '../papers/paper.ts';
import type { Ranking, RankingName } from '../papers/ranking.ts';
import type { UpvoteCount, UpvoteTrend, UpvoteWindow } from '../papers/upvotes.ts';
import type { Instant } from '../ports.ts';

/** Verbs for upvotes over time, and for the rankings of sources. */
export interface UpvoteVerbs {
  /**
   * Replaces the ranking of that name. Its papers are merged by id first, in steps. They do not become news.
   */
  recordRanking(ranking: Ranking, at: Instant, nextPullAt: Instant): Promise<void>;
  /** Records a pull that did not change the ranking. `failure` says why it failed, if it did. */
  noteRankingPull(name: RankingName, pull: RankingPull): Promise<void>;
  rankingRecord(name: RankingName): Promise<RankingRecord | null>;
  /**
   * Papers that gained upvotes within the window, the fastest first; then other trending papers in the order of their
   * source. Ties are broken by upvotes.
   */
  trendingPapers(search: TrendingSearch): Promise<readonly TrendingPaper[]>;
  /** The trends of the given papers. Papers without upvotes are left out. */
  upvoteTrends(ids: readonly PaperId[], window: UpvoteWindow): Promise<ReadonlyMap<PaperId, UpvoteTrend>>;
}

export interface RankingPull {
  readonly at: Instant;
  readonly nextPullAt: Instant;
  readonly failure?: string;
}

export interface RankingRecord extends RankingName {
  readonly pulledAt: Instant;
  /** When a pull last succeeded; null if none did. */
  readonly lastSuccessAt: Instant | null;
  /** Why the last pull failed; null if it succeeded. */
  readonly reason: string | null;
  /** How many pulls in a row failed. */
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
  /** The counts within the window and the one before it, oldest first. */
  readonly counts: readonly UpvoteCount[];
  /** Its position in a source's ranking of trending papers, from 1; null if it has none. */
  readonly place: number | null;
}
