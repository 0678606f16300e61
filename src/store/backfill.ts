import type { BackfillPage } from '../papers/backfill.ts';
import type { SourceId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { RecordedCounts } from './listings.ts';

/** How far a source's day of the past is stored. */
export interface BackfilledDay {
  readonly date: LocalDate;
  /** With what the source is to be asked for the rest; null where the day is whole. */
  readonly resumeToken: string | null;
  /** When its last page was stored. */
  readonly at: Instant;
}

/** What is remembered of the past that was fetched later. */
export interface BackfillVerbs {
  /**
   * Adds a page: its papers are merged by id, and those that are no news so far become old news of their date, which no
   * channel is ever given. How far its day came is remembered in the same step.
   */
  recordBackfill(page: BackfillPage, at: Instant): Promise<RecordedCounts>;
  /** The days of that time that were begun, both inclusive. */
  backfilledDays(source: SourceId, from: LocalDate, to: LocalDate): Promise<readonly BackfilledDay[]>;
}
