import type { BackfillPage } from '../papers/backfill.ts';
import type { LocalDate } from '../time.ts';

/** The past papers of a source. */
export interface PastPapers {
  /** After how many days a past day does not change any more. */
  readonly settledAfterDays: number;
  /**
   * Fetches a page of a day.
   * @throws SourceError where it cannot be fetched; `expired` where the day must be started again
   */
  page(request: PastRequest): Promise<BackfillPage>;
}

export interface PastRequest {
  readonly date: LocalDate;
  /** The token of the page before; null for the first page of the day. */
  readonly resumeToken: string | null;
  readonly signal: AbortSignal;
}
