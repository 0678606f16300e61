import type { DayKind, Listing, ListingEntry } from '../papers/listing.ts';
import type { Paper, PaperId, SourceId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { PastPapers } from './past.ts';

/** Where papers come from. One folder and one line in `registry.ts` each; all pass the shared contract test. */
export interface PaperSource {
  readonly id: SourceId;
  /** As people know it: `Hugging Face Daily Papers`. */
  readonly name: string;
  /** The dates whose listings are worth asking for now, oldest first: a day may grow for several days. */
  datesToPull(now: Instant): readonly LocalDate[];
  /**
   * The listing that a digest made at that moment counts on, or null where the source announces nothing on that day.
   * Absent: no digest waits for this source.
   */
  expects?(at: Instant): ExpectedListing | null;
  /** What its calendar says of a day; absent where any day may bring papers. */
  dayKind?(date: LocalDate): DayKind;
  /** Whether its papers come with categories, so that a topic which asks for one can be met by it alone. */
  readonly hasCategories?: boolean;
  /** Whether a paper of it can be in that category; absent where it can be in any. */
  canHave?(category: string): boolean;
  /** How long a recorded listing stands before it is worth asking for again, in milliseconds. */
  readonly refreshMs: number;
  /**
   * Fetches the listing of one date, whole or not at all.
   * @throws SourceError where the listing cannot be had; nothing is to be stored then.
   */
  pull(request: PullRequest): Promise<PulledListing>;
  /**
   * Asks in a second way, independent of the listing, which papers were announced on a day: where a listing is in doubt.
   * @throws SourceError where it cannot be asked
   */
  crossCheck?(request: CrossCheckRequest): Promise<CrossCheck>;
  /** What it can still tell of the past; absent where that is nothing. */
  readonly past?: PastPapers;
  /**
   * Looks up one paper by id, or null where the source does not know it. Null at once, and nobody is asked, where none of
   * its papers can have such an id. Absent where the source cannot look up papers.
   */
  lookUp?(id: PaperId, signal: AbortSignal): Promise<Paper | null> | null;
}

export interface ExpectedListing {
  readonly date: LocalDate;
  /** The source tells the whole day at once: a listing that was had is complete, whatever a later pull says. */
  readonly isWhole: boolean;
}

export interface CrossCheckRequest {
  readonly date: LocalDate;
  readonly now: Instant;
  readonly signal: AbortSignal;
}

export interface CrossCheck {
  /** News of that day, as far as the second way knows; papers of days just before can be among them. */
  readonly entries: readonly ListingEntry[];
  /** The categories that it tells of. */
  readonly categories: readonly string[];
  /** True where the day was announced, and has no paper in these categories. */
  readonly isQuiet: boolean;
  /** False where the day is so far gone that what was not announced will not be. */
  readonly canStillCome: boolean;
}

export interface PullRequest {
  readonly date: LocalDate;
  /** False: a source that holds one listing only may answer with that one, under its own date, instead of failing. */
  readonly isExact: boolean;
  /** ETags of the last recorded pull of this date. */
  readonly etags: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/**
 * `listed`: the source announced (or shows) papers. `unchanged`: nothing changed since the pull that left the ETags.
 * `quiet`: the source says of itself that this day has no papers.
 */
export type PulledListing =
  | { readonly kind: 'listed' | 'quiet'; readonly listing: Listing }
  | { readonly kind: 'unchanged' };

/**
 * Why a listing could not be had.
 * - `unreachable`: no answer, or a broken one, within the deadline
 * - `refused`: an HTTP status that is no success; `retryAfterMs` where the source said how long
 * - `malformed`: an answer that is not what the source is known to send
 * - `too-large`: more decoded bytes than the cap
 * - `other-date`: the source holds another date than the one asked for
 * - `truncated`: the source's own cap cut the listing and no smaller request is left
 * - `expired`: it does not go on with what it told in parts, which is to be begun anew
 */
export type SourceErrorCode =
  | 'unreachable'
  | 'refused'
  | 'malformed'
  | 'too-large'
  | 'other-date'
  | 'truncated'
  | 'expired';

/** A failed pull. `message` says what happened in plain words, without secrets and without the answer's body. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;
  readonly retryAfterMs: number | null;
  /** The HTTP status with which it was refused, where it was. */
  readonly status: number | null;

  constructor(
    code: SourceErrorCode,
    message: string,
    options: { cause?: unknown; retryAfterMs?: number; status?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'SourceError';
    this.code = code;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.status = options.status ?? null;
  }
}
