import { type Backoff, backoffMs, type Jitter, jittered } from '../backoff.ts';
import type { Paper, PaperId } from '../papers/paper.ts';
import type { Clock, Instant, Logger, Random } from '../ports.ts';
import type { Enricher } from '../sources/enricher.ts';
import { SourceError } from '../sources/source.ts';
import type { EnrichmentServiceRecord } from '../store/enrichment.ts';
import type { Store } from '../store/store.ts';
import { dayMs, hourMs, minuteMs, utcDate } from '../time.ts';
import { upcomingPapers } from './upcoming-papers.ts';

export interface EnrichmentTools {
  readonly enrichers: readonly Enricher[];
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly random: Random;
}

/** The rests after failures. */
const backoff: Backoff = { firstMs: 5 * minuteMs, longestMs: 12 * hourMs };
const jitter: Jitter = { least: 1, spread: 0.2 };
/** How many requests in a row a service gets that takes one paper at a time. */
const requestsInARow = 10;
/** How many days a paper counts as recent. Older papers are enriched only if a digest will show them. */
const newsDays = 7;
/** A paper that a service does not know is asked for again after this time. */
const unknownForMs = dayMs;
/** Cache lifetime of the list of upcoming papers: the maximum, and the minimum when there is newer news. */
const lookAgainMs = 30 * minuteMs;
const leastLookMs = 10 * minuteMs;

/**
 * Asks the services that add to papers, each within its daily budget. A service that fails rests, and the others go on.
 * Digests never wait for this job: they use what is stored when they are made.
 */
export function createEnrichment(tools: EnrichmentTools): (signal: AbortSignal) => Promise<void> {
  const wanted = createWanted(tools);
  return async (signal) => {
    if (tools.enrichers.length === 0) return;
    const ids = await wanted(signal);
    await Promise.all(tools.enrichers.map((enricher) => askSafely(enricher, ids, tools, signal)));
  };
}

/** The papers that upcoming digests will show, cached. */
function createWanted(tools: EnrichmentTools): (signal: AbortSignal) => Promise<readonly PaperId[]> {
  let lookedAt: Instant = Number.NEGATIVE_INFINITY;
  let lastNews = -1;
  let ids: readonly PaperId[] = [];
  return async (signal) => {
    const now = tools.clock();
    const newest = await tools.store.lastNewsNumber();
    const age = Math.abs(now - lookedAt);
    if (age < leastLookMs || (age < lookAgainMs && newest === lastNews)) return ids;
    ids = await upcomingPapers(tools, signal);
    [lookedAt, lastNews] = [now, newest];
    return ids;
  };
}

/** Keeps the failure of one service from the others. */
async function askSafely(
  enricher: Enricher,
  wanted: readonly PaperId[],
  tools: EnrichmentTools,
  signal: AbortSignal,
): Promise<void> {
  try {
    await askService(enricher, wanted, tools, signal);
  } catch (error) {
    if (signal.aborted) return;
    const fields = { event: 'enrichment.failed', service: enricher.id, err: error };
    tools.log.error(fields, `${enricher.name} could not be asked about papers`);
  }
}

async function askService(
  enricher: Enricher,
  wanted: readonly PaperId[],
  tools: EnrichmentTools,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock } = tools;
  const { id: service, papersPerRequest, takesAnyNews, requestsPerDay, refreshMs } = enricher;
  const limit = Math.max(papersPerRequest, requestsInARow);
  for (let papers = await nextPapers(); papers.length > 0 && !signal.aborted; papers = papers.slice(papersPerRequest)) {
    const record = await readRecord(service, tools);
    if (isResting(record, clock()) || record.requests >= requestsPerDay) return;
    await askOnce(enricher, papers.slice(0, papersPerRequest), record, tools, signal);
  }

  async function nextPapers(): Promise<readonly Paper[]> {
    const now = clock();
    const record = await readRecord(service, tools);
    if (isResting(record, now) || record.requests >= requestsPerDay) return [];
    const search = { service, wanted, askedBefore: now - refreshMs, limit };
    const found = await store.papersToEnrich({
      ...search,
      ...(takesAnyNews ? { newsSince: now - newsDays * dayMs } : {}),
    });
    const beyond = found.filter((paper) => !enricher.canTell(paper)).map(({ id }) => id);
    if (beyond.length > 0) await store.recordEnrichment({ service, asked: beyond, enrichments: new Map(), at: now });
    // A search through a week of news is too slow to repeat every minute.
    const left = found.filter((paper) => enricher.canTell(paper));
    if (takesAnyNews && left.length === 0 && found.length < limit) {
      await store.putEnrichmentService({ ...record, restsUntil: now + lookAgainMs });
    }
    return left;
  }
}

async function readRecord(service: string, { store, clock }: EnrichmentTools): Promise<EnrichmentServiceRecord> {
  const day = utcDate(clock());
  const record = await store.enrichmentService(service);
  const blank = { service, day, requests: 0, failures: 0, restsUntil: null, reason: null };
  return record === null ? blank : { ...record, day, requests: record.day === day ? record.requests : 0 };
}

/** A rest longer than the longest one comes from a wrong clock. */
const isResting = ({ restsUntil }: EnrichmentServiceRecord, now: Instant): boolean =>
  restsUntil !== null && restsUntil > now && restsUntil <= now + 2 * backoff.longestMs;

async function askOnce(
  enricher: Enricher,
  papers: readonly Paper[],
  record: EnrichmentServiceRecord,
  tools: EnrichmentTools,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock, log } = tools;
  const { id: service, name } = enricher;
  const spent = { ...record, requests: record.requests + 1 };
  try {
    const enrichments = await enricher.tell(papers, signal);
    const at = clock();
    const [known, unknown] = [
      papers.filter(({ id }) => enrichments.has(id)),
      papers.filter(({ id }) => !enrichments.has(id)),
    ];
    await store.recordEnrichment({ service, asked: known.map(({ id }) => id), enrichments, at });
    const unknownAt = at - Math.max(0, enricher.refreshMs - unknownForMs);
    await store.recordEnrichment({
      service,
      asked: unknown.map(({ id }) => id),
      enrichments: new Map(),
      at: unknownAt,
    });
    const restsUntil = papers.length < enricher.papersPerRequest ? at + dayMs / enricher.requestsPerDay : null;
    await store.putEnrichmentService({ ...spent, failures: 0, restsUntil, reason: null });
    log.debug(
      { event: 'enrichment.done', service, asked: papers.length, answered: enrichments.size },
      `${name} described papers`,
    );
  } catch (error) {
    if (!signal.aborted) await recordServiceFailure(enricher, spent, error, tools);
  }
}

async function recordServiceFailure(
  { id: service, name }: Enricher,
  spent: EnrichmentServiceRecord,
  error: unknown,
  { store, clock, log, random }: EnrichmentTools,
): Promise<void> {
  const isExpected = error instanceof SourceError;
  const reason = error instanceof Error ? error.message : String(error);
  const failures = spent.failures + 1;
  const asked = isExpected ? Math.min(error.retryAfterMs ?? 0, backoff.longestMs) : 0;
  const restsUntil = clock() + jittered(Math.max(backoffMs(backoff, failures), asked), jitter, random);
  await store.putEnrichmentService({ ...spent, failures, restsUntil, reason });
  const fields = { event: 'enrichment.failed', service, reason, restsUntil, ...(isExpected ? {} : { err: error }) };
  log[isExpected ? 'warn' : 'error'](fields, `${name} cannot describe papers at the moment: ${reason}`);
}
