import type { CountedListing, MissingListing } from '../digests/notes.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';

/**
 * What came of a channel's digest of one day.
 * - `planned`: it stands in the outbox; whether it is delivered, its deliveries tell
 * - `quiet`: no paper matched, and every source had told the day
 * - `stale`: no paper matched, but a source had not told the day
 * - `waiting`: it waits for a source
 * - `failed`: it could not be made; it is tried again
 */
export interface DigestRun {
  readonly channelId: string;
  readonly date: LocalDate;
  readonly state: 'planned' | 'quiet' | 'stale' | 'waiting' | 'failed';
  /** When the digest was first due and looked at. */
  readonly since: Instant;
  readonly at: Instant;
  /** Papers announced, matching, and shown. */
  readonly announced: number;
  readonly matched: number;
  readonly shown: number;
  /** What it waits for, or went without. */
  readonly missing: readonly MissingListing[];
  /** The listings that it counted on and had: a paper of theirs that comes later is late. Absent: none. */
  readonly counted?: readonly CountedListing[];
  /** Why it failed; null otherwise. */
  readonly reason: string | null;
}

/** What is remembered of the runs of digests. */
export interface RunVerbs {
  /** Writes what came of a day's digest so far. `since` stays as it was first written. */
  recordRun(run: DigestRun): Promise<void>;
  digestRun(channelId: string, date: LocalDate): Promise<DigestRun | null>;
  /** The channel's runs, newest day first. */
  digestRuns(channelId: string, limit: number): Promise<readonly DigestRun[]>;
}
