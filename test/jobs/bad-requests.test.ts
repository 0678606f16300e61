import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullDueListings } from '../../src/jobs/pull.ts';
import type { SourceSet } from '../../src/sources/registry.ts';
import type { Store } from '../../src/store/store.ts';
import { minuteMs } from '../../src/time.ts';
import { sourcesAt } from '../sources/contract.ts';
import { body, type Responder, reset, status } from '../sources/fixture-server.ts';
import { sqlitePlace } from '../store/opened-store.ts';
import { createKeptLog } from '../support/bot.ts';
import { type InventedArxiv, inventItems, startInventedArxiv } from '../support/invented-arxiv.ts';

const day = '2026-03-11';
const papers = {
  'cs.CL': inventItems(4, '2603', 1, 'kettles', 'cs.CL'),
  'cs.CV': inventItems(5, '2603', 11, 'mirrors', 'cs.CV'),
  'math.AG': inventItems(2, '2603', 21, 'curves', 'math.AG'),
};
const idsOf = (...categories: readonly (keyof typeof papers)[]) =>
  categories.flatMap((category) => papers[category].map(({ id }) => id));

let arxiv: InventedArxiv;
let sources: SourceSet;
let store: Store;
let now: number;
let log: ReturnType<typeof createKeptLog>;
beforeEach(async () => {
  arxiv = await startInventedArxiv(day);
  arxiv.announce(day, Object.values(papers).flat());
  now = Date.parse(`${day}T05:00Z`);
  sources = sourcesAt(arxiv.url, {
    arxivCategories: Object.keys(papers),
    clock: () => now,
    deadlineMs: 5_000,
    sources: ['arxiv'],
  });
  store = await sqlitePlace().open();
  log = createKeptLog();
});
afterEach(async () => {
  await sources[Symbol.asyncDispose]();
  await arxiv[Symbol.asyncDispose]();
});

async function pull() {
  const tools = { store, clock: () => now, log, random: () => 0.5 };
  return await pullDueListings(sources.list, tools, new AbortController().signal);
}
const newsIds = async () => (await store.newsAfter(0, 99)).map(({ paper }) => paper.id).toSorted();
const receipts = async () => (await store.completeness('arxiv', day)).categories;
const asked = (path: string) => arxiv.server.requests.filter((request) => request.path.startsWith(path)).length;
const garbage: Responder = body(Buffer.from(Array.from({ length: 999 }, (_, index) => (index * 197 + 31) % 256)));

describe('one bad request of several', () => {
  it.each<[string, Responder, string]>([
    ['that is refused', status(500), 'arXiv answered 500 (internal server error)'],
    ['for a category that arXiv does not know', status(400), 'arXiv answered 400 (bad request)'],
    ['with garbage', garbage, 'arXiv sent an answer that is not well-formed XML'],
    ['with an empty answer', body(''), 'arXiv sent an empty answer'],
    ['with a cut answer', body('<rss version="2.0"><channel><title>t</title>'), 'not well-formed'],
    ['with a broken connection', reset('<rss>'), 'arXiv broke off its answer'],
  ])('loses its own categories only, and says so: one %s', async (_name, responder, reason) => {
    arxiv.breakDown('/rss/cs.CV', responder);
    arxiv.breakDown('/api/query', status(503));
    expect(await pull()).toMatchObject([{ outcome: 'partial', new: 6, reason: expect.stringContaining(reason) }]);
    expect(await newsIds()).toEqual(idsOf('cs.CL', 'math.AG'));
    const { state, reason: stored, nextPullAt } = (await store.listing('arxiv', day)) ?? {};
    expect([state, stored]).toEqual(['partial', expect.stringContaining('cs.CV not read: arXiv ')]);
    expect(await receipts()).toEqual([
      { category: 'cs.*', announced: 4, fetched: 4, doubt: 'partly-unread' },
      { category: 'cs.CL', announced: 4, fetched: 4 },
      { category: 'cs.CV', announced: 0, fetched: 0, doubt: 'unread' },
      { category: 'math.*', announced: 2, fetched: 2 },
      { category: 'math.AG', announced: 2, fetched: 2 },
    ]);
    expect(nextPullAt).toBe(now + 5 * minuteMs);
    expect(log.lines).toContainEqual(
      expect.objectContaining({ event: 'pull.partial', reason: expect.stringContaining('cs.CV not read') }),
    );
  });

  it('has its papers from the search, once', async () => {
    arxiv.breakDown('/rss/cs.CV', status(500));
    expect(await pull()).toMatchObject([{ outcome: 'partial', reason: expect.stringContaining('found 5 papers') }]);
    expect(await newsIds()).toEqual(idsOf('cs.CL', 'cs.CV', 'math.AG'));
    const found = { category: 'cs.CV', announced: 5, fetched: 5, doubt: 'unread' };
    expect(await receipts()).toContainEqual(found);
    expect(await receipts()).toContainEqual({ category: 'cs.*', announced: 9, fetched: 9, doubt: 'partly-unread' });
    now += 5 * minuteMs;
    expect(await pull()).toMatchObject([{ outcome: 'partial', new: 0 }]);
    expect(await receipts()).toContainEqual(found);
    expect(await newsIds()).toHaveLength(11);
  });

  it('is tried again soon, and then its whole archive is counted again', async () => {
    arxiv.breakDown('/rss/cs.CV', status(500));
    arxiv.breakDown('/api/query', status(503));
    await pull();
    now += 5 * minuteMs;
    arxiv.breakDown('/rss/cs.CV', null);
    arxiv.breakDown('/api/query', null);
    expect(await pull()).toMatchObject([{ outcome: 'pulled', new: 5 }]);
    expect(await newsIds()).toEqual(idsOf('cs.CL', 'cs.CV', 'math.AG'));
    expect(await store.listing('arxiv', day)).toMatchObject({ state: 'listed', reason: null, failures: 0 });
    expect(await receipts()).toContainEqual({ category: 'cs.*', announced: 9, fetched: 9 });
    expect((await receipts()).every(({ doubt }) => doubt === undefined)).toBe(true);
  });

  it('costs nothing where its categories were read earlier that day', async () => {
    await pull();
    arxiv.breakDown('/rss/cs.CV', status(500));
    now += 70 * minuteMs;
    expect(await pull()).toMatchObject([{ outcome: 'unchanged' }]);
    expect(await store.listing('arxiv', day)).toMatchObject({ state: 'listed' });
    expect(await receipts()).toContainEqual({ category: 'cs.CV', announced: 5, fetched: 5 });
  });

  it('leaves arXiv alone as long as it asks, and the other requests too', async () => {
    arxiv.breakDown('/rss/cs.CV', status(503, { 'retry-after': '1800' }));
    arxiv.breakDown('/api/query', status(503));
    await pull();
    expect(asked('/rss/math.AG')).toBe(0);
    expect(await newsIds()).toEqual(idsOf('cs.CL'));
    expect(await store.listing('arxiv', day)).toMatchObject({
      reason: expect.stringMatching(/^cs\.CV not read: .*; math\.AG not read: /),
      nextPullAt: now + 30 * minuteMs,
    });
  });

  it('does not hide that the day is not announced yet', async () => {
    arxiv.announce(day, []);
    arxiv.breakDown('/rss/cs.CV', status(500));
    expect(await pull()).toMatchObject([{ outcome: 'waiting' }]);
  });
});

it('several bad requests in a row, without any good one, are a failed pull, as before', async () => {
  arxiv.breakDown('/rss/', status(503));
  expect(await pull()).toMatchObject([{ outcome: 'failed', reason: 'arXiv answered 503 (service unavailable)' }]);
  expect(await newsIds()).toEqual([]);
  expect(asked('/rss/')).toBe(2);
});
