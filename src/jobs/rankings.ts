import type { Clock, Instant, Logger, Random } from '../ports.ts';
import type { RankingSource, WantedRanking } from '../sources/ranking-source.ts';
import { SourceError } from '../sources/source.ts';
import type { Store } from '../store/store.ts';
import type { RankingRecord } from '../store/upvotes.ts';

export interface RankingTools {
  readonly rankings: readonly RankingSource[];
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly random: Random;
}

const minuteMs = 60_000;
/** The pause after a failure. It doubles with each failure in a row. */
const firstPauseMs = 10 * minuteMs;
const longestPauseMs = 12 * 60 * minuteMs;

/**
 * Pulls the first due ranking of each source. It takes one at a time, so that rankings never come in a burst and never
 * hold up the requests that digests need. A failure is logged, and the next pull comes later.
 */
export async function pullDueRankings(tools: RankingTools, signal: AbortSignal): Promise<void> {
  for (const source of tools.rankings) {
    const due = await findDue(source, tools);
    if (due !== null && !signal.aborted) await pullRanking(source, due, tools, signal);
  }
}

interface DueRanking {
  readonly wanted: WantedRanking;
  readonly record: RankingRecord | null;
}

async function findDue(source: RankingSource, { store, clock }: RankingTools): Promise<DueRanking | null> {
  const now = clock();
  for (const wanted of source.rankingsToPull(now)) {
    const record = await store.rankingRecord(wanted);
    if (record === null || isDue(record, wanted, now)) return { wanted, record };
  }
  return null;
}

/** A time further ahead than any pause comes from a wrong clock. */
const isDue = ({ nextPullAt }: RankingRecord, { refreshMs }: WantedRanking, now: Instant): boolean =>
  now >= nextPullAt || nextPullAt > now + 1.2 * Math.max(refreshMs, longestPauseMs);

async function pullRanking(
  source: RankingSource,
  { wanted, record }: DueRanking,
  tools: RankingTools,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock, log } = tools;
  const { refreshMs, ...name } = wanted;
  try {
    const pulled = await source.pull({ ...name, etags: record?.etags ?? {}, signal });
    const at = clock();
    const nextPullAt = at + jittered(refreshMs, tools);
    if (pulled.kind === 'unchanged') await store.noteRankingPull(name, { at, nextPullAt });
    else await store.recordRanking(pulled.ranking, at, nextPullAt);
    const papers = pulled.kind === 'unchanged' ? null : pulled.ranking.papers.length;
    log.info({ event: 'ranking.pulled', ...name, papers }, `${source.name}: ${describe(wanted)} pulled`);
  } catch (error) {
    if (!signal.aborted) await recordRankingFailure(source, { wanted, record }, error, tools);
  }
}

async function recordRankingFailure(
  source: RankingSource,
  { wanted, record }: DueRanking,
  error: unknown,
  tools: RankingTools,
) {
  const { refreshMs: _, ...name } = wanted;
  const at = tools.clock();
  const reason = error instanceof Error ? error.message : String(error);
  const isExpected = error instanceof SourceError;
  const backoff = Math.min(firstPauseMs * 2 ** (record?.failures ?? 0), longestPauseMs);
  const asked = isExpected ? Math.min(error.retryAfterMs ?? 0, longestPauseMs) : 0;
  await tools.store.noteRankingPull(name, {
    at,
    nextPullAt: at + jittered(Math.max(backoff, asked), tools),
    failure: reason,
  });
  const fields = { event: 'ranking.failed', ...name, reason, ...(isExpected ? {} : { err: error }) };
  tools.log[isExpected ? 'warn' : 'error'](
    fields,
    `${source.name}: ${describe(wanted)} could not be pulled: ${reason}`,
  );
}

/** Adds up to a fifth, so that the pulls of many bots do not coincide. */
const jittered = (ms: number, { random }: RankingTools): number => ms * (1 + 0.2 * random());

const describe = ({ kind, period }: WantedRanking): string =>
  kind === 'trending' ? 'the trending papers' : `the ranking of ${period}`;
