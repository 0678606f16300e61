import type { DayKind } from '../papers/listing.ts';
import type { SourceId } from '../papers/paper.ts';
import type { Clock, Logger, Random } from '../ports.ts';
import { type PaperSource, type PulledListing, SourceError } from '../sources/source.ts';
import type { ListingRecord, RecordedCounts } from '../store/listings.ts';
import type { Store } from '../store/store.ts';
import type { LocalDate } from '../time.ts';
import { checkListing } from './listing-check.ts';
import { isDue, nextPull } from './pull-schedule.ts';

/** The result of one pull, as in the log and in `paperboy pull --json`. */
export interface PullReport {
  readonly source: SourceId;
  readonly date: LocalDate;
  /** The kind of day in the source's calendar. Absent if it has no calendar. */
  readonly day?: DayKind;
  /**
   * - `quiet`: the source has no papers that day
   * - `waiting`: the source has not published the day yet
   * - `stale`: the source shows an earlier day's papers under this date
   * - `partial`: papers of the day were missing
   * - `failed`: nothing was stored
   *
   * The last four are pulled again soon.
   */
  readonly outcome: 'pulled' | 'unchanged' | 'quiet' | 'waiting' | 'stale' | 'partial' | 'failed';
  /** `announced` = `new` + `updated` + `unchanged` + `skipped`. */
  readonly announced: number;
  readonly new: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  /** Only with `waiting`, `stale`, `partial` and `failed`. */
  readonly reason?: string;
  /** How long the source asked to wait, in milliseconds. */
  readonly retryAfterMs?: number;
}

export interface PullTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Pulls every due listing: sources concurrently, the dates of one source in order. Failures are thrown after all pulls
 * have ended, so that the next call never meets a running pull.
 */
export async function pullDueListings(
  sources: readonly PaperSource[],
  tools: PullTools & { readonly random: Random },
  signal: AbortSignal,
): Promise<readonly PullReport[]> {
  const results = await Promise.allSettled(sources.map((source) => pullDueListingsOf(source, tools, signal)));
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, 'the listings of several sources could not be stored');
  return results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
}

async function pullDueListingsOf(
  source: PaperSource,
  tools: PullTools & { readonly random: Random },
  signal: AbortSignal,
): Promise<PullReport[]> {
  const { store, clock, random } = tools;
  const reports: PullReport[] = [];
  for (const date of source.datesToPull(clock())) {
    const record = await store.listing(source.id, date);
    if (signal.aborted || !isDue(record, source.refreshMs, clock())) continue;
    const report = await pullListing(source, { date, isExact: false }, tools, signal);
    reports.push(report);
    if (report.date !== date) await recordMissingDate(source, date, report.date, tools, signal);
    const after = await store.listing(source.id, date);
    if (after === null) continue;
    const { refreshMs } = source;
    await store.schedulePull(
      source.id,
      date,
      nextPull(after, { refreshMs, retryAfterMs: report.retryAfterMs }, clock(), random),
    );
  }
  return reports;
}

/** Records that the source still shows another day. That listing is stored; the due one is pulled again soon. */
async function recordMissingDate(
  source: PaperSource,
  date: LocalDate,
  shown: LocalDate,
  tools: PullTools,
  signal: AbortSignal,
): Promise<void> {
  const reason = `${source.name} still shows ${shown}`;
  await tools.store.recordFailedPull(source.id, date, reason, tools.clock(), 'waiting');
  tools.log.info({ event: 'pull.waiting', source: source.id, date, shown }, reason);
  await checkListing(source, date, tools, signal);
}

/** Pulls one listing and stores it as a whole. A failure becomes a report, and changes no stored paper. */
export async function pullListing(
  source: PaperSource,
  request: { readonly date: LocalDate; readonly isExact: boolean },
  tools: PullTools,
  signal: AbortSignal,
): Promise<PullReport> {
  const record = await tools.store.listing(source.id, request.date);
  try {
    const pulled = await source.pull({ ...request, etags: record?.etags ?? {}, signal });
    const pull = await recordPulled(source, pulled, record, tools);
    await checkListing(source, pull.date, tools, signal);
    return await reportPulled(source, pull, tools);
  } catch (error) {
    return await reportFailure(source, request.date, error, tools, signal);
  }
}

interface RecordedPull {
  readonly date: LocalDate;
  readonly outcome: PullReport['outcome'];
  readonly recorded: RecordedCounts;
}

async function recordPulled(
  source: PaperSource,
  pulled: PulledListing,
  record: ListingRecord | null,
  tools: PullTools,
): Promise<RecordedPull> {
  if (pulled.kind === 'quiet' && isUnexpectedlyEmpty(source, pulled.listing.date, record)) {
    return await recordEmpty(source, pulled.listing.date, tools);
  }
  if (pulled.kind !== 'unchanged') {
    const recorded = await tools.store.recordListing(pulled.listing, tools.clock());
    logKeptApart(source, recorded, tools);
    return { date: pulled.listing.date, outcome: pulled.kind === 'quiet' ? 'quiet' : outcomeOf(recorded), recorded };
  }
  if (record === null)
    throw new SourceError('malformed', 'the source says that nothing changed, but nothing is stored');
  return await recordUnchanged(record, tools);
}

/** Logs statements of a source that cannot be right. They explain why a paper comes twice. */
function logKeptApart({ id: source, name }: PaperSource, { keptApart = [] }: RecordedCounts, { log }: PullTools): void {
  for (const { id, other, stated } of keptApart) {
    const fields = { event: 'papers.kept-apart', source, id, other, stated };
    log.warn(fields, `${name} states ${stated} for ${id}, which cannot be the same work as ${other}: both are kept`);
  }
}

/** Whether an empty answer is doubtful: the day is a working day, and no papers of it are stored. */
const isUnexpectedlyEmpty = (source: PaperSource, date: LocalDate, record: ListingRecord | null): boolean =>
  source.dayKind?.(date) === 'expected' && (record === null || record.date !== date || papersOf(record) === 0);

async function recordEmpty(source: PaperSource, date: LocalDate, { store, clock }: PullTools): Promise<RecordedPull> {
  const reason = `${source.name} shows nothing for this working day`;
  await store.recordFailedPull(source.id, date, reason, clock(), 'waiting');
  return { date, outcome: 'quiet', recorded: { announced: 0, fresh: 0, updated: 0, unchanged: 0, skipped: 0 } };
}

const papersOf = ({ counts }: ListingRecord): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

const outcomeOf = (recorded: RecordedCounts): 'pulled' | 'unchanged' =>
  recorded.fresh + recorded.updated > 0 ? 'pulled' : 'unchanged';

/** Stores the unchanged listing again, which records the time of the last successful pull. */
async function recordUnchanged(record: ListingRecord, tools: PullTools): Promise<RecordedPull> {
  const { source, date, etags } = record;
  await tools.store.recordListing({ source, date, entries: [], skipped: [], etags, isPartial: true }, tools.clock());
  // Its missing papers are still missing.
  if (record.state === 'partial') await tools.store.judgeListing(source, date, record);
  const listed = papersOf(record);
  const recorded = {
    announced: listed + record.skipped,
    fresh: 0,
    updated: 0,
    unchanged: listed,
    skipped: record.skipped,
  };
  return { date, outcome: 'unchanged', recorded };
}

async function reportPulled(source: PaperSource, pull: RecordedPull, { store, log }: PullTools): Promise<PullReport> {
  const { date, recorded } = pull;
  const { announced, fresh, updated, unchanged, skipped } = recorded;
  const counts = { announced, new: fresh, updated, unchanged, skipped };
  const stored = await store.listing(source.id, date);
  if (stored !== null && isInDoubt(stored.state)) {
    const report = { source: source.id, date, ...dayOf(source, date), outcome: stored.state, ...counts };
    const reason = stored.reason ?? 'the reason is unknown';
    log.warn(
      { event: `pull.${stored.state}`, ...report, reason },
      `${source.name} ${date} is ${stored.state}: ${reason}`,
    );
    return { ...report, reason };
  }
  const outcome = stored?.state === 'quiet' ? 'quiet' : pull.outcome;
  const report = { source: source.id, date, ...dayOf(source, date), outcome, ...counts };
  const event = outcome === 'quiet' ? 'pull.quiet' : 'pull.done';
  log.info({ event, ...report }, `${source.name} ${date}: ${announced} announced, ${fresh} new`);
  return report;
}

const isInDoubt = (state: ListingRecord['state']): state is 'waiting' | 'stale' | 'partial' =>
  state === 'waiting' || state === 'stale' || state === 'partial';

function dayOf(source: PaperSource, date: LocalDate): Pick<PullReport, 'day'> {
  const day = source.dayKind?.(date);
  return day === undefined ? {} : { day };
}

/** A listing of an earlier day is stale; everything else is a failure. */
async function reportFailure(
  source: PaperSource,
  date: LocalDate,
  error: unknown,
  tools: PullTools,
  signal: AbortSignal,
): Promise<PullReport> {
  const { store, clock, log } = tools;
  const isExpected = error instanceof SourceError;
  const reason = error instanceof Error ? error.message : String(error);
  const isOld = isExpected && error.code === 'other-date' && source.datesToPull(clock()).includes(date);
  const state = isOld ? 'stale' : 'failed';
  const fields = { event: `pull.${state}`, source: source.id, date, ...dayOf(source, date), reason };
  const level = isExpected ? 'warn' : 'error';
  log[level](
    { ...fields, ...(isExpected ? {} : { err: error }) },
    `${source.name} ${date} could not be pulled: ${reason}`,
  );
  if (!signal.aborted) {
    await store.recordFailedPull(source.id, date, reason, clock(), state);
    await checkListing(source, date, tools, signal);
  }
  const nothing = { announced: 0, new: 0, updated: 0, unchanged: 0, skipped: 0 };
  const retryAfterMs = isExpected ? error.retryAfterMs : null;
  return {
    source: source.id,
    date,
    ...dayOf(source, date),
    outcome: state,
    ...nothing,
    reason,
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
  };
}
