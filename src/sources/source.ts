import type { DayKind, Listing, ListingEntry } from '../papers/listing.ts';
import type { Paper, PaperId, SourceId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { PastPapers } from './past.ts';

/** A source of papers. It has a folder and a line in `registry.ts`, and passes the shared contract test. */
export interface PaperSource {
  readonly id: SourceId;
  /** The name for people: `Hugging Face Daily Papers`. */
  readonly name: string;
  /** The dates to pull now, oldest first. A listing may grow for several days. */
  datesToPull(now: Instant): readonly LocalDate[];
  /**
   * The listing that a digest made at that moment counts on, or null where the source announces nothing on that day.
   * Absent where no digest waits for this source.
   */
  expects?(at: Instant): ExpectedListing | null;
  /** The kind of a day in its calendar; absent where any day may bring papers. */
  dayKind?(date: LocalDate): DayKind;
  /** Whether its papers have categories. A topic that names a category needs such a source. */
  readonly hasCategories?: boolean;
  /** Whether its papers can be in that category; absent where they can be in any. */
  canHave?(category: string): boolean;
  /** How long a recorded listing is current before it is pulled again, in milliseconds. */
  readonly refreshMs: number;
  /**
   * Fetches the listing of one date. Where some of its requests fail, the listing names what is missing.
   * @throws SourceError where nothing of it can be fetched; nothing must be stored then
   */
  pull(request: PullRequest): Promise<PulledListing>;
  /**
   * Asks in a second way which papers were announced on a day, to check a doubtful listing.
   * @throws SourceError where the request failed
   */
  crossCheck?(request: CrossCheckRequest): Promise<CrossCheck>;
  /**
   * Makes one small request, to find out whether the source answers.
   * @throws SourceError where it does not
   */
  probe(signal: AbortSignal): Promise<void>;
  /** Its past papers; absent where it has none. */
  readonly past?: PastPapers;
  /**
   * Looks up one paper by id, or null where the source does not know it. Null without a promise where none of its papers
   * can have such an id. Absent where the source cannot look up papers.
   */
  lookUp?(id: PaperId, signal: AbortSignal): Promise<Paper | null> | null;
}

export interface ExpectedListing {
  readonly date: LocalDate;
  /** Whether the source announces the whole day at once, so that a pulled listing is complete, whatever a later pull says. */
  readonly isWhole: boolean;
}

export interface CrossCheckRequest {
  readonly date: LocalDate;
  readonly now: Instant;
  readonly signal: AbortSignal;
}

export interface CrossCheck {
  /** What the second way is, for messages: `search`. */
  readonly way: string;
  /** The news of that day, as far as the second way knows it. It may include papers of the days just before. */
  readonly entries: readonly ListingEntry[];
  /** The categories that it covers. */
  readonly categories: readonly string[];
  /** Whether ids grow from one announcement to the next. */
  readonly hasGrowingIds: boolean;
  /** True where the day was announced and has no paper in these categories. */
  readonly isQuiet: boolean;
  /** False where it is too late for an announcement of the day. */
  readonly canStillCome: boolean;
}

export interface PullRequest {
  readonly date: LocalDate;
  /** Whether only this date will do. If not, a source with a single listing may answer with that, under its date. */
  readonly isExact: boolean;
  /** ETags of the last recorded pull of this date. */
  readonly etags: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Is called after each request, if the pull makes several, with the share of them that is done: from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * `listed`: the source announced (or shows) papers. `unchanged`: nothing changed since the pull with these ETags.
 * `quiet`: the source says that this day has no papers.
 */
export type PulledListing =
  | {
      readonly kind: 'listed' | 'quiet';
      readonly listing: Listing;
      /** How long the source asked to wait, in milliseconds, where a part of the requests failed. */
      readonly retryAfterMs?: number;
    }
  | { readonly kind: 'unchanged' };

/**
 * Why a listing could not be fetched.
 * - `unreachable`: no answer, or a broken one, within the deadline
 * - `refused`: an HTTP status that is not a success; `retryAfterMs` where the source asked for a wait
 * - `malformed`: an answer in an unknown form
 * - `too-large`: more decoded bytes than the cap
 * - `other-date`: the source has another date than the requested one
 * - `truncated`: the source's cap cut the listing, and no smaller request is left
 * - `expired`: the source does not continue a sequence of pages, which must be started again
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
  /** The HTTP status of a refusal. */
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
