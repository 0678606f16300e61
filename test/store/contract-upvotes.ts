import { describe, expect, it } from 'vitest';
import type { Ranking } from '../../src/papers/ranking.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { inventedListing, inventedPaper, listed, noon, pickedPaper } from './invented-listings.ts';
import type { StorePlace } from './opened-store.ts';

const today = '2026-03-02';

/** Tests of the verbs for upvotes and rankings. */
export function describeUpvoteVerbs(place: () => StorePlace): void {
  const pick = (store: Store, at: number, upvotes: Readonly<Record<string, number>>, date = today) =>
    store.recordListing(
      inventedListing(
        Object.entries(upvotes).map(([id, count]) => listed(pickedPaper(id, count), 'pick')),
        { source: 'huggingface', date },
      ),
      at,
    );
  const rankingOf = (upvotes: Readonly<Record<string, number>>, fields: Partial<Ranking> = {}): Ranking => ({
    source: 'huggingface',
    kind: 'trending',
    period: '',
    papers: Object.entries(upvotes).map(([id, count]) => ({ paper: pickedPaper(id, count), listedOn: null })),
    skipped: [],
    etags: {},
    ...fields,
  });
  const trending = async (store: Store, now: number, ms = dayMs) =>
    (await store.trendingPapers({ window: { now, ms }, offset: 0, limit: 20 })).map(({ paper, trend }) => [
      paper.id,
      trend.gained,
    ]);

  describe('upvotes over time', () => {
    it('are counted from zero on the day on which the paper was listed', async () => {
      const store = await place().open();
      await pick(store, noon, { 'a/1': 30, 'a/2': 5 });
      await pick(store, noon + hourMs, { 'a/1': 42, 'a/2': 5 });
      const [first, second] = await store.trendingPapers({
        window: { now: noon + hourMs, ms: dayMs },
        offset: 0,
        limit: 20,
      });
      expect(first).toMatchObject({ paper: { id: 'a/1' }, trend: { upvotes: 42, gained: 42 }, place: null });
      // One row for each changed count, and the zero.
      expect(first?.counts).toEqual([
        { at: Date.parse(today), upvotes: 0 },
        { at: noon, upvotes: 30 },
        { at: noon + hourMs, upvotes: 42 },
      ]);
      expect(second?.counts).toHaveLength(2);
    });

    it('are compared within the window alone', async () => {
      const store = await place().open();
      await pick(store, noon, { 'a/1': 30, 'a/2': 5 });
      await pick(store, noon + 2 * dayMs, { 'a/1': 33, 'a/2': 50 });
      const now = noon + 2.5 * dayMs;
      expect(await trending(store, now)).toEqual([
        ['a/2', 11],
        ['a/1', 1],
      ]);
      expect(await trending(store, now, 7 * dayMs)).toEqual([
        ['a/2', 50],
        ['a/1', 33],
      ]);
      expect(await trending(store, now + dayMs)).toEqual([]);
    });

    it('are returned for papers that have some', async () => {
      const store = await place().open();
      await pick(store, noon, { 'a/1': 30 });
      await store.recordListing(inventedListing([listed(inventedPaper('b/1'))]), noon);
      const trends = await store.upvoteTrends(['a/1', 'b/1', 'c/1'], { now: noon + hourMs, ms: dayMs });
      expect([...trends]).toEqual([['a/1', expect.objectContaining({ upvotes: 30, gained: 30 })]]);
    });

    it('come in pages, the fastest first', async () => {
      const store = await place().open();
      await pick(store, noon, Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`a/${index}`, index + 1])));
      const window = { now: noon, ms: dayMs };
      const pages = [0, 4, 8, 12].map((offset) => store.trendingPapers({ window, offset, limit: 4 }));
      const ids = (await Promise.all(pages)).map((page) => page.map(({ paper }) => paper.id));
      expect(ids).toEqual([['a/8', 'a/7', 'a/6', 'a/5'], ['a/4', 'a/3', 'a/2', 'a/1'], ['a/0'], []]);
    });

    it('are pruned together with their papers', async () => {
      const store = await place().open();
      await pick(store, noon, { 'a/1': 30 });
      await store.recordRanking(rankingOf({ 'a/1': 30 }), noon, noon);
      const asked = { service: 'one', asked: ['a/1'], enrichments: new Map(), at: noon };
      await store.recordEnrichment(asked);
      const later = noon + 50 * dayMs;
      const keep = { papersBefore: 0, runsBefore: 0, listingsBefore: '', deliveriesBefore: '' };
      await store.pruneSome({ ...keep, upvotesBefore: later });
      expect(await trending(store, noon)).toEqual([['a/1', null]]);
      await store.pruneSome({ ...keep, upvotesBefore: later, papersBefore: later, listingsBefore: '2027-01-01' });
      expect(await store.paper('a/1')).toBeNull();
      await store.pruneSome({ ...keep, upvotesBefore: later, runsBefore: later });
      expect(await store.rankingRecord(rankingOf({}))).toBeNull();
    });
  });

  describe('rankings', () => {
    it('store papers that were not announced, without making them news', async () => {
      const store = await place().open();
      await store.recordRanking(rankingOf({ 'a/1': 30 }), noon, noon + hourMs);
      expect(await store.paper('a/1')).toMatchObject({ extras: { upvotes: 30 } });
      expect(await store.newsAfter(0, 10)).toEqual([]);
      await pick(store, noon + hourMs, { 'a/1': 31 });
      expect((await store.newsAfter(0, 10)).map(({ paper }) => paper.id)).toEqual(['a/1']);
    });

    it('come after papers with known gains, in the order of the source, until they are replaced', async () => {
      const store = await place().open();
      await store.recordRanking(rankingOf({ 'a/1': 9, 'a/2': 300, 'a/3': 20 }), noon - 2 * dayMs, noon);
      await pick(store, noon, { 'b/1': 1 });
      expect((await trending(store, noon)).map(([id]) => id)).toEqual(['b/1', 'a/1', 'a/2', 'a/3']);
      await store.recordRanking(rankingOf({ 'a/3': 20 }), noon, noon);
      expect((await trending(store, noon)).map(([id]) => id)).toEqual(['b/1', 'a/3']);
    });

    it('have the day on which a paper was listed', async () => {
      const store = await place().open();
      const papers = [{ paper: pickedPaper('a/1', 48), listedOn: today }];
      await store.recordRanking(rankingOf({}, { kind: 'week', period: '2026-W10', papers }), noon, noon);
      expect(await trending(store, noon)).toEqual([['a/1', 48]]);
    });

    it('have the time and result of their last pull', async () => {
      const store = await place().open();
      const { source, kind, period } = rankingOf({});
      const name = { source, kind, period };
      expect(await store.rankingRecord(name)).toBeNull();
      await store.noteRankingPull(name, { at: noon, nextPullAt: noon + 1, failure: 'down' });
      await store.noteRankingPull(name, { at: noon + 1, nextPullAt: noon + 2, failure: 'still down' });
      const failed = { ...name, pulledAt: noon + 1, lastSuccessAt: null, failures: 2, reason: 'still down', etags: {} };
      expect(await store.rankingRecord(name)).toEqual({ ...failed, nextPullAt: noon + 2 });
      await store.recordRanking(rankingOf({ 'a/1': 1 }, { etags: { '/x': 'y' } }), noon + 3, noon + 4);
      const pulled = {
        ...name,
        pulledAt: noon + 3,
        lastSuccessAt: noon + 3,
        failures: 0,
        reason: null,
        etags: { '/x': 'y' },
      };
      expect(await store.rankingRecord(name)).toEqual({ ...pulled, nextPullAt: noon + 4 });
      await store.noteRankingPull(name, { at: noon + 5, nextPullAt: noon + 6 });
      expect(await store.rankingRecord(name)).toEqual({
        ...pulled,
        pulledAt: noon + 5,
        lastSuccessAt: noon + 5,
        nextPullAt: noon + 6,
      });
      expect(await store.rankingRecord({ ...name, kind: 'week', period: '2026-W10' })).toBeNull();
    });
  });
}
