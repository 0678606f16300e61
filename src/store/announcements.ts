import type { CategoryReceipt, SkippedItem } from '../papers/listing.ts';
import type { PaperId, SourceId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { ListingRecord } from './listings.ts';

/** How completely a listing was pulled. */
interface Completeness {
  /** In the order of the categories' names; empty where the source has none. */
  readonly categories: readonly CategoryReceipt[];
  /** What could not be read, and why. */
  readonly skipped: readonly SkippedItem[];
}

/** When a listing is to be pulled again. */
export interface NextPull {
  /** How many pulls in a row have not brought the day. */
  readonly failures: number;
  readonly at: Instant;
}

/** What is known of the trustworthiness of what sources announced. */
export interface AnnouncementVerbs {
  /** Of each category, what was announced and fetched, and what was skipped and why. Empty where nothing was pulled. */
  completeness(source: SourceId, date: LocalDate): Promise<Completeness>;
  /** Categories with far fewer papers than on the days before and on that day of the last week. */
  thinCategories(source: SourceId, date: LocalDate): Promise<readonly string[]>;
  /** For each of the papers that a listing of the source ever made news: the date of the first such listing. */
  firstListed(source: SourceId, ids: readonly PaperId[]): Promise<ReadonlyMap<PaperId, LocalDate>>;
  /** Calls a listing that is there what a closer look found it to be; nothing else changes. */
  judgeListing(source: SourceId, date: LocalDate, verdict: Pick<ListingRecord, 'state' | 'reason'>): Promise<void>;
  /** Remembers when a listing that is there is to be pulled again. */
  schedulePull(source: SourceId, date: LocalDate, next: NextPull): Promise<void>;
}
