import type { BackfillPage } from '../papers/backfill.ts';
import type { SourceId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { RecordedCounts } from './listings.ts';

/** How much of a source's past day is stored. */
export interface BackfilledDay {
  readonly date: LocalDate;
  /** The source's token for the rest of the day; null if the day is complete. */
  readonly resumeToken: string | null;
  /** When its last page was stored. */
  readonly at: Instant;
}

/** Verbs that store announcements of past days. */
export interface BackfillVerbs {
  /**
   * Adds a page: merges its papers by id, and makes those that are not news yet old news of their date, which no
   * channel ever receives. The papers are stored in small steps and the resume token of the day
   * last, so that a page which was interrupted is fetched again.
   */
  recordBackfill(page: BackfillPage, at: Instant): Promise<RecordedCounts>;
  /** The days from `from` to `to`, both inclusive, of which at least one page is stored. */
  backfilledDays(source: SourceId, from: LocalDate, to: LocalDate): Promise<readonly BackfilledDay[]>;
}
