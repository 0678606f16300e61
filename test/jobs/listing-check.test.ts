import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullDueListings } from '../../src/jobs/pull.ts';
import type { PullReport } from '../../src/jobs/pull-report.ts';
import type { SourceSet } from '../../src/sources/registry.ts';
import type { PaperSource } from '../../src/sources/source.ts';
import type { ListingRecord } from '../../src/store/listings.ts';
import type { Store } from '../../src/store/store.ts';
import { minuteMs } from '../../src/time.ts';
import { sourcesAt } from '../sources/contract.ts';
import { status } from '../sources/fixture-server.ts';
import { inventedListing, inventedPaper, listed, noon } from '../store/invented-listings.ts';
import { sqlitePlace } from '../store/opened-store.ts';
import { createKeptLog } from '../support/bot.ts';
import { type InventedArxiv, type InventedItem, inventItems, startInventedArxiv } from '../support/invented-arxiv.ts';

const tuesday = '2026-03-10';
const wednesday = '2026-03-11';
const kites = inventItems(3, '2603', 1, 'kites');
const kettles = inventItems(4, '2603', 11, 'kettles');

/** Days that are stored already, so that the usual number of papers is known: none. */
const earlier = ['2026-03-03', '2026-03-04', '2026-03-05'];
const calmDay = (date: string) =>
  inventedListing([listed(inventedPaper(`old/${date}`), 'replace')], {
    date,
    receipts: ['cs.*', 'cs.CL', 'math.*', 'math.AG'].map((category) => ({ category, announced: 0, fetched: 0 })),
  });

let arxiv: InventedArxiv;
let sources: SourceSet;
let source: PaperSource;
let store: Store;
let now: number;
let log: ReturnType<typeof createKeptLog>;

beforeEach(async () => {
  arxiv = await startInventedArxiv(tuesday);
  sources = sourcesAt(arxiv.url, { arxivCategories: ['cs.CL', 'math.AG'], clock: () => now, deadlineMs: 5_000 });
  const found = sources.find('arxiv');
  if (found === undefined) throw new Error('no arXiv');
  source = found;
  store = await sqlitePlace().open();
  log = createKeptLog();
  for (const date of earlier) await store.recordListing(calmDay(date), noon);
  now = Date.parse(`${tuesday}T05:00Z`);
  arxiv.announce(tuesday, kites);
  await pull();
  now = Date.parse(`${wednesday}T05:00Z`);
});
afterEach(async () => {
  await sources[Symbol.asyncDispose]();
  await arxiv[Symbol.asyncDispose]();
});

async function pull(): Promise<readonly PullReport[]> {
  const tools = { store, clock: () => now, log, random: () => 0.5 };
  return await pullDueListings([source], tools, new AbortController().signal);
}
const listing = async (date = wednesday): Promise<ListingRecord | null> => await store.listing('arxiv', date);
const newsIds = async () => (await store.newsAfter(0, 10_000)).map(({ paper }) => paper.id);
const idsOf = (items: readonly InventedItem[]) => items.map(({ id }) => id);
const questions = () => arxiv.server.requests.filter(({ path }) => path.startsWith('/api/query')).length;
const goTo = (day: string, ...items: readonly InventedItem[]) => {
  arxiv.setDay(day);
  arxiv.announce(day, items);
};

describe('a normal day', () => {
  it('is not cross-checked', async () => {
    goTo(wednesday, ...kettles);
    expect(await pull()).toMatchObject([{ date: wednesday, day: 'expected', outcome: 'pulled', new: 4 }]);
    expect(questions()).toBe(0);
    expect(await store.completeness('arxiv', wednesday)).toEqual({
      categories: [
        { category: 'cs.*', announced: 4, fetched: 4 },
        { category: 'cs.CL', announced: 4, fetched: 4 },
        { category: 'math.*', announced: 0, fetched: 0 },
        { category: 'math.AG', announced: 0, fetched: 0 },
      ],
      skipped: [],
    });
  });

  it.each([
    ['a weekend', '2026-03-14', 'weekend'],
    ['the day after a holiday', '2026-01-20', 'holiday'],
  ])('is quiet on %s, without a cross-check', async (_name, day, kind) => {
    now = Date.parse(`${day}T06:00Z`);
    goTo(day);
    expect(await pull()).toMatchObject([{ date: day, day: kind, outcome: 'quiet' }]);
    expect((await listing(day))?.state).toBe('quiet');
    expect(questions()).toBe(0);
  });

  it('counts even if the calendar has a holiday', async () => {
    now = Date.parse('2026-01-20T06:00Z');
    goTo('2026-01-20', ...kettles);
    expect(await pull()).toMatchObject([{ outcome: 'pulled', new: 4 }]);
  });
});

describe('an empty listing on a working day', () => {
  it('waits while the search is empty too, and is quiet after noon in New York', async () => {
    goTo(wednesday);
    expect(await pull()).toMatchObject([{ outcome: 'waiting', day: 'expected' }]);
    expect(await listing()).toMatchObject({
      state: 'waiting',
      lastSuccessAt: null,
      reason: 'arXiv shows nothing for this working day; its search finds no papers of this day',
    });
    now = Date.parse(`${wednesday}T16:00Z`);
    expect(await pull()).toMatchObject([{ outcome: 'quiet' }]);
    expect(await listing()).toMatchObject({ state: 'quiet', reason: null });
  });

  it('is quiet at once if the search finds papers only in other categories', async () => {
    goTo(wednesday, ...inventItems(2, '2603', 71, 'beams', 'hep-th'));
    expect(await pull()).toMatchObject([{ outcome: 'quiet' }]);
    expect((await listing())?.state).toBe('quiet');
    expect(await newsIds()).toHaveLength(3);
  });

  it('takes its papers from the search if the search finds some', async () => {
    arxiv.announce(wednesday, kettles);
    arxiv.setDay(wednesday);
    arxiv.showInstead([]);
    expect(await pull()).toMatchObject([{ outcome: 'partial', reason: expect.stringContaining('lacked 4 papers') }]);
    expect(await newsIds()).toEqual([...idsOf(kites), ...idsOf(kettles)]);
    expect((await store.completeness('arxiv', wednesday)).categories).toContainEqual({
      category: 'cs.CL',
      announced: 4,
      fetched: 4,
    });
    const [checked] = log.lines.filter(({ event }) => event === 'pull.checked');
    expect(checked).toMatchObject({ source: 'arxiv', date: wednesday, doubt: 'empty', state: 'partial' });
    now += 6 * minuteMs;
    arxiv.showInstead(null);
    goTo(wednesday, ...kettles, ...inventItems(1, '2603', 21, 'shoes', 'math.AG'));
    expect(await pull()).toMatchObject([{ outcome: 'pulled', new: 1, unchanged: 4 }]);
    expect(await listing()).toMatchObject({ state: 'listed', failures: 0 });
  });
});

describe('an earlier day that is shown again', () => {
  it.each([
    ['under the new date', () => arxiv.showInstead(kites), wednesday],
    ['under its own date', () => {}, tuesday],
  ])('%s is stale or waiting, and the papers of the day come from the search', async (_name, show, shownDay) => {
    arxiv.setDay(shownDay);
    show();
    arxiv.setApiDay(tuesday);
    await pull();
    expect((await listing())?.state).toMatch(/^(stale|waiting)$/);
    expect((await listing())?.reason).toContain('its search finds no papers of this day');
    arxiv.announce(wednesday, kettles);
    arxiv.setApiDay(wednesday);
    now += 6 * minuteMs;
    await pull();
    expect((await listing())?.state).toBe('partial');
    expect(await newsIds()).toEqual([...idsOf(kites), ...idsOf(kettles)]);
    now += 11 * minuteMs;
    await pull();
    expect(await listing()).toMatchObject({ state: 'listed', reason: null });
    expect(await newsIds()).toHaveLength(7);
  });
});

describe('far fewer papers than usual', () => {
  const days = ['2026-03-05', '2026-03-06', '2026-03-09', tuesday];
  const usual = (index: number) => inventItems(40, '2603', 100 * (index + 1), 'kites');

  beforeEach(async () => {
    for (const [index, day] of days.entries()) {
      now = Date.parse(`${day}T05:00Z`) + 3_600_000 * 2;
      goTo(day, ...usual(index));
      await pull();
    }
    now = Date.parse(`${wednesday}T05:00Z`);
    arxiv.server.requests.length = 0;
  });

  it('are a partial day if the search finds more, which is then stored', async () => {
    const whole = inventItems(42, '2603', 901, 'kettles');
    goTo(wednesday, ...whole);
    arxiv.showInstead(whole.slice(0, 14));
    expect(await pull()).toMatchObject([{ outcome: 'partial', new: 42, reason: expect.stringContaining('28 papers') }]);
    expect((await newsIds()).slice(-42).sort()).toEqual(idsOf(whole));
    expect((await store.completeness('arxiv', wednesday)).categories).toContainEqual({
      category: 'cs.CL',
      announced: 42,
      fetched: 42,
    });
    now += 6 * minuteMs;
    await pull();
    expect((await listing())?.state).toBe('listed');
  });

  it('are a small day if the search finds no more', async () => {
    goTo(wednesday, ...kettles);
    expect(await pull()).toMatchObject([{ outcome: 'pulled', new: 4 }]);
    expect((await listing())?.state).toBe('listed');
    expect(questions()).toBe(1);
  });

  it('stay in doubt while the search cannot be asked', async () => {
    goTo(wednesday, ...kettles);
    arxiv.breakDown('/api/query', status(429));
    expect(await pull()).toMatchObject([{ outcome: 'partial', reason: expect.stringContaining('answered 429') }]);
    expect(log.lines.filter(({ event }) => event === 'pull.unchecked')).toHaveLength(1);
  });
});

describe('an unreachable source', () => {
  it('is pulled at growing intervals, and cross-checked after some failures', async () => {
    goTo(wednesday, ...kettles);
    arxiv.breakDown('/rss/', status(503));
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 5; attempt++) {
      const found = {
        outcome: 'partial',
        new: 4,
        reason: expect.stringMatching(/^arXiv answered 503.*lacked 4 papers/),
      };
      expect(await pull()).toMatchObject([attempt === 3 ? found : { outcome: 'failed', new: 0 }]);
      if (attempt < 3) expect(await newsIds()).toHaveLength(3);
      const { nextPullAt = null } = (await listing()) ?? {};
      pauses.push(((nextPullAt ?? 0) - now) / minuteMs);
      now = (nextPullAt ?? 0) - 1;
      expect(await pull()).toEqual([]);
      now += 1;
    }
    expect(pauses).toEqual([5, 10, 20, 40, 60]);
    expect(await newsIds()).toEqual([...idsOf(kites), ...idsOf(kettles)]);
    arxiv.breakDown('/rss/', null);
    expect(await pull()).toMatchObject([{ outcome: 'unchanged', unchanged: 4 }]);
    expect(await listing()).toMatchObject({ state: 'listed', failures: 0 });
  });

  it('is left alone as long as it asked', async () => {
    arxiv.setDay(wednesday);
    arxiv.breakDown('/rss/', status(429, { 'retry-after': '5400' }));
    expect(await pull()).toMatchObject([{ outcome: 'failed', retryAfterMs: 5_400_000 }]);
    expect((await listing())?.nextPullAt).toBe(now + 5_400_000);
  });
});
