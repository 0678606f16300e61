import type { BackfillPage } from '../papers/backfill.ts';
import type { LocalDate } from '../time.ts';

/** What a source can still tell of the past. */
export interface PastPapers {
  /** After so many days a day does not change any more: what was had of it by then is all of it. */
  readonly settledAfterDays: number;
  /**
   * Fetches some of what it has for a day.
   * @throws SourceError where it cannot be had; `expired` where the day is to be begun anew
   */
  page(request: PastRequest): Promise<BackfillPage>;
}

export interface PastRequest {
  readonly date: LocalDate;
  /** From the page before; null for the first one of the day. */
  readonly resumeToken: string | null;
  readonly signal: AbortSignal;
}
