import type { CategoryReceipt } from '../papers/listing.ts';
import type { SourceId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';

/** A listing that a digest counted on and that was missing. */
export interface MissingListing {
  readonly source: SourceId;
  /** As people know the source: `arXiv`. */
  readonly name: string;
  /** The listing's own date. */
  readonly date: LocalDate;
  /**
   * `waiting`: not announced yet. `stale`: an earlier day's listing under this date. `partial`: papers of the day were missing.
   * `failed`: it could not be pulled.
   */
  readonly state: 'waiting' | 'stale' | 'partial' | 'failed';
}

/** A listing that a digest counted on and that was there. */
export interface CountedListing {
  readonly source: SourceId;
  readonly date: LocalDate;
  /** The accounts of the categories that the channel's topics name, in their order. */
  readonly categories: readonly CategoryAccount[];
}

/** How completely a category was pulled, and how many of its papers match. */
export interface CategoryAccount extends CategoryReceipt {
  readonly matched: number;
  /** How many more match that are late. Absent means none. */
  readonly late?: number;
}

/** Several days in one digest, and why. */
export interface CoveredDays {
  /** The first day without its own digest. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** `away`: the bot was not running. `blocked`: the bot could not post to the channel. */
  readonly reason: 'away' | 'blocked';
}

/** What a digest says about itself beside its papers. */
export interface DigestNotes {
  /** Null where the digest is for one day. */
  readonly covers: CoveredDays | null;
  /** Empty where the day was complete. */
  readonly missing: readonly MissingListing[];
  /** Absent where no source tells its whole day at once. */
  readonly counted?: readonly CountedListing[];
  /** When the digest was made. It waited for missing listings until then. */
  readonly madeAt: Instant;
  /** Papers that matched during a pause or a long block and were left out at its end. */
  readonly skippedPapers: number;
}
