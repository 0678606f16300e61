import type { LocalDate } from '../papers/listing.ts';
import type { SourceId } from '../papers/paper.ts';
import type { Clock, Instant, Logger, Random } from '../ports.ts';
import { type PaperSource, type PulledListing, SourceError } from '../sources/source.ts';
import type { ListingReceipt, ListingRecord, Store } from '../store/store.ts';

/** What came of one pull, as the log and `paperboy pull --json` tell it. */
export interface PullReport {
  readonly source: SourceId;
  readonly date: LocalDate;
  /**
   * `quiet`: the source has no papers that day. `stale`: it shows an earlier day's under this date. `failed`: nothing was
   * stored, the next wake-up tries again.
   */
  readonly outcome: 'pulled' | 'unchanged' | 'quiet' | 'stale' | 'failed';
  /** `announced` = `new` + `updated` + `unchanged` + `skipped`. */
  readonly announced: number;
  readonly new: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  /** Only with `failed` and `stale`. */
  readonly reason?: string;
}

export interface PullTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
}

const retryAfterFailureMs = 5 * 60_000;

/** Pulls every listing that is due, the sources side by side, the dates of one source one after the other. */
export async function pullDueListings(
  sources: readonly PaperSource[],
  tools: PullTools & { readonly random: Random },
  signal: AbortSignal,
): Promise<readonly PullReport[]> {
  const reports = await Promise.all(sources.map((source) => pullDueListingsOf(source, tools, signal)));
  return reports.flat();
}

async function pullDueListingsOf(
  source: PaperSource,
  tools: PullTools & { readonly random: Random },
  signal: AbortSignal,
): Promise<PullReport[]> {
  const reports: PullReport[] = [];
  for (const date of source.datesToPull(tools.clock())) {
    const record = await tools.store.listing(source.id, date);
    if (signal.aborted || !isDue(record, source, tools.clock(), tools.random)) continue;
    const report = await pullListing(source, { date, isExact: false }, tools, signal);
    reports.push(report);
    if (report.date !== date) await noteThatDateIsMissing(source, date, report.date, tools);
  }
  return reports;
}

/** Jitter keeps the pulls of many bots from meeting at the same second. */
function isDue(record: ListingRecord | null, source: PaperSource, now: Instant, random: Random): boolean {
  if (record === null) return true;
  const isSettled = record.state === 'listed' || record.state === 'quiet';
  const pause = isSettled ? source.refreshMs : retryAfterFailureMs;
  return now >= record.pulledAt + pause * (0.9 + 0.2 * random());
}

/** The source still shows another day. That listing is stored; the one that was due is asked for again soon. */
async function noteThatDateIsMissing(source: PaperSource, date: LocalDate, shown: LocalDate, tools: PullTools) {
  const reason = `${source.name} still shows ${shown}`;
  await tools.store.recordFailedPull(source.id, date, reason, tools.clock(), 'waiting');
  tools.log.info({ event: 'pull.waiting', source: source.id, date, shown }, reason);
}

/** Pulls one listing and stores it whole. A failure is a report, never an exception: what is stored stays untouched. */
export async function pullListing(
  source: PaperSource,
  request: { readonly date: LocalDate; readonly isExact: boolean },
  tools: PullTools,
  signal: AbortSignal,
): Promise<PullReport> {
  const record = await tools.store.listing(source.id, request.date);
  try {
    const pulled = await source.pull({ ...request, etags: record?.etags ?? {}, signal });
    return await reportPulled(source, await recordPulled(pulled, record, tools), tools);
  } catch (error) {
    return await reportFailure(source, request.date, error, tools, signal);
  }
}

interface RecordedPull {
  readonly date: LocalDate;
  readonly outcome: PullReport['outcome'];
  readonly receipt: ListingReceipt;
}

async function recordPulled(
  pulled: PulledListing,
  record: ListingRecord | null,
  tools: PullTools,
): Promise<RecordedPull> {
  if (pulled.kind !== 'unchanged') {
    const receipt = await tools.store.recordListing(pulled.listing, tools.clock());
    return { date: pulled.listing.date, outcome: pulled.kind === 'quiet' ? 'quiet' : outcomeOf(receipt), receipt };
  }
  if (record === null)
    throw new SourceError('malformed', 'the source says that nothing changed, but nothing is stored');
  return await recordUnchanged(record, tools);
}

const outcomeOf = (receipt: ListingReceipt): 'pulled' | 'unchanged' =>
  receipt.fresh + receipt.updated > 0 ? 'pulled' : 'unchanged';

/** Stores the old listing's word again, so that the time of the last good pull is known. */
async function recordUnchanged(record: ListingRecord, tools: PullTools): Promise<RecordedPull> {
  const { source, date, etags } = record;
  await tools.store.recordListing({ source, date, entries: [], skipped: [], etags, isPartial: true }, tools.clock());
  const listed = Object.values(record.counts).reduce((sum, count) => sum + count, 0);
  const receipt = {
    announced: listed + record.skipped,
    fresh: 0,
    updated: 0,
    unchanged: listed,
    skipped: record.skipped,
  };
  return { date, outcome: 'unchanged', receipt };
}

async function reportPulled(source: PaperSource, pull: RecordedPull, { store, log }: PullTools): Promise<PullReport> {
  const { date, receipt } = pull;
  const { announced, fresh, updated, unchanged, skipped } = receipt;
  const counts = { announced, new: fresh, updated, unchanged, skipped };
  const stored = await store.listing(source.id, date);
  if (stored?.state === 'stale' && stored.reason !== null) {
    const stale = { source: source.id, date, outcome: 'stale' as const, ...counts, reason: stored.reason };
    log.warn({ event: 'pull.stale', ...stale }, `${source.name} ${date} is stale: ${stored.reason}`);
    return stale;
  }
  const report = { source: source.id, date, outcome: pull.outcome, ...counts };
  const event = pull.outcome === 'quiet' ? 'pull.quiet' : 'pull.done';
  log.info({ event, ...report }, `${source.name} ${date}: ${announced} announced, ${fresh} new`);
  return report;
}

async function reportFailure(
  source: PaperSource,
  date: LocalDate,
  error: unknown,
  tools: PullTools,
  signal: AbortSignal,
): Promise<PullReport> {
  const isExpected = error instanceof SourceError;
  const reason = error instanceof Error ? error.message : String(error);
  if (!signal.aborted) await tools.store.recordFailedPull(source.id, date, reason, tools.clock());
  const fields = { event: 'pull.failed', source: source.id, date, reason, ...(isExpected ? {} : { err: error }) };
  tools.log[isExpected ? 'warn' : 'error'](fields, `${source.name} ${date} could not be pulled: ${reason}`);
  const nothing = { announced: 0, new: 0, updated: 0, unchanged: 0, skipped: 0 };
  return { source: source.id, date, outcome: 'failed', ...nothing, reason };
}
