import type { AnnounceType } from '../papers/announce-type.ts';
import type { PaperId, SourceId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';

/**
 * How many papers a recorded listing, or a page of a backfill, added and changed.
 * `announced` = `fresh` + `updated` + `unchanged` + `skipped`.
 */
export interface RecordedCounts {
  readonly announced: number;
  /** Papers that were not stored before. */
  readonly fresh: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  /** Papers that a source says are the same work and that cannot be; absent if there are none. */
  readonly keptApart?: readonly KeptApart[];
}

/** The record of one source's listing of one date. */
export interface ListingRecord {
  readonly source: SourceId;
  readonly date: LocalDate;
  /**
   * How the last pull ended. `stale`: an earlier day's papers came under this date. `partial`: papers of the day were
   * missing. `waiting`: the source has not announced this day yet.
   */
  readonly state: 'listed' | 'quiet' | 'stale' | 'partial' | 'waiting' | 'failed';
  /** Why it is in that state. If it is `listed`, why it could not be checked, or null; null if it is `quiet`. */
  readonly reason: string | null;
  readonly pulledAt: Instant;
  /** When a pull of this listing last succeeded; null if none did. */
  readonly lastSuccessAt: Instant | null;
  /** Papers listed, by announce type. */
  readonly counts: Readonly<Record<AnnounceType, number>>;
  readonly skipped: number;
  readonly etags: Readonly<Record<string, string>>;
  /** How many pulls in a row did not bring the day's listing. */
  readonly failures: number;
  /** When it should be pulled again; null if that was never set. */
  readonly nextPullAt: Instant | null;
}

/** A listing that a paper is in. */
export interface PaperListing {
  readonly source: SourceId;
  readonly date: LocalDate;
  readonly announceType: AnnounceType;
}

/** A paper that states another paper's id, though both have ids from the same server, so that they differ. */
export interface KeptApart {
  readonly id: PaperId;
  readonly other: PaperId;
  readonly stated: PaperId;
}
