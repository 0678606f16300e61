import type { SourceId } from '../papers/paper.ts';
import type { Clock, Instant, Logger } from '../ports.ts';
import type { PastPapers } from '../sources/past.ts';
import { type PaperSource, SourceError, type SourceErrorCode } from '../sources/source.ts';
import type { BackfilledDay } from '../store/backfill.ts';
import type { RecordedCounts } from '../store/listings.ts';
import type { Store } from '../store/store.ts';
import { datesUpTo, dayMs, type LocalDate, minuteMs } from '../time.ts';
import { addCounts, countsOf, noPapers, type PaperCounts } from './paper-counts.ts';

/** The result of a backfill of one source, as in the log and in `paperboy pull --from --json`. */
export interface BackfillReport extends PaperCounts {
  readonly source: SourceId;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /**
   * `stopped`: it was aborted. `failed`: the source was unreachable too long, or some days could not be read. Stored
   * papers stay, and the next run fetches the rest.
   */
  readonly outcome: 'done' | 'stopped' | 'failed';
  readonly days: number;
  /** Days that an earlier run stored completely, so that the source was not asked for them. */
  readonly daysStoredBefore: number;
  readonly daysStored: number;
  /** Only with `failed`. */
  readonly reason?: string;
}

/** A source that shows past days. */
export type PastSource = Pick<PaperSource, 'id' | 'name'> & { readonly past: PastPapers };

/** The progress of a backfill. */
export interface BackfillProgress {
  readonly source: PastSource;
  /** The day that is being fetched. */
  readonly date: LocalDate;
  readonly days: number;
  readonly daysDone: number;
  /** How many papers this run has fetched. */
  readonly papers: number;
  /** Why it waits. Null while it does not wait. */
  readonly waitsFor: { readonly reason: string; readonly ms: number } | null;
}

export interface BackfillTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  /** Rejects if the signal is aborted meanwhile. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly onProgress: (progress: BackfillProgress) => void;
}

export interface BackfillSpan {
  /** Both inclusive. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Fetches stored days again. */
  readonly isAgain: boolean;
}

/** The pauses after failures in a row. They are long, because a backfill of years runs overnight unattended. */
const pausesMs = [minuteMs, 5 * minuteMs, 15 * minuteMs, 30 * minuteMs];

/** Failures that may pass with time. Other failures belong to the day, and repeat. */
const passing: readonly SourceErrorCode[] = ['unreachable', 'refused', 'malformed'];
/** How many unreadable days in a row mean that the source itself is at fault. */
const mostOddDays = 3;

/** The state of one run. */
interface Run {
  readonly source: PastSource;
  readonly tools: BackfillTools;
  readonly signal: AbortSignal;
  readonly days: number;
  daysDone: number;
  daysStored: number;
  hasAnswered: boolean;
  readonly oddDays: { readonly date: LocalDate; readonly reason: string }[];
  oddDaysInARow: number;
  counts: RecordedCounts;
}

/**
 * Fetches a source's past days, the newest first, and stores them page by page. It continues where an earlier run
 * ended, even after a crash. Past papers are found and counted, but no digest delivers them.
 */
export async function backfill(
  source: PastSource,
  span: BackfillSpan,
  tools: BackfillTools,
  signal: AbortSignal,
): Promise<BackfillReport> {
  const { from, to } = span;
  const dates = datesOf(span);
  const stored = await storedDays(source, span, tools.store);
  const open = dates.filter((date) => !isWhole(stored.get(date), source.past));
  const daysStoredBefore = dates.length - open.length;
  const run: Run = {
    source,
    tools,
    signal,
    days: dates.length,
    daysDone: daysStoredBefore,
    daysStored: 0,
    hasAnswered: false,
    oddDays: [],
    oddDaysInARow: 0,
    counts: noPapers,
  };
  const ending = await untilItEnds(run, open, stored);
  const { daysStored, counts } = run;
  const report = {
    source: source.id,
    from,
    to,
    ...ending,
    days: dates.length,
    daysStoredBefore,
    daysStored,
    ...countsOf(counts),
  };
  tools.log.info({ event: 'backfill.ended', ...report }, `${source.name} from ${from} to ${to}: ${ending.outcome}`);
  return report;
}

type Ending = Pick<BackfillReport, 'outcome' | 'reason'>;

async function untilItEnds(
  run: Run,
  dates: readonly LocalDate[],
  stored: ReadonlyMap<LocalDate, BackfilledDay>,
): Promise<Ending> {
  try {
    for (const date of dates) await tryDay(run, date, stored.get(date)?.resumeToken ?? null);
    return endingOf(run);
  } catch (error) {
    if (run.signal.aborted) return { outcome: 'stopped' };
    if (!(error instanceof SourceError)) throw error;
    return { outcome: 'failed', reason: error.message };
  }
}

function endingOf({ oddDays, source }: Run): Ending {
  const [example] = oddDays;
  if (example === undefined) return { outcome: 'done' };
  const days = oddDays.length === 1 ? 'a day' : `${oddDays.length} days`;
  return {
    outcome: 'failed',
    reason: `${days} of ${source.name} could not be read: ${example.date}: ${example.reason}`,
  };
}

/** Leaves an unreadable day for the next run, so that it does not stop the others. */
async function tryDay(run: Run, date: LocalDate, resumeToken: string | null): Promise<void> {
  try {
    await backfillDay(run, date, resumeToken);
    run.oddDaysInARow = 0;
  } catch (error) {
    run.oddDaysInARow += 1;
    const isOdd = error instanceof SourceError && error.code !== 'unreachable' && error.code !== 'refused';
    if (run.signal.aborted || !isOdd || !run.hasAnswered || run.oddDaysInARow === mostOddDays) throw error;
    run.oddDays.push({ date, reason: error.message });
    const fields = { event: 'backfill.odd', source: run.source.id, date, reason: error.message };
    run.tools.log.warn(fields, `${run.source.name} ${date} is left out: ${error.message}`);
  }
}

async function backfillDay(run: Run, date: LocalDate, resumeToken: string | null): Promise<void> {
  let token = resumeToken;
  do {
    const page = await pageOf(run, date, token);
    const recorded = await run.tools.store.recordBackfill(page, run.tools.clock());
    run.counts = addCounts(run.counts, recorded);
    token = page.resumeToken;
    run.signal.throwIfAborted();
    if (token !== null) reportProgress(run, date);
  } while (token !== null);
  run.daysDone += 1;
  run.daysStored += 1;
  reportProgress(run, date);
}

/** Fetches a page. It waits if the source fails, and restarts the day if its resume token has expired. */
async function pageOf(run: Run, date: LocalDate, resumeToken: string | null) {
  let token = resumeToken;
  for (let failures = 0; ; failures += 1) {
    try {
      const page = await run.source.past.page({ date, resumeToken: token, signal: run.signal });
      run.hasAnswered = true;
      return page;
    } catch (error) {
      run.signal.throwIfAborted();
      if (isExpired(error) && token !== null) token = null;
      else await waitAfter(run, date, error, failures);
    }
  }
}

const isExpired = (error: unknown): boolean => error instanceof SourceError && error.code === 'expired';

/** @throws the error if waiting does not help: it will not pass, it lasts too long, or the source never answered */
async function waitAfter(run: Run, date: LocalDate, error: unknown, failures: number): Promise<void> {
  const pause = pausesMs[failures];
  if (!(error instanceof SourceError) || pause === undefined || !passing.includes(error.code)) throw error;
  if (!run.hasAnswered && error.retryAfterMs === null) throw error;
  const ms = Math.max(pause, error.retryAfterMs ?? 0);
  const fields = { event: 'backfill.waiting', source: run.source.id, date, reason: error.message, waitMs: ms };
  run.tools.log.warn(fields, `${run.source.name} ${date}: ${error.message}`);
  reportProgress(run, date, { reason: error.message, ms });
  await run.tools.sleep(ms, run.signal);
}

function reportProgress(run: Run, date: LocalDate, waitsFor: BackfillProgress['waitsFor'] = null): void {
  const { source, days, daysDone, counts } = run;
  run.tools.onProgress({ source, date, days, daysDone, papers: counts.announced, waitsFor });
}

async function storedDays(
  source: PastSource,
  { from, to, isAgain }: BackfillSpan,
  store: Store,
): Promise<ReadonlyMap<LocalDate, BackfilledDay>> {
  const days = isAgain ? [] : await store.backfilledDays(source.id, from, to);
  return new Map(days.map((day) => [day.date, day]));
}

/** Whether everything that the source will ever show of the day is stored. */
const isWhole = (day: BackfilledDay | undefined, { settledAfterDays }: PastPapers): boolean =>
  day !== undefined && day.resumeToken === null && day.at >= endOf(day.date) + settledAfterDays * dayMs;

const endOf = (date: LocalDate): Instant => Date.parse(date) + dayMs;

/** The newest first: they are wanted most, and papers are numbered by age. */
function datesOf({ from, to }: BackfillSpan): LocalDate[] {
  const days = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1);
  return datesUpTo(to, days).reverse();
}
