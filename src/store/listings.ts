import type { AnnounceType } from '../papers/announce-type.ts';
import type { PaperId, SourceId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';

/** How many papers a recorded listing (or page of a backfill) added and changed. `announced` = `fresh` + `updated` + `unchanged` + `skipped`. */
export interface RecordedCounts {
  readonly announced: number;
  /** Papers that were not stored before. */
  readonly fresh: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  /** Papers that a source states to be one and that cannot be; absent where there are none. */
  readonly keptApart?: readonly KeptApart[];
}

/** What is known of one source's listing of one date. */
export interface ListingRecord {
  readonly source: SourceId;
  readonly date: LocalDate;
  /**
   * How the last pull ended. `stale`: an earlier day's papers came under this date. `partial`: papers of the day were
   * missing. `waiting`: the source has not told this day yet.
   */
  readonly state: 'listed' | 'quiet' | 'stale' | 'partial' | 'waiting' | 'failed';
  /** Null where it is `listed` or `quiet`. */
  readonly reason: string | null;
  readonly pulledAt: Instant;
  /** When the source last gave this listing, whatever came after; null where it never did. */
  readonly lastSuccessAt: Instant | null;
  /** Papers listed, by announce type. */
  readonly counts: Readonly<Record<AnnounceType, number>>;
  readonly skipped: number;
  readonly etags: Readonly<Record<string, string>>;
  /** How many pulls in a row have not brought the day. */
  readonly failures: number;
  /** When it is to be pulled again; null where that was never said. */
  readonly nextPullAt: Instant | null;
}

/** A paper that states an id which is, or is stated to be, another's, though each has an id from the same server. */
export interface KeptApart {
  readonly id: PaperId;
  readonly other: PaperId;
  readonly stated: PaperId;
}
