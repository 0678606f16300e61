import type { CategoryReceipt, SkippedItem } from '../papers/listing.ts';
import type { PaperId, SourceId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { ListingRecord } from './listings.ts';

/** How complete the pulls of a listing were. */
interface Completeness {
  /** Sorted by category; empty if the source has no categories. */
  readonly categories: readonly CategoryReceipt[];
  /** Items that could not be read, each with the reason. */
  readonly skipped: readonly SkippedItem[];
}

/** How the categories of a listing compare with their usual numbers of papers. */
export interface ComparisonWithUsual {
  /** Those with far fewer papers than usual. */
  readonly thin: readonly string[];
  /** Those whose usual number is not known yet, because fewer than three earlier days are stored. */
  readonly unknown: readonly string[];
}

/** The judgement of a listing. */
export interface Verdict extends Pick<ListingRecord, 'state' | 'reason'> {
  /** The categories that could not be checked; absent where there are none. */
  readonly unchecked?: readonly string[];
}

/** When a listing should be pulled again. */
export interface NextPull {
  /** How many pulls in a row did not bring the day's listing. */
  readonly failures: number;
  readonly at: Instant;
}

/** Verbs that record and check how trustworthy a listing is. */
export interface AnnouncementVerbs {
  /** The counts of each category, and the skipped items. Both are empty if nothing was pulled. */
  completeness(source: SourceId, date: LocalDate): Promise<Completeness>;
  /**
   * Compares a listing with the days before, and with the same day of the week before. The empty name stands for the
   * whole listing of a source without categories.
   */
  compareWithUsual(source: SourceId, date: LocalDate): Promise<ComparisonWithUsual>;
  /** The date of the source's first listing that made each paper news. Papers without such a listing are left out. */
  firstListed(source: SourceId, ids: readonly PaperId[]): Promise<ReadonlyMap<PaperId, LocalDate>>;
  /** Sets the state and reason of a stored listing, after a closer look, and which categories could not be checked. */
  judgeListing(source: SourceId, date: LocalDate, verdict: Verdict): Promise<void>;
  /** Sets when a stored listing should be pulled again. */
  schedulePull(source: SourceId, date: LocalDate, next: NextPull): Promise<void>;
}
