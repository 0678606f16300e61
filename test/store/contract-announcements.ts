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
      return (await store.compareWithUsual('arxiv', '2026-03-02')).thin;
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

    it('are not known before three earlier days of a category are stored', async () => {
      const store = await place().open();
      const unknown = async () => (await store.compareWithUsual('arxiv', '2026-03-02')).unknown;
      expect(await unknown()).toEqual([]);
      const today = [receipt('cs.CL', 25), receipt('math.AG', 1)];
      await store.recordListing(listingWith('2026-03-02', today), noon);
      expect(await unknown()).toEqual(['cs.CL', 'math.AG']);
      for (const day of days.slice(0, 3)) await store.recordListing(listingWith(day, [receipt('cs.CL', 51)]), noon);
      expect(await unknown()).toEqual(['math.AG']);
    });

    it('are the whole listing where a source has no categories', async () => {
      const store = await place().open();
      const picks = (date: string, count: number): Listing => ({
        ...inventedListing(
          Array.from({ length: count }, (_, index) => listed(inventedPaper(`${date}/${index}`), 'pick')),
          { date },
        ),
        source: 'huggingface',
      });
      await store.recordListing(picks('2026-03-02', 12), noon);
      expect(await store.compareWithUsual('huggingface', '2026-03-02')).toEqual({ thin: [], unknown: [''] });
      for (const day of days.slice(0, 3)) await store.recordListing(picks(day, 36), noon);
      expect(await store.compareWithUsual('huggingface', '2026-03-02')).toEqual({ thin: [''], unknown: [] });
      expect(await store.compareWithUsual('huggingface', '2026-03-03')).toEqual({ thin: [], unknown: [] });
    });
  });

  describe('categories that were not read', () => {
    const read = async (store: Store) => (await store.completeness('arxiv', '2026-03-02')).categories;
    const unread = [{ categories: ['cs.CV'], reason: 'arXiv answered 500' }];

    it('make the listing partial, with the reason, and their archive is read only in part', async () => {
      const store = await place().open();
      const receipts = [receipt('cs.CL', 3), receipt('cs.*', 3), receipt('hep-th', 4)];
      await store.recordListing(listingWith('2026-03-02', receipts, { unread, isPartial: true }), noon);
      expect(await store.listing('arxiv', '2026-03-02')).toMatchObject({
        state: 'partial',
        reason: 'cs.CV not read: arXiv answered 500',
      });
      expect(await read(store)).toEqual([
        { ...receipt('cs.*', 3), doubt: 'partly-unread' },
        receipt('cs.CL', 3),
        { ...receipt('cs.CV', 0), doubt: 'unread' },
        receipt('hep-th', 4),
      ]);
      const whole = [receipt('cs.CV', 5), receipt('cs.*', 8)];
      await store.recordListing(listingWith('2026-03-02', whole, { isPartial: true }), noon + 1);
      expect(await store.listing('arxiv', '2026-03-02')).toMatchObject({ state: 'listed', reason: null });
      expect(await read(store)).toEqual([
        receipt('cs.*', 8),
        receipt('cs.CL', 3),
        receipt('cs.CV', 5),
        receipt('hep-th', 4),
      ]);
    });

    it('count as read where only their refresh failed', async () => {
      const store = await place().open();
      await store.recordListing(listingWith('2026-03-02', [receipt('cs.CV', 5)]), noon);
      await store.recordListing(listingWith('2026-03-02', [], { unread, isPartial: true }), noon + 1);
      expect(await store.listing('arxiv', '2026-03-02')).toMatchObject({ state: 'listed', reason: null });
      expect(await read(store)).toContainEqual(receipt('cs.CV', 5));
    });

    it('keep the counts of the second way while they are not read', async () => {
      const store = await place().open();
      await store.recordListing(listingWith('2026-03-02', [], { unread, isPartial: true }), noon);
      const found = { ...receipt('cs.CV', 4), doubt: 'unread' } as const;
      await store.recordListing(listingWith('2026-03-02', [found], { isPartial: true }), noon + 1);
      await store.recordListing(listingWith('2026-03-02', [], { unread, isPartial: true }), noon + 2);
      expect(await read(store)).toContainEqual(found);
      expect(await store.listing('arxiv', '2026-03-02')).toMatchObject({ state: 'partial' });
    });
  });

  it('makes a listing partial that lacks papers, with the reason', async () => {
    const store = await place().open();
    await store.recordListing(listingWith('2026-03-02', [], { lacks: '43 of 87 came' }), noon);
    expect(await store.listing('arxiv', '2026-03-02')).toMatchObject({ state: 'partial', reason: '43 of 87 came' });
    await store.recordListing(listingWith('2026-03-02'), noon + 1);
    expect(await store.listing('arxiv', '2026-03-02')).toMatchObject({ state: 'listed', reason: null });
  });

  it('counts no fewer papers of a day after a later answer that was cut', async () => {
    const store = await place().open();
    const count = async () => (await store.completeness('arxiv', '2026-03-02')).categories;
    await store.recordListing(listingWith('2026-03-02', [receipt('cs.CL', 51)]), noon);
    await store.recordListing(listingWith('2026-03-02', [receipt('cs.CL', 17)]), noon + 1);
    expect(await count()).toEqual([receipt('cs.CL', 51)]);
    await store.judgeListing('arxiv', '2026-03-02', { state: 'stale', reason: 'old papers' });
    await store.recordListing(listingWith('2026-03-02', [receipt('cs.CL', 17)]), noon + 2);
    expect(await count()).toEqual([receipt('cs.CL', 17)]);
  });

  it('marks the categories that could not be checked, until the next judgement', async () => {
    const store = await place().open();
    const doubts = async () =>
      (await store.completeness('arxiv', '2026-03-02')).categories.map(({ category, doubt }) => [category, doubt]);
    const unread = [{ categories: ['cs.CV'], reason: 'none' }];
    const receipts = [receipt('cs.CL', 3), receipt('hep-th', 4)];
    await store.recordListing(listingWith('2026-03-02', receipts, { unread }), noon);
    const verdict = { state: 'listed', reason: 'not checked' } as const;
    await store.judgeListing('arxiv', '2026-03-02', { ...verdict, unchecked: ['cs.CL', 'cs.CV'] });
    expect(await doubts()).toEqual([
      ['cs.*', 'unread'],
      ['cs.CL', 'unchecked'],
      ['cs.CV', 'unread'],
      ['hep-th', undefined],
    ]);
    await store.judgeListing('arxiv', '2026-03-02', { state: 'listed', reason: null });
    expect((await doubts())[1]).toEqual(['cs.CL', undefined]);
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
