import type { LocalDate } from '../time.ts';
import type { AnnounceType } from './announce-type.ts';
import type { Paper, PaperId, SourceId } from './paper.ts';

/** A day in a source's calendar: it announces papers then, or it is quiet for a reason. */
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

/**
 * Why the counts of a category may be too low.
 * - `unread`: its request failed. The counts are those of a second way, if one was asked.
 * - `partly-unread`: the request of some categories of the archive failed, or a page that has papers of any category
 * - `unchecked`: the source's usual number is not known yet, and no second way could be asked
 */
export type ReceiptDoubt = 'unread' | 'partly-unread' | 'unchecked';

/** Categories whose papers could not be fetched because their request failed. */
export interface UnreadCategories {
  readonly categories: readonly string[];
  readonly reason: string;
}

/** How completely one category was pulled: how many papers were announced as news, and how many were fetched. */
export interface CategoryReceipt {
  /** `cs.CL`, or a whole archive: `astro-ph.*`. */
  readonly category: string;
  readonly announced: number;
  /** `announced` without the skipped items. */
  readonly fetched: number;
  /** Absent where there is no doubt. */
  readonly doubt?: ReceiptDoubt;
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
   * True where nothing changed for some requests (304), so that `entries` lacks their papers. The stored entries of this
   * date stay in any case, and `entries` is added to them.
   */
  readonly isPartial: boolean;
  /** One for each requested category that changed; absent where the source has no categories. */
  readonly receipts?: readonly CategoryReceipt[];
  /** The categories whose requests failed; absent where all succeeded. Then the listing is partial too. */
  readonly unread?: readonly UnreadCategories[];
  /** Why the listing lacks papers of the day, though its requests succeeded; absent where it lacks none. */
  readonly lacks?: string;
}
