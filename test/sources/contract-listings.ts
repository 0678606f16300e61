import fc from 'fast-check';
import { expect, it } from 'vitest';
import { announceTypes, isNews } from '../../src/papers/announce-type.ts';
import { scopesOf } from '../../src/papers/category-receipts.ts';
import { parsePaperId } from '../../src/papers/paper-id.ts';
import { cleanText } from '../../src/papers/text.ts';
import type { PulledListing } from '../../src/sources/source.ts';
import { sqlitePlace } from '../store/opened-store.ts';
import { type ContractBench, listed, request } from './contract.ts';
import { body, startFixtureServer } from './fixture-server.ts';

const never = new AbortController().signal;

/** Tests what every source reads from answers that are good, or good in part. */
export function testListings(bench: ContractBench): void {
  it('lists every paper of a good day once, under its date', async () => {
    bench.server.answer(body(bench.subject.goodDay));
    const pulled = await bench.pull();
    expect(pulled.kind).toBe('listed');
    expect(listed(pulled)).toMatchObject({
      source: bench.subject.id,
      date: bench.subject.date,
      skipped: [],
      isPartial: false,
    });
    expect(listed(pulled).entries.map(({ paper }) => paper.id)).toEqual(bench.subject.ids);
  });

  it('lists the past papers of a day, page by page, each with a date', async () => {
    bench.server.answer(body(bench.subject.goodPast ?? bench.subject.goodDay));
    const { past } = bench.source();
    const page = await past?.page({ date: bench.subject.date, resumeToken: null, signal: never });
    expect(page).toMatchObject({ source: bench.subject.id, day: bench.subject.date, skipped: [], resumeToken: null });
    expect(page?.entries.map(({ paper }) => paper.id)).toEqual(bench.subject.ids);
    for (const { date } of page?.entries ?? []) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('lists the same when pulled again, and the stored papers do not change', async () => {
    bench.server.answer(body(bench.subject.goodDay));
    const [first, again] = [await bench.pull(), await bench.pull()];
    expect(again).toEqual(first);
    await using store = await sqlitePlace().open();
    const at = Date.parse(`${bench.subject.date}T12:00:00Z`);
    const told = listed(first).entries.length;
    expect(await store.recordListing(listed(first), at)).toMatchObject({ fresh: told });
    const stored = await store.newsAfter(0, 100);
    expect(await store.recordListing(listed(again), at + 1)).toMatchObject({ fresh: 0, updated: 0, unchanged: told });
    expect(await store.newsAfter(0, 100)).toEqual(stored);
  });

  it.skipIf(bench.subject.newVersion === undefined)(
    'tells a newer version of a paper, which makes it no news',
    async () => {
      await using store = await sqlitePlace().open();
      const [id = ''] = bench.subject.ids;
      for (const day of [bench.subject.goodDay, bench.subject.newVersion ?? '']) {
        bench.server.answer(body(day));
        await store.recordListing(listed(await bench.pull()), Date.parse(`${bench.subject.date}T12:00:00Z`));
      }
      const news = await store.newsAfter(0, 100);
      expect(news.filter(({ paper }) => paper.id === id)).toHaveLength(1);
      expect((await store.paper(id))?.version).toBe(2);
    },
  );

  it('fills the required fields of every paper, and lists none under a category that it cannot have', async () => {
    bench.server.answer(body(bench.subject.goodDay));
    for (const { paper, announceType } of listed(await bench.pull()).entries) {
      expect(parsePaperId(paper.id)?.id).toBe(paper.id);
      expect(paper).toMatchObject({ describedBy: bench.subject.id, sources: [], announcedAs: null });
      expect(announceTypes).toContain(announceType);
      for (const text of [paper.title, paper.abstract, ...paper.authors]) {
        expect(text).toBe(cleanText(text));
        expect(text).not.toMatch(/<\/?(?:jats:)?[a-z]+>/);
      }
      expect(paper.authors).not.toContain('');
      const { canHave = () => true, hasCategories = true } = bench.source();
      expect(paper.categories.every((category) => hasCategories && canHave(category))).toBe(true);
    }
  });

  it('counts every new paper in a receipt where it has categories, and has no receipts elsewhere', async () => {
    bench.server.answer(body(bench.subject.goodDay));
    const { entries, receipts } = listed(await bench.pull());
    if (bench.source().hasCategories !== true) return expect(receipts).toBeUndefined();
    const counted = new Map(receipts?.map(({ category, fetched }) => [category, fetched]));
    for (const { paper } of entries.filter(
      (entry) => isNews(entry.announceType) && entry.paper.categories.length > 0,
    )) {
      const counts = paper.categories.flatMap(scopesOf).map((scope) => counted.get(scope) ?? 0);
      expect(Math.max(...counts), paper.id).toBeGreaterThan(0);
    }
    expect(receipts?.every(({ announced, fetched }) => announced === fetched)).toBe(true);
    bench.server.answer(body(bench.subject.oneBadItem));
    const damaged = listed(await bench.pull()).receipts ?? [];
    expect(damaged.some(({ announced, fetched }) => announced > fetched)).toBe(true);
  });

  it('has dates to pull in order, none in the future everywhere, and makes few requests', () => {
    const now = Date.parse('2026-03-11T15:00:00Z');
    const dates = bench.source().datesToPull(now);
    expect(dates.length).toBeGreaterThan(0);
    expect(dates.toSorted()).toEqual(dates);
    for (const date of dates) {
      expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(Date.parse(date)).toBeLessThan(now);
    }
    expect(bench.source().refreshMs).toBeGreaterThanOrEqual(15 * 60_000);
  });

  it('reads a damaged answer as a listing or as a failure, and never crashes', async () => {
    const damage = fc.tuple(
      fc.nat({ max: bench.subject.goodDay.length - 1 }),
      fc.nat({ max: 60 }),
      fc.constantFrom(...damages),
    );
    const property = fc.asyncProperty(damage, async ([at, length, text]) => {
      bench.server.answer(body(bench.subject.goodDay.slice(0, at) + text + bench.subject.goodDay.slice(at + length)));
      const outcome = await bench.pull().catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toMatchObject({ name: 'SourceError' });
      else expect(listed(outcome as PulledListing).entries.length).toBeLessThanOrEqual(bench.subject.ids.length + 1);
    });
    await fc.assert(property, { numRuns: 60, seed: 5 });
  });

  it('has one connection at a time, and none once it is closed', async () => {
    await using alone = await startFixtureServer();
    alone.answer(body(bench.subject.goodDay));
    const many = bench.open(alone.url);
    const pulls = [1, 2, 3].map(() => many.find(bench.subject.id)?.pull(request(bench.subject.date)));
    await Promise.all(pulls);
    expect(alone.peakConnections()).toBe(1);
    await many[Symbol.asyncDispose]();
    const late = many.find(bench.subject.id)?.pull(request(bench.subject.date));
    await expect(late).rejects.toMatchObject({ name: 'SourceError', code: 'unreachable' });
  });
}

/** Replacements for a damaged piece of an answer. */
const damages = [
  '',
  '<',
  '"',
  '\\',
  '\u0000',
  '\ud800',
  '{}',
  'null',
  '&#0;',
  '&lt;b&gt;',
  ']]>',
  'é'.repeat(3_000),
  '9'.repeat(400),
];
