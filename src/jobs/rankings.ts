import { type Backoff, backoffMs, type Jitter, jittered } from '../backoff.ts';
import type { Clock, Instant, Logger, Random } from '../ports.ts';
import type { RankingSource, WantedRanking } from '../sources/ranking-source.ts';
import { SourceError } from '../sources/source.ts';
import type { Store } from '../store/store.ts';
import type { RankingRecord } from '../store/upvotes.ts';
import { hourMs, minuteMs } from '../time.ts';

export interface RankingTools {
  readonly rankings: readonly RankingSource[];
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly random: Random;
}

/** The pauses after failures. */
const backoff: Backoff = { firstMs: 10 * minuteMs, longestMs: 12 * hourMs };
/** Pulls come up to a fifth later than planned, and never earlier. */
const jitter: Jitter = { least: 1, spread: 0.2 };

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
  now >= nextPullAt || nextPullAt > now + 1.2 * Math.max(refreshMs, backoff.longestMs);

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
    const nextPullAt = at + jittered(refreshMs, jitter, tools.random);
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
  const pause = backoffMs(backoff, (record?.failures ?? 0) + 1);
  const asked = isExpected ? Math.min(error.retryAfterMs ?? 0, backoff.longestMs) : 0;
  await tools.store.noteRankingPull(name, {
    at,
    nextPullAt: at + jittered(Math.max(pause, asked), jitter, tools.random),
    failure: reason,
  });
  const fields = { event: 'ranking.failed', ...name, reason, ...(isExpected ? {} : { err: error }) };
  tools.log[isExpected ? 'warn' : 'error'](
    fields,
    `${source.name}: ${describe(wanted)} could not be pulled: ${reason}`,
  );
}

const describe = ({ kind, period }: WantedRanking): string =>
  kind === 'trending' ? 'the trending papers' : `the ranking of ${period}`;
