import type { LocalDate } from '../time.ts';
import type { ListingEntry, SkippedItem } from './listing.ts';
import type { SourceId } from './paper.ts';

/** A paper that was announced in the past, and when. It is stored, found and counted, but never posted. */
export interface PastEntry extends ListingEntry {
  /** The day on which it was announced, as far as the source says. */
  readonly date: LocalDate;
}

/** A page of the papers that a source has for one day of the past. */
export interface BackfillPage {
  readonly source: SourceId;
  /** The requested day. Some sources give papers by another day than that of their announcement. */
  readonly day: LocalDate;
  readonly entries: readonly PastEntry[];
  readonly skipped: readonly SkippedItem[];
  /** The source's token for the next page of this day; null where this was the last page. */
  readonly resumeToken: string | null;
}
