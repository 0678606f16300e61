import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pullDueRankings, type RankingTools } from '../../src/jobs/rankings.ts';
import type { SourceSet } from '../../src/sources/registry.ts';
import type { Store } from '../../src/store/store.ts';
import { hourMs } from '../../src/time.ts';
import { sourcesAt } from '../sources/contract.ts';
import { body, type FixtureServer, fixture, startFixtureServer, status } from '../sources/fixture-server.ts';
import { sqlitePlace } from '../store/opened-store.ts';
import { createKeptLog } from '../support/bot.ts';

const never = new AbortController().signal;
const start = Date.UTC(2026, 5, 12, 7);
const goodDay = fixture('daily-papers.json');

let server: FixtureServer;
beforeAll(async () => {
  server = await startFixtureServer();
});
afterAll(() => server[Symbol.asyncDispose]());

let now: number;
let store: Store;
let log: ReturnType<typeof createKeptLog>;
let tools: RankingTools;
let sources: SourceSet;
beforeEach(async () => {
  now = start;
  server.requests.length = 0;
  server.answer(body(goodDay));
  store = await sqlitePlace().open();
  log = createKeptLog();
  sources = sourcesAt(server.url);
  tools = { rankings: sources.rankings, store, clock: () => now, log, random: () => 0.5 };
});
afterEach(() => sources[Symbol.asyncDispose]());

const wake = () => pullDueRankings(tools, never);
async function wakeTimes(count: number): Promise<void> {
  for (let time = 0; time < count; time++) await wake();
}
const asked = () =>
  server.requests.map(({ path }) => path.replace('/api/daily_papers?', '').replace('&limit=100&p=0', ''));
const events = (name: string) => log.lines.filter(({ event }) => event === name);

describe('the rankings', () => {
  it('are pulled one at each wake-up, and then left alone', async () => {
    await wake();
    expect(asked()).toEqual(['sort=trending']);
    await wakeTimes(9);
    expect(asked()).toEqual(['sort=trending', 'week=2026-W24', 'week=2026-W23', 'month=2026-06', 'month=2026-05']);
    expect(events('ranking.pulled')).toHaveLength(5);
  });

  it('are pulled only a few times a day', async () => {
    for (let minute = 0; minute < 24 * 60; minute += 5) {
      await wake();
      now += 5 * 60_000;
    }
    expect(asked().length).toBeGreaterThan(12);
    expect(asked().length).toBeLessThan(24);
  });

  it('make nothing news', async () => {
    await wakeTimes(5);
    expect((await store.counts()).papers).toBe(3);
    expect(await store.lastNewsNumber()).toBe(0);
  });

  it('fail one by one, rest longer each time, and recover', async () => {
    server.answer(status(503));
    const pausesMs: number[] = [];
    for (let time = 0; time < 6; time++) {
      await wakeTimes(8);
      const record = await store.rankingRecord({ source: 'huggingface', kind: 'trending', period: '' });
      pausesMs.push((record?.nextPullAt ?? 0) - now);
      now = record?.nextPullAt ?? now;
    }
    expect(pausesMs.map((pause) => Math.round(pause / 60_000))).toEqual([11, 22, 44, 88, 176, 352]);
    expect(events('ranking.failed')[0]).toMatchObject({ level: 'warn', kind: 'trending', reason: /503/ });
    server.answer(body(goodDay));
    await wakeTimes(1);
    expect(await store.rankingRecord({ source: 'huggingface', kind: 'trending', period: '' })).toMatchObject({
      failures: 0,
      reason: null,
      lastSuccessAt: now,
    });
  });

  it('wait as long as the service asks', async () => {
    server.answer(status(429, { 'retry-after': String(3 * 3_600) }));
    await wake();
    const record = await store.rankingRecord({ source: 'huggingface', kind: 'trending', period: '' });
    expect((record?.nextPullAt ?? 0) - now).toBeGreaterThanOrEqual(3 * hourMs);
  });

  it('keep the stored ranking through a failure', async () => {
    await wake();
    now += 3 * hourMs;
    server.answer(body('<html>Later</html>'));
    await wake();
    const window = { now, ms: 24 * hourMs };
    expect(await store.trendingPapers({ window, offset: 0, limit: 9 })).toHaveLength(2);
  });

  it('do not wait for a time that a wrong clock showed', async () => {
    now = start + 400 * 24 * hourMs;
    await wake();
    now = start;
    server.requests.length = 0;
    await wake();
    expect(asked()).toEqual(['sort=trending']);
  });
});
