import type { CategoryReceipt } from '../papers/listing.ts';
import type { SourceId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';

/** A listing that a digest counted on and that was not there. */
export interface MissingListing {
  readonly source: SourceId;
  /** As people know the source: `arXiv`. */
  readonly name: string;
  /** The listing's own date. */
  readonly date: LocalDate;
  /**
   * `waiting`: not announced yet. `stale`: an earlier day's under this date. `partial`: papers of the day were missing.
   * `failed`: it could not be had.
   */
  readonly state: 'waiting' | 'stale' | 'partial' | 'failed';
}

/** A listing that a digest counted on and that was there. */
export interface CountedListing {
  readonly source: SourceId;
  readonly date: LocalDate;
  /** Of the categories that the channel's topics ask for, in the order in which they do. */
  readonly categories: readonly CategoryAccount[];
}

/** How completely a category was pulled, and how many papers of it match. */
export interface CategoryAccount extends CategoryReceipt {
  readonly matched: number;
}

/** Several days in one digest, and why. */
export interface CoveredDays {
  /** The first day that got no digest of its own. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** `away`: the bot was not running. `blocked`: the channel could not be posted to. */
  readonly reason: 'away' | 'blocked';
}

/** What a digest says of itself beside its papers. */
export interface DigestNotes {
  /** Null where the digest is for its one day. */
  readonly covers: CoveredDays | null;
  /** Empty where the day was complete. */
  readonly missing: readonly MissingListing[];
  /** Absent where no source tells its whole day at once. */
  readonly told?: readonly CountedListing[];
  /** When the digest was made: until then it was waited for what is missing. */
  readonly madeAt: Instant;
  /** Papers that matched during a pause or a long block and were left out at its end. */
  readonly skippedPapers: number;
}
