import type { CountedListing, MissingListing } from '../digests/notes.ts';
import type { SourceId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';

/**
 * The outcome of a channel's digest of one day.
 * - `planned`: it is in the outbox, and its deliveries show whether it arrived
 * - `quiet`: no paper matched, and every source had announced the day
 * - `stale`: no paper matched, but a source had not announced the day
 * - `waiting`: it waits for a source
 * - `failed`: it could not be made, and will be tried again
 */
export interface DigestRun {
  readonly channelId: string;
  readonly date: LocalDate;
  readonly state: 'planned' | 'quiet' | 'stale' | 'waiting' | 'failed';
  /** When the digest was first tried. */
  readonly since: Instant;
  readonly at: Instant;
  /** Papers announced, matching, and shown. */
  readonly announced: number;
  readonly matched: number;
  readonly shown: number;
  /** Listings that it waits for, or was made without. */
  readonly missing: readonly MissingListing[];
  /** Listings that it expected and that were there. A paper added to one of them later is late. Absent means none. */
  readonly counted?: readonly CountedListing[];
  /** Why it failed; null otherwise. */
  readonly reason: string | null;
}

/** A listing that an earlier digest of a channel expected. */
export interface EarlierListing {
  readonly source: SourceId;
  readonly date: LocalDate;
  /** Whether the digest was made without it. Otherwise it was there. */
  readonly isMissing: boolean;
}

/** Verbs that record the outcome of each day's digest. */
export interface RunVerbs {
  /** Records the outcome of a day's digest so far. `since` stays as it was first written. */
  recordRun(run: DigestRun): Promise<void>;
  digestRun(channelId: string, date: LocalDate): Promise<DigestRun | null>;
  /** The runs of these channels for a date, by channel. Channels without one are left out. */
  digestRunsOn(date: LocalDate, channelIds: readonly string[]): Promise<ReadonlyMap<string, DigestRun>>;
  /** The channel's runs, newest day first. */
  digestRuns(channelId: string, limit: number): Promise<readonly DigestRun[]>;
  /**
   * The listings that digests of the channel of that date or later expected: all that one was made without, and those
   * that were there for the last 14.
   */
  earlierListings(channelId: string, since: LocalDate): Promise<readonly EarlierListing[]>;
}
