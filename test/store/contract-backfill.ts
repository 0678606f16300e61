import { describe, expect, it } from 'vitest';
import type { BackfillPage, PastEntry } from '../../src/papers/backfill.ts';
import { dayMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { inventedListing, inventedPaper, listed, listingOf, noon, topicOf } from './invented-listings.ts';
import type { StorePlace } from './opened-store.ts';

const past = (id: string, date: string): PastEntry => ({ ...listed(inventedPaper(id)), date });

const inventedPage = (entries: readonly PastEntry[], fields: Partial<BackfillPage> = {}): BackfillPage => ({
  source: 'arxiv',
  day: '2026-02-10',
  entries,
  skipped: [],
  resumeToken: null,
  ...fields,
});

/** Tests of the verbs for announcements of past days. */
export function describeBackfillVerbs(place: () => StorePlace): void {
  const lakes = topicOf('lake');
  const search = { topic: lakes, offset: 0, limit: 10 };

  describe('a backfill', () => {
    it('stores papers that are found and counted by their date, and that no channel ever receives', async () => {
      const store = await place().open();
      await store.recordListing(listingOf('a/1'), noon);
      await subscribed(store, 'lake');
      const skipped = [{ item: 'a/8', reason: 'no title' }];
      const page = inventedPage([past('a/2', '2026-02-10'), past('a/3', '2026-02-09')], { skipped });
      const recorded = { announced: 3, fresh: 2, updated: 0, unchanged: 0, skipped: 1 };
      expect(await store.recordBackfill(page, noon + 1)).toEqual(recorded);
      expect(await store.paper('a/2')).toEqual(inventedPaper('a/2'));
      expect((await store.newsAfter(0, 10)).map(({ paper }) => paper.id)).toEqual(['a/1']);
      expect((await store.digestInput('channel')).subscriptions).toMatchObject([{ newsAfter: 1 }]);
      const { papers, total } = await store.searchPapers(search);
      expect([papers[0]?.id, total]).toEqual(['a/1', 3]);
      const window = { now: noon, days: 30, examples: 5 };
      const { examples, ...forecast } = await store.forecast(lakes, window);
      expect(forecast).toEqual({ daysCovered: 3, matchedCount: 3, papersPerDay: 1 });
      expect(examples.map(({ id }) => id)).toEqual(['a/1', 'a/2', 'a/3']);
      expect(await store.forecast(lakes, { ...window, days: 21 })).toMatchObject({ daysCovered: 2 });
      expect(await store.recentListings(10)).toHaveLength(1);
    });

    it('uses no news number: the first news is number 1, even after a backfill', async () => {
      const store = await place().open();
      await store.recordBackfill(inventedPage([past('a/1', '2026-02-10'), past('a/2', '2026-02-10')]), noon);
      expect(await store.lastNewsNumber()).toBe(0);
      await store.recordListing(listingOf('a/3'), noon);
      expect((await store.newsAfter(0, 10)).map(({ newsNumber }) => newsNumber)).toEqual([1]);
    });

    it('does not keep a paper from being news, whether it is announced before or after', async () => {
      const store = await place().open();
      await store.recordBackfill(inventedPage([past('a/1', '2026-02-10')]), noon);
      await store.recordListing(inventedListing([listed(inventedPaper('a/1'), 'replace')]), noon);
      expect(await store.newsAfter(0, 10)).toEqual([]);
      await store.recordListing(inventedListing([listed(inventedPaper('a/1'), 'cross')], { date: '2026-03-03' }), noon);
      await store.recordBackfill(inventedPage([past('a/1', '2026-02-10')]), noon);
      expect(await store.newsAfter(0, 10)).toMatchObject([{ newsNumber: 1, announceType: 'cross' }]);
      const trail = await store.paperTrail('channel', 'a/1');
      expect(trail).toMatchObject({ news: { number: 1, date: '2026-03-03', at: noon }, pastDate: null });
    });

    it('is distinguishable in a paper’s trail', async () => {
      const store = await place().open();
      await store.recordBackfill(inventedPage([past('a/1', '2026-02-10')]), noon);
      const trail = await store.paperTrail('channel', 'a/1');
      expect(trail?.listings).toEqual([]);
      expect(trail).toMatchObject({ news: null, pastDate: '2026-02-10' });
    });

    it('changes nothing when it is stored again', async () => {
      const store = await place().open();
      const page = inventedPage([past('a/1', '2026-02-10'), past('a/2', '2026-02-09')]);
      await store.recordBackfill(page, noon);
      expect(await store.recordBackfill(page, noon)).toMatchObject({ fresh: 0, updated: 0, unchanged: 2 });
      expect((await store.searchPapers(search)).total).toBe(2);
      expect(await store.newsSince(0, 10)).toHaveLength(2);
    });

    it('stores the resume token of each day', async () => {
      const store = await place().open();
      await store.recordBackfill(inventedPage([past('a/1', '2026-02-10')], { resumeToken: 'on from 2' }), noon);
      await store.recordBackfill(inventedPage([], { day: '2026-02-11' }), noon + 1);
      await store.recordBackfill(inventedPage([], { day: '2026-02-12' }), noon + 2);
      await store.recordBackfill(inventedPage([], { source: 'huggingface' }), noon + 3);
      const begun = { date: '2026-02-10', resumeToken: 'on from 2', at: noon };
      const whole = { date: '2026-02-11', resumeToken: null, at: noon + 1 };
      expect(await store.backfilledDays('arxiv', '2026-02-01', '2026-02-11')).toEqual([begun, whole]);
      await store.recordBackfill(inventedPage([past('a/2', '2026-02-10')]), noon + 4);
      const [finished] = await store.backfilledDays('arxiv', '2026-02-10', '2026-02-10');
      expect(finished).toEqual({ ...begun, resumeToken: null, at: noon + 4 });
    });

    it('comes after announced papers among thousands of matches', async () => {
      const store = await place().open();
      const pastEntries = Array.from({ length: 2_600 }, (_, index) => past(`old/${index}`, '2026-02-10'));
      await store.recordListing(listingOf('a/1'), noon - dayMs);
      await store.recordBackfill(inventedPage(pastEntries), noon);
      await store.recordListing(inventedListing([listed(inventedPaper('a/2'))], { date: '2026-03-03' }), noon + 1);
      const { papers, listed: shown } = await store.searchPapers(search);
      expect(shown).toBe(2_500);
      expect(papers.slice(0, 2).map(({ id }) => id)).toEqual(['a/2', 'a/1']);
    });

    it('is pruned by the time at which it was stored, and can then be fetched again', async () => {
      const store = await place().open();
      const entries = Array.from({ length: 450 }, (_, index) => past(`old/${index}`, '2020-02-10'));
      await store.recordBackfill(inventedPage(entries, { day: '2020-02-10' }), noon);
      await store.recordListing(listingOf('a/1'), noon);
      await store.recordBackfill(inventedPage([past('older/1', '2019-02-10')], { day: '2019-02-10' }), noon + dayMs);
      const limits = {
        papersBefore: noon + 1,
        listingsBefore: '2020-01-01',
        runsBefore: 0,
        upvotesBefore: 0,
        deliveriesBefore: '',
      };
      let deleted = 0;
      for (let isDone = false; !isDone; ) {
        const step = await store.pruneSome(limits);
        deleted += step.papers;
        ({ isDone } = step);
      }
      expect(deleted).toBe(451);
      expect(await store.paper('older/1')).not.toBeNull();
      const days = await store.backfilledDays('arxiv', '2019-01-01', '2026-12-31');
      expect(days.map(({ date }) => date)).toEqual(['2019-02-10']);
      expect((await store.searchPapers(search)).total).toBe(1);
    });
  });
}
