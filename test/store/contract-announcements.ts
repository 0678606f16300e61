import { describe, expect, it } from 'vitest';
import type { Listing } from '../../src/papers/listing.ts';
import type { Store } from '../../src/store/store.ts';
import { inventedListing, inventedPaper, listed, listingOf, noon } from './invented-listings.ts';
import type { StorePlace } from './opened-store.ts';

const receipt = (category: string, announced: number, fetched = announced) => ({ category, announced, fetched });
const listingWith = (date: string, receipts: Listing['receipts'] = [], more: Partial<Listing> = {}): Listing =>
  inventedListing([listed(inventedPaper(`${date}/1`))], { date, receipts, ...more });

/** Tests of the verbs about the completeness and trustworthiness of listings. */
export function describeAnnouncementVerbs(place: () => StorePlace): void {
  describe('the completeness of a listing', () => {
    const read = (store: Store) => store.completeness('arxiv', '2026-03-02');

    it('has the counts of the last pull of each category, and the skipped items with reasons', async () => {
      const store = await place().open();
      expect(await read(store)).toEqual({ categories: [], skipped: [] });
      const unread = { item: 'a/2', reason: 'no title', categories: ['cs.CL'] };
      await store.recordListing(
        listingWith('2026-03-02', [receipt('hep-th', 4), receipt('cs.CL', 3, 2)], { skipped: [unread] }),
        noon,
      );
      expect(await read(store)).toEqual({
        categories: [receipt('cs.CL', 3, 2), receipt('hep-th', 4)],
        skipped: [unread],
      });
      const nothingNew = inventedListing([], { isPartial: true });
      await store.recordListing(nothingNew, noon + 1);
      expect((await read(store)).skipped).toEqual([unread]);
      await store.recordListing(listingWith('2026-03-02', [receipt('cs.CL', 3)]), noon + 2);
      expect(await read(store)).toEqual({ categories: [receipt('cs.CL', 3), receipt('hep-th', 4)], skipped: [] });
      expect(await store.completeness('huggingface', '2026-03-02')).toEqual({ categories: [], skipped: [] });
    });

    it('is deleted with its listing', async () => {
      const store = await place().open();
      await store.recordListing(
        listingWith('2026-03-02', [receipt('cs.CL', 3)], { skipped: [{ item: 'a', reason: 'b' }] }),
        noon,
      );
      const limits = {
        papersBefore: 0,
        upvotesBefore: 0,
        runsBefore: 0,
        deliveriesBefore: '2000-01-01',
        listingsBefore: '2026-03-03',
      };
      let isDone = false;
      while (!isDone) ({ isDone } = await store.pruneSome(limits));
      expect(await read(store)).toEqual({ categories: [], skipped: [] });
      expect(await store.listing('arxiv', '2026-03-02')).toBeNull();
    });
  });

  describe('thin categories', () => {
    const days = ['2026-02-23', '2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27'];
    async function after(counts: readonly number[], today: number): Promise<readonly string[]> {
      const store = await place().open();
      for (const [index, announced] of counts.entries())
        await store.recordListing(
          listingWith(days[index] ?? '', [receipt('cs.CL', announced), receipt('math.AG', 9)]),
          noon,
        );
      await store.recordListing(listingWith('2026-03-02', [receipt('cs.CL', today), receipt('math.AG', 1)]), noon);
      return await store.thinCategories('arxiv', '2026-03-02');
    }

    it.each([
      ['far fewer papers than on most days', [100, 100, 120, 110, 90], 59, ['cs.CL']],
      ['somewhat fewer', [100, 100, 120, 110, 90], 60, []],
      ['far fewer than a week before', [210, 100, 100, 100, 100], 120, ['cs.CL']],
      ['too little known of the days before', [100, 100], 10, []],
      ['few papers on any day', [19, 19, 19, 19, 19], 1, []],
    ])('with %s', async (_name, counts, today, expected) => {
      expect(await after(counts, today)).toEqual(expected);
    });
  });

  it.each([
    ['most papers of one category among many of others', 6, 'its papers of cs.AI are those of an earlier day'],
    ['some papers of one category', 3, null],
  ])('judges a listing that repeats %s', async (_name, repeatedCount, reason) => {
    const store = await place().open();
    const papers = (prefix: string, count: number, category: string) =>
      Array.from({ length: count }, (_, index) =>
        listed(inventedPaper(`${prefix}/${index}`, { categories: [category] })),
      );
    const old = papers('old', 7, 'cs.AI');
    await store.recordListing(inventedListing(old, { date: '2026-03-01' }), noon);
    const fresh = [...papers('math', 150, 'math.AG'), ...papers('ai', 7 - repeatedCount, 'cs.AI')];
    await store.recordListing(inventedListing([...fresh, ...old.slice(0, repeatedCount)]), noon);
    const { state, reason: stored } = (await store.listing('arxiv', '2026-03-02')) ?? {};
    expect([state, stored]).toEqual([reason === null ? 'listed' : 'stale', reason]);
  });

  it('finds the first listing of a source that made a paper news', async () => {
    const store = await place().open();
    await store.recordListing({ ...listingOf('a/1'), date: '2026-03-01' }, noon);
    await store.recordListing(listingOf('a/1', 'a/2'), noon);
    await store.recordListing(inventedListing([listed(inventedPaper('a/3'), 'replace')]), noon);
    await store.recordListing({ ...listingOf('a/4'), source: 'huggingface' }, noon);
    const found = await store.firstListed('arxiv', ['a/1', 'a/2', 'a/3', 'a/4', 'a/5']);
    expect(Object.fromEntries(found)).toEqual({ 'a/1': '2026-03-01', 'a/2': '2026-03-02' });
  });

  it('sets the verdict on a listing and the time of its next pull, and changes nothing else', async () => {
    const store = await place().open();
    await store.recordListing(listingOf('a/1'), noon);
    const before = await store.listing('arxiv', '2026-03-02');
    await store.judgeListing('arxiv', '2026-03-02', { state: 'partial', reason: 'too few' });
    await store.schedulePull('arxiv', '2026-03-02', { failures: 2, at: noon + 5 });
    expect(await store.listing('arxiv', '2026-03-02')).toEqual({
      ...before,
      state: 'partial',
      reason: 'too few',
      failures: 2,
      nextPullAt: noon + 5,
    });
    await store.recordListing(listingOf('a/1'), noon + 1);
    expect(await store.listing('arxiv', '2026-03-02')).toMatchObject({ state: 'listed', failures: 2 });
    await store.judgeListing('arxiv', '2026-03-03', { state: 'quiet', reason: null });
    expect(await store.listing('arxiv', '2026-03-03')).toBeNull();
  });
}
