import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { PaperQuery } from '../../rules/search/paper-query.ts';
import type { UpvoteBounds } from '../../rules/search/topic-query.ts';
import type { NewsCandidate } from '../../rules/search/whole-dates.ts';
import type { Connection } from '../connection.ts';

/** What papers are searched by. */
export interface Wanted {
  /** Null finds every paper. */
  readonly query: PaperQuery | null;
  readonly upvotes: UpvoteBounds | null;
}

/**
 * Finds papers in the full-text index. Papers are numbered in the order of their arrival, and those of a backfill
 * downwards, so that a lower number mostly means an older paper.
 */
export interface CandidateFinder {
  /** Begins a search, in whose transaction everything is found until the next one begins. */
  begin(): Promise<void>;
  /** Best first, at most `limit`. With `since`, only papers since that day; see `isSince`. */
  ranked(wanted: Wanted, since: LocalDate | undefined, limit: number): Promise<readonly number[]>;
  /** How many papers are found. */
  count(wanted: Wanted, since: LocalDate | undefined): Promise<number>;
  has(wanted: Wanted): Promise<boolean>;
  /** Paper numbers from `lowest` on, newest first. */
  numbers(wanted: Wanted, lowest: number): Promise<readonly number[]>;
  /** Papers that became news at `since` or later, newest first. */
  news(wanted: Wanted, since: Instant, limit: number): Promise<readonly NewsCandidate[]>;
  /** Papers that became news, the latest date of publication first. Papers without one count by the day of their news. */
  published(wanted: Wanted, since: LocalDate | undefined, limit: number): Promise<readonly number[]>;
  /** How many papers became news at `since` or later, on dates after `after`. */
  countNews(wanted: Wanted, since: Instant, after: LocalDate): Promise<number>;
}

/**
 * Makes what finds papers in the full-text index of a database. Words in other fields than the title and the abstract do
 * not count for the ranking, so that a search for authors or categories alone shows the newest papers first.
 * @param first gives the number of the first paper that can be found
 */
export type IndexFinder = (db: Connection, first: () => Promise<number>) => CandidateFinder;
