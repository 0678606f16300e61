import { afterEach, beforeEach, expect, it } from 'vitest';
import { pullDueListings } from '../../src/jobs/pull.ts';
import type { SourceSet } from '../../src/sources/registry.ts';
import type { Store } from '../../src/store/store.ts';
import { hourMs } from '../../src/time.ts';
import { sourcesAt } from '../sources/contract.ts';
import { body, type FixtureServer, fixture, startFixtureServer } from '../sources/fixture-server.ts';
import { sqlitePlace } from '../store/opened-store.ts';
import { createKeptLog } from '../support/bot.ts';

const date = '2026-03-10';
const items = JSON.parse(fixture('daily-papers.json')) as { paper: { id: string; upvotes?: number } }[];

let server: FixtureServer;
let sources: SourceSet;
let store: Store;
let now: number;
/** The papers of the day's list. Other days are empty. */
let shown: readonly unknown[];
beforeEach(async () => {
  server = await startFixtureServer();
  server.answer((seen, response) =>
    body(JSON.stringify(seen.url?.includes(`date=${date}`) ? shown : []))(seen, response),
  );
  sources = sourcesAt(server.url, { sources: ['huggingface'] });
  store = await sqlitePlace().open();
});
afterEach(async () => {
  await sources[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

async function pullAt(time: string): Promise<void> {
  now = Date.parse(time);
  server.requests.length = 0;
  const tools = { store, clock: () => now, log: createKeptLog(), random: () => 0.5 };
  await pullDueListings(sources.list, tools, new AbortController().signal);
}
const askedOf = () => server.requests.map(({ path }) => new URLSearchParams(path.split('?')[1]).get('date'));
const newsIds = async () => (await store.newsAfter(0, 99)).map(({ paper }) => paper.id);
const withUpvotes = (upvotes: number) =>
  items.map((item, index) => (index === 0 ? { ...item, paper: { ...item.paper, upvotes } } : item));

it('a day of Hugging Face is pulled until it stops growing, and its upvotes are followed', async () => {
  shown = withUpvotes(41).slice(0, 1);
  await pullAt('2026-03-10T08:00Z');
  expect(askedOf()).toEqual(['2026-03-08', '2026-03-09', date]);
  expect(await newsIds()).toEqual(['2603.01001']);

  shown = withUpvotes(60);
  await pullAt('2026-03-10T08:10Z');
  expect(askedOf()).toEqual([]);
  await pullAt('2026-03-11T09:00Z');
  expect(askedOf()).toEqual(['2026-03-09', date, '2026-03-11']);
  expect(await newsIds()).toEqual(['2603.01001', '2602.20002', '2603.03003']);

  shown = withUpvotes(75);
  await pullAt('2026-03-12T23:00Z');
  expect(askedOf()).toContain(date);
  shown = withUpvotes(99);
  await pullAt('2026-03-13T09:00Z');
  expect(askedOf()).not.toContain(date);
  expect(await store.paper('2603.01001')).toMatchObject({ extras: { upvotes: 75 } });

  const [first] = await store.trendingPapers({ window: { now, ms: 7 * 24 * hourMs }, offset: 0, limit: 1 });
  expect(first?.counts.map(({ at, upvotes }) => [new Date(at).toISOString().slice(0, 13), upvotes])).toEqual([
    ['2026-03-10T00', 0],
    ['2026-03-10T08', 41],
    ['2026-03-11T09', 60],
    ['2026-03-12T23', 75],
  ]);
  expect(await newsIds()).toHaveLength(3);
});
