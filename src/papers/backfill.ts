import type { LocalDate } from '../time.ts';
import type { ListingEntry, SkippedItem } from './listing.ts';
import type { SourceId } from './paper.ts';

/** A paper that was announced in the past, and when. It is stored, found and counted, but never posted. */
export interface PastEntry extends ListingEntry {
  /** The day on which it was announced, as well as the source tells. */
  readonly date: LocalDate;
}

/** Some of what a source has for one day of the past. */
export interface BackfillPage {
  readonly source: SourceId;
  /** The day that was asked for; a source may tell papers by another day than that of their announcement. */
  readonly day: LocalDate;
  readonly entries: readonly PastEntry[];
  readonly skipped: readonly SkippedItem[];
  /** What the source wants to be told to go on with this day; null where this was all. */
  readonly resumeToken: string | null;
}
