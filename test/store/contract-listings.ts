import { describe, expect, it } from 'vitest';
import type { Listing } from '../../src/papers/listing.ts';
import { noExtras, unlisted } from '../../src/papers/paper.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { inventedListing, inventedPaper, listed, listingOf, noon, pickedPaper } from './invented-listings.ts';
import type { StorePlace } from './opened-store.ts';

const newsOf = (news: readonly { readonly paper: { readonly id: string }; readonly newsNumber: number }[]) =>
  news.map(({ paper, newsNumber }) => [paper.id, newsNumber]);

/** Tests of the verbs for listings and papers. */
export function describeListingVerbs(place: () => StorePlace): void {
  describe('recording a listing', () => {
    it('stores each paper unchanged', async () => {
      const store = await place().open();
      const paper = inventedPaper('2603.00001', {
        version: 3,
        authors: ['Łucja Śnieg', '李 河', 'D. O’Mara'],
        categories: ['cs.LG', 'stat.ML'],
        publishedAt: '2026-02-27T10:00:00Z',
        doi: '10.5555/lake',
        journalReference: 'J. Lakes 7 (2026)',
        comment: '9 pages, “in press”',
        ...unlisted,
        extras: {
          upvotes: 0,
          codeUrl: 'https://github.com/lake/tides',
          codeStars: 12,
          projectUrl: 'https://tides.example',
          aiSummary: 'Water moves. “Both ways.”',
          thumbnailUrl: 'https://tides.example/a.png',
          organization: 'Lake Institute',
          citations: 3,
          venue: 'Journal of Lakes',
          tldr: 'Water moves.',
        },
      });
      await store.recordListing(inventedListing([listed(paper)]), noon);
      expect(await store.paper('2603.00001')).toEqual({ ...paper, sources: ['arxiv'], announcedAs: 'new' });
      expect(await store.paper('2603.00002')).toBeNull();
    });

    it('says which papers it lists, and how', async () => {
      const store = await place().open();
      const [first, second] = [inventedPaper('a/1'), inventedPaper('a/2')];
      await store.recordListing(inventedListing([listed(first), listed(second)]), noon);
      const next = inventedListing([listed(first, 'replace')], { date: '2026-03-03' });
      await store.recordListing(next, noon + dayMs);
      const { date } = inventedListing([]);
      const asNew = { source: 'arxiv', date, announceType: 'new' };
      const again = { source: 'arxiv', date: next.date, announceType: 'replace' };
      const found = await store.paperListings(['a/1', 'a/2', 'a/3']);
      expect([...found.keys()]).toEqual(['a/1', 'a/2']);
      expect(found.get('a/1')).toMatchObject([asNew, again]);
      expect(found.get('a/2')).toMatchObject([asNew]);
    });

    it('takes a text that is now read better as an update, not as news', async () => {
      const store = await place().open();
      const asBefore = inventedPaper('a/1', { title: 'The scale of $T_{\\rm eff}$', authors: ['A. Moor and B. Fen'] });
      await store.recordListing(inventedListing([listed(asBefore)]), noon);
      const retold = inventedListing([
        listed({ ...asBefore, title: 'The scale of T_eff', authors: ['A. Moor', 'B. Fen'] }),
      ]);
      expect(await store.recordListing(retold, noon + dayMs)).toMatchObject({ fresh: 0, updated: 1 });
      expect(await store.paper('a/1')).toMatchObject({ title: 'The scale of T_eff', authors: ['A. Moor', 'B. Fen'] });
      expect(newsOf(await store.newsAfter(0, 10))).toEqual([['a/1', 1]]);
    });

    it('counts fresh, updated, unchanged and skipped papers', async () => {
      const store = await place().open();
      const skipped = [{ item: 'item 3', reason: 'no title' }];
      const listing = inventedListing([listed(inventedPaper('a/1')), listed(inventedPaper('a/2'))], { skipped });
      expect(await store.recordListing(listing, noon)).toEqual({
        announced: 3,
        fresh: 2,
        updated: 0,
        unchanged: 0,
        skipped: 1,
      });
      const retold = inventedListing([
        listed(inventedPaper('a/1', { title: 'Another title' })),
        listed(inventedPaper('a/2')),
        listed(inventedPaper('a/3')),
      ]);
      expect(await store.recordListing(retold, noon)).toEqual({
        announced: 3,
        fresh: 1,
        updated: 1,
        unchanged: 1,
        skipped: 0,
      });
      expect((await store.paper('a/1'))?.title).toBe('Another title');
    });

    it('merges what two sources say about one paper, in either order', async () => {
      const store = await place().open();
      const arxiv = inventedPaper('a/1', { title: 'As arXiv has it', categories: ['cs.LG'] });
      const picked = pickedPaper('a/1', 7, { title: 'As HF has it' });
      const picks = (date: string) => inventedListing([listed(picked, 'pick')], { source: 'huggingface', date });
      await store.recordListing(picks('2026-03-01'), noon);
      await store.recordListing(inventedListing([listed(arxiv)]), noon);
      await store.recordListing(picks('2026-03-02'), noon);
      expect(await store.paper('a/1')).toEqual({
        ...arxiv,
        sources: ['arxiv', 'huggingface'],
        announcedAs: 'new',
        extras: { ...noExtras, upvotes: 7 },
      });
      expect(await store.recordListing(picks('2026-03-01'), noon)).toMatchObject({ updated: 0, unchanged: 1 });
    });

    it('recognises the last batch, however many empty days ago it was', async () => {
      const store = await place().open();
      const batch = listingOf('a/1', 'a/2').entries;
      await store.recordListing(inventedListing(batch, { date: '2026-11-26' }), noon);
      for (const date of ['2026-11-27', '2026-11-28', '2026-11-29']) {
        await store.recordListing(inventedListing([], { date }), noon);
      }
      await store.recordListing(inventedListing(batch, { date: '2026-11-30' }), noon);
      const reason = '2 of its 2 papers are those of an earlier day';
      expect(await store.listing('arxiv', '2026-11-30')).toMatchObject({ state: 'stale', reason });
    });

    it('takes the weightier type of a paper that is listed twice', async () => {
      const store = await place().open();
      const paper = inventedPaper('a/1');
      await store.recordListing(inventedListing([listed(paper, 'cross'), listed(paper, 'new')]), noon);
      await store.recordListing(inventedListing([listed(paper, 'cross')]), noon);
      expect((await store.listing('arxiv', '2026-03-02'))?.counts).toMatchObject({ new: 1, cross: 0 });
      expect((await store.newsAfter(0, 10))[0]?.announceType).toBe('new');
    });
  });

  describe('news', () => {
    it('numbers papers in the order in which they became news', async () => {
      const store = await place().open();
      expect(await store.lastNewsNumber()).toBe(0);
      await store.recordListing(listingOf('a/1', 'a/2'), noon);
      await store.recordListing(listingOf('a/2', 'a/3'), noon);
      expect(newsOf(await store.newsAfter(0, 10))).toEqual([
        ['a/1', 1],
        ['a/2', 2],
        ['a/3', 3],
      ]);
      expect(newsOf(await store.newsAfter(1, 1))).toEqual([['a/2', 2]]);
      expect(await store.lastNewsNumber()).toBe(3);
    });

    it('never comes from a replacement, until the paper is listed as new, cross or pick', async () => {
      const store = await place().open();
      const replaced = [listed(inventedPaper('a/1', { version: 2 }), 'replace')];
      await store.recordListing(inventedListing(replaced, { date: '2026-03-01' }), noon);
      expect(await store.paper('a/1')).not.toBeNull();
      expect(await store.newsAfter(0, 10)).toEqual([]);
      await store.recordListing(inventedListing([listed(pickedPaper('a/1', 3), 'pick')]), noon + dayMs);
      expect(newsOf(await store.newsAfter(0, 10))).toEqual([['a/1', 1]]);
    });

    it('is made once: a newer version or another source does not repeat it', async () => {
      const store = await place().open();
      await store.recordListing(listingOf('a/1'), noon);
      const again = inventedListing([listed(inventedPaper('a/1', { version: 2 }), 'new')], { date: '2026-03-03' });
      await store.recordListing(again, noon + dayMs);
      expect(newsOf(await store.newsAfter(0, 10))).toEqual([['a/1', 1]]);
      expect((await store.paper('a/1'))?.version).toBe(2);
    });

    it('is made again, only once, when a paper without categories gets some', async () => {
      const store = await place().open();
      const picks = inventedListing([listed(pickedPaper('a/1', 3), 'pick')], { source: 'huggingface' });
      await store.recordListing(picks, noon);
      await store.recordListing(listingOf('a/2'), noon);
      for (const hours of [1, 2]) {
        await store.recordListing(inventedListing([listed(inventedPaper('a/1'), 'cross')]), noon + hours * hourMs);
        await store.recordListing(picks, noon + hours * hourMs);
      }
      const news = await store.newsAfter(0, 10);
      expect(newsOf(news)).toEqual([
        ['a/2', 2],
        ['a/1', 3],
      ]);
      expect(news.at(-1)?.announceType).toBe('pick');
    });

    it('can be read by time, newest first', async () => {
      const store = await place().open();
      await store.recordListing(listingOf('a/1', 'a/2'), noon);
      await store.recordListing(listingOf('a/3'), noon + dayMs);
      expect(newsOf(await store.newsSince(noon, 2))).toEqual([
        ['a/3', 3],
        ['a/2', 2],
      ]);
      expect(newsOf(await store.newsSince(noon + 1, 10))).toEqual([['a/3', 3]]);
    });
  });

  describe('listing records', () => {
    it('have the counts by announce type, the number of skipped items, and the ETags', async () => {
      const store = await place().open();
      const entries = [
        listed(inventedPaper('a/1')),
        listed(inventedPaper('a/2'), 'cross'),
        listed(inventedPaper('a/3'), 'replace'),
        listed(inventedPaper('a/4'), 'replace-cross'),
        listed(inventedPaper('a/5'), 'replace-cross'),
      ];
      const fields = { skipped: [{ item: 'a/6', reason: 'no title' }], etags: { '/atom/cs': '"x"' } };
      await store.recordListing(inventedListing(entries, fields), noon);
      expect(await store.listing('arxiv', '2026-03-02')).toEqual({
        source: 'arxiv',
        date: '2026-03-02',
        state: 'listed',
        reason: null,
        pulledAt: noon,
        lastSuccessAt: noon,
        counts: { new: 1, pick: 0, cross: 1, replace: 1, 'replace-cross': 2 },
        skipped: 1,
        etags: { '/atom/cs': '"x"' },
        failures: 0,
        nextPullAt: null,
      });
      expect(await store.listing('arxiv', '2026-03-03')).toBeNull();
      expect(await store.listing('huggingface', '2026-03-02')).toBeNull();
    });

    it('add a partial listing to the stored one', async () => {
      const store = await place().open();
      const first = inventedListing([listed(inventedPaper('a/1'))], { etags: { '/cs': '"1"', '/math': '"1"' } });
      const second: Listing = { ...listingOf('a/2'), etags: { '/math': '"2"' }, isPartial: true };
      await store.recordListing(first, noon);
      await store.recordListing(second, noon + 1);
      expect(await store.listing('arxiv', '2026-03-02')).toMatchObject({
        counts: { new: 2 },
        etags: { '/cs': '"1"', '/math': '"2"' },
      });
    });

    it('call a day quiet only if nothing was ever announced on it', async () => {
      const store = await place().open();
      await store.recordListing(listingOf(), noon);
      expect((await store.listing('arxiv', '2026-03-02'))?.state).toBe('quiet');
      await store.recordListing(listingOf('a/1'), noon);
      await store.recordListing(listingOf(), noon);
      expect((await store.listing('arxiv', '2026-03-02'))?.state).toBe('listed');
    });

    it('show a failed pull, which changes nothing else, until one succeeds', async () => {
      const store = await place().open();
      await store.recordFailedPull('arxiv', '2026-03-02', 'arXiv did not answer', noon);
      expect(await store.listing('arxiv', '2026-03-02')).toMatchObject({
        state: 'failed',
        reason: 'arXiv did not answer',
        counts: { new: 0 },
      });
      await store.recordListing({ ...listingOf('a/1'), etags: { '/cs': '"1"' } }, noon + 1);
      await store.recordFailedPull('arxiv', '2026-03-02', 'arXiv answered 503', noon + 2);
      const failed = await store.listing('arxiv', '2026-03-02');
      expect(failed).toMatchObject({
        state: 'failed',
        counts: { new: 1 },
        etags: { '/cs': '"1"' },
        pulledAt: noon + 2,
      });
      await store.recordListing(listingOf('a/1'), noon + 3);
      expect(await store.listing('arxiv', '2026-03-02')).toMatchObject({ state: 'listed', reason: null });
    });

    it('come newest date first', async () => {
      const store = await place().open();
      for (const date of ['2026-03-01', '2026-03-03', '2026-03-02']) {
        await store.recordListing({ ...listingOf(), date }, noon);
      }
      await store.recordListing({ ...listingOf(), source: 'huggingface', date: '2026-03-02' }, noon);
      const recent = await store.recentListings(3);
      expect(recent.map(({ date, source }) => `${date} ${source}`)).toEqual([
        '2026-03-03 arxiv',
        '2026-03-02 arxiv',
        '2026-03-02 huggingface',
      ]);
    });
  });
}
