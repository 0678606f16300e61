import type { LocalDate } from '../time.ts';
import type { AnnounceType } from './announce-type.ts';
import type { Paper, PaperId, SourceId } from './paper.ts';

/** What a source's calendar says of a day: it announces papers then, or it is quiet, and why. */
export type DayKind = 'expected' | 'weekend' | 'holiday';

export interface ListingEntry {
  readonly paper: Paper;
  readonly announceType: AnnounceType;
}

/** The paper of an entry as one that this source listed. */
export const listedPaper = (source: SourceId, { paper, announceType }: ListingEntry): Paper => ({
  ...paper,
  sources: [source],
  announcedAs: announceType,
});

/** An item of a listing that could not be read. It is left out; the rest of the listing counts. */
export interface SkippedItem {
  /** The item's id where it has a readable one, otherwise its place: `item 17`. */
  readonly item: PaperId | string;
  readonly reason: string;
  /** The categories that it names; absent where the source has none. */
  readonly categories?: readonly string[];
}

/** How completely one category was pulled: of so many papers that were announced as news, so many could be fetched. */
export interface CategoryReceipt {
  /** `cs.CL`, or a whole archive: `astro-ph.*`. */
  readonly category: string;
  readonly announced: number;
  /** `announced`, less what was skipped. */
  readonly fetched: number;
}

/** What one source announced on one date, as pulled. */
export interface Listing {
  readonly source: SourceId;
  readonly date: LocalDate;
  /** Each paper once. */
  readonly entries: readonly ListingEntry[];
  readonly skipped: readonly SkippedItem[];
  /** ETags of the answers, by request path, to be sent with the next pull of the same date. */
  readonly etags: Readonly<Record<string, string>>;
  /**
   * True where the source said of some requests that nothing changed (304), so that `entries` lacks what they listed:
   * what is stored for this date stays and `entries` is added to it. (It is added in any case; nothing is ever removed.)
   */
  readonly isPartial: boolean;
  /** For each category that was asked for and answered anew; absent where the source has no categories. */
  readonly receipts?: readonly CategoryReceipt[];
}
