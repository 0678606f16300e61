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
  /** Categories with far fewer papers than on the days before and on the same day of the week before. */
  thinCategories(source: SourceId, date: LocalDate): Promise<readonly string[]>;
  /** The date of the source's first listing that made each paper news. Papers without such a listing are left out. */
  firstListed(source: SourceId, ids: readonly PaperId[]): Promise<ReadonlyMap<PaperId, LocalDate>>;
  /** Sets the state and reason of a stored listing, after a closer look. Nothing else changes. */
  judgeListing(source: SourceId, date: LocalDate, verdict: Pick<ListingRecord, 'state' | 'reason'>): Promise<void>;
  /** Sets when a stored listing should be pulled again. */
  schedulePull(source: SourceId, date: LocalDate, next: NextPull): Promise<void>;
}
