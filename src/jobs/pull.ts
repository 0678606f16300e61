import type { Clock, Logger, Meter, Random } from '../ports.ts';
import { type PaperSource, type PulledListing, SourceError } from '../sources/source.ts';
import type { ListingRecord, RecordedCounts } from '../store/listings.ts';
import type { Store } from '../store/store.ts';
import type { LocalDate } from '../time.ts';
import { checkListing } from './listing-check.ts';
import { addCounts, countsOf, noPapers } from './paper-counts.ts';
import { dayOf, type PullReport, papersOf, type RecordedPull, reportDoubtful, reportPulled } from './pull-report.ts';
import { isDue, nextPull } from './pull-schedule.ts';

export interface PullTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly meter?: Meter;
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
  const { store, clock, random, meter } = tools;
  const reports: PullReport[] = [];
  for (const date of source.datesToPull(clock())) {
    const record = await store.listing(source.id, date);
    if (signal.aborted || !isDue(record, source.refreshMs, clock())) continue;
    const [report, ...missing] = await pullDueListing(source, date, tools, signal);
    reports.push(report, ...missing);
    for (const { outcome, new: newPapers } of [report, ...missing])
      meter?.({ kind: 'pull', source: source.id, outcome, newPapers });
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

/**
 * Pulls the listing that is due. If the source still shows another day, that day's listing is stored, and the due day
 * gets a separate report.
 */
export async function pullDueListing(
  source: PaperSource,
  date: LocalDate,
  tools: PullTools,
  signal: AbortSignal,
): Promise<readonly [PullReport, ...PullReport[]]> {
  const report = await pullListing(source, { date, isExact: false }, tools, signal);
  if (report.date === date) return [report];
  return [report, await reportMissingDate(source, date, report.date, tools, signal)];
}

/** Records that the source still shows another day. The due day is checked, and pulled again soon. */
async function reportMissingDate(
  source: PaperSource,
  date: LocalDate,
  shown: LocalDate,
  tools: PullTools,
  signal: AbortSignal,
): Promise<PullReport> {
  const reason = `${source.name} still shows ${shown}`;
  await tools.store.recordFailedPull(source.id, date, reason, tools.clock(), 'waiting');
  tools.log.info({ event: 'pull.waiting', source: source.id, date, shown }, reason);
  const recorded = await checkListing(source, { date }, tools, signal);
  return await reportDoubtful(source, date, { state: 'waiting', reason, recorded }, tools.store);
}

/** Pulls one listing and stores it as a whole. A failure becomes a report, and changes no stored paper. */
export async function pullListing(
  source: PaperSource,
  request: { readonly date: LocalDate; readonly isExact: boolean },
  tools: PullTools,
  signal: AbortSignal,
): Promise<PullReport> {
  const record = await tools.store.listing(source.id, request.date);
  const onProgress = (share: number): void => tools.meter?.({ kind: 'pulling', source: source.id, share });
  onProgress(0);
  try {
    const pulled = await source.pull({ ...request, etags: record?.etags ?? {}, signal, onProgress });
    const pull = await recordPulled(source, pulled, record, tools);
    const question = { date: pull.date, hasShrunk: hasShrunk(pulled, record) };
    // The check stores the papers that the pull lacked.
    const checked = await checkListing(source, question, tools, signal);
    const recorded = addCounts(pull.recorded, checked ?? noPapers);
    const report = await reportPulled(source, { ...pull, recorded }, tools);
    return 'retryAfterMs' in pulled ? { ...report, retryAfterMs: pulled.retryAfterMs } : report;
  } catch (error) {
    return await reportFailure(source, request.date, error, tools, signal);
  }
}

/** Whether the source shows fewer papers of a day than before. A listing only grows, so the answer may be cut. */
const hasShrunk = (pulled: PulledListing, record: ListingRecord | null): boolean =>
  pulled.kind !== 'unchanged' &&
  !pulled.listing.isPartial &&
  record?.date === pulled.listing.date &&
  pulled.listing.entries.length < papersOf(record);

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
  return { date, outcome: 'quiet', recorded: noPapers };
}

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
  const retryAfterMs = isExpected ? error.retryAfterMs : null;
  const wait = retryAfterMs === null ? {} : { retryAfterMs };
  if (signal.aborted)
    return { source: source.id, date, ...dayOf(source, date), outcome: state, ...countsOf(noPapers), reason, ...wait };
  await store.recordFailedPull(source.id, date, reason, clock(), state);
  const recorded = await checkListing(source, { date }, tools, signal);
  return { ...(await reportDoubtful(source, date, { state, reason, recorded }, store)), ...wait };
}
