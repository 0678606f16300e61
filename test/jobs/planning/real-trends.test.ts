import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pullDueListings } from '../../../src/jobs/pull.ts';
import { pullDueRankings } from '../../../src/jobs/rankings.ts';
import type { Instant } from '../../../src/ports.ts';
import { hourMs } from '../../../src/time.ts';
import { sourcesAt } from '../../sources/contract.ts';
import { hasSharedData, readShared, sharedFiles, skipped } from '../../sources/shared-data.ts';
import { sqlitePlace } from '../../store/opened-store.ts';
import { createKeptLog } from '../../support/bot.ts';
import { type Replay, startReplay } from '../../support/replay.ts';

const never = new AbortController().signal;

interface Captured {
  readonly paper: { readonly id: string; readonly upvotes: number };
}
const captured = sharedFiles('data/hf/dev_recent')
  .filter((name) => name.startsWith('2026-06-'))
  .map((name) => ({
    date: name.slice(0, 10),
    items: JSON.parse(readShared(`data/hf/dev_recent/${name}`)) as readonly Captured[],
  }));
const idsOf = (days: readonly (typeof captured)[number][]) =>
  new Set(days.flatMap(({ items }) => items.map(({ paper }) => paper.id)));

describe.skipIf(!hasSharedData)(`rankings and trends on captured days ${skipped}`, () => {
  let replay: Replay;
  beforeAll(async () => {
    replay = await startReplay('2026-06-12T06:00:00Z');
  });
  afterAll(() => replay[Symbol.asyncDispose]());

  it('reads a whole captured month, and finds the papers with the most upvotes', async () => {
    const now: Instant = Date.parse('2026-06-30T20:00Z');
    await replay.setTime('2026-06-30T20:00:00Z');
    await using sources = sourcesAt(replay.url, { sources: ['huggingface'], deadlineMs: 15_000 });
    const store = await sqlitePlace().open();
    const log = createKeptLog();
    const tools = { store, clock: () => now, log, random: () => 0.5 };
    await pullDueListings(sources.list, tools, never);
    for (let minute = 0; minute < 6; minute++) await pullDueRankings({ ...tools, rankings: sources.rankings }, never);
    const pulled = log.lines.filter(({ event }) => event === 'ranking.pulled');
    expect(pulled.map(({ kind, period, papers }) => [kind, period, papers])).toEqual([
      ['trending', '', expect.any(Number)],
      ['week', '2026-W27', idsOf(captured.filter(({ date }) => date >= '2026-06-29')).size],
      ['week', '2026-W26', idsOf(captured.filter(({ date }) => date >= '2026-06-22' && date < '2026-06-29')).size],
      ['month', '2026-06', idsOf(captured).size],
      ['month', '2026-05', expect.any(Number)],
    ]);
    expect(log.lines.filter(({ level }) => level !== 'info')).toEqual([]);

    // A paper listed within the window got all of its upvotes in it.
    const since = '2026-06-24';
    const week = await store.trendingPapers({ window: { now, ms: 7 * 24 * hourMs }, offset: 0, limit: 500 });
    const expected = captured
      .filter(({ date }) => date >= since)
      .flatMap(({ date, items }) => items.map(({ paper }) => ({ ...paper, hours: hoursSince(date, now) })))
      .filter(({ upvotes }) => upvotes > 0)
      .map(({ id, upvotes, hours }) => ({ id, pace: upvotes / Math.max(hours, 42) }))
      .sort((one, other) => other.pace - one.pace);
    const paces = new Map(expected.map(({ id, pace }) => [id, pace.toFixed(6)]));
    expect(week.slice(0, 50).map(({ trend }) => trend.perHour?.toFixed(6))).toEqual(
      expected.slice(0, 50).map(({ pace }) => pace.toFixed(6)),
    );
    for (const { paper, trend } of week.slice(0, 50)) expect(trend.perHour?.toFixed(6)).toBe(paces.get(paper.id));
  }, 30_000);
});

const hoursSince = (date: string, now: Instant): number => (now - Date.parse(date)) / hourMs;
