import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { dayMs, utcDate } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { inventedListing, inventedPaper, listed, noon, topicOf } from './invented-listings.ts';
import { planOf } from './invented-requests.ts';
import { article, list, preprint } from './invented-works.ts';
import type { StorePlace } from './opened-store.ts';

const title = 'The tides of small lakes';
const arxiv = inventedPaper('2603.00001', { title });
const biorxiv = preprint('10.1101/2026.03.01.700001', { title });
const journal = article('10.5555/tides.1', { title });
const ids = [arxiv.id, biorxiv.id, journal.id];

const duplicatesOf = async (store: Store, id: string) => (await store.duplicates(id)).map((paper) => paper.id);
const newsWithDuplicates = async (store: Store) =>
  (await store.newsAfter(0, 10)).map(({ paper, duplicates }) => [paper.id, duplicates?.map(({ id }) => id)]);

/** Tests of papers of several places that have the same title and authors, where no source states that they are one. */
export function describeDuplicates(place: () => StorePlace): void {
  async function storeOf(...papers: readonly (typeof arxiv)[]): Promise<Store> {
    const store = await place().open();
    for (const paper of papers) await list(store, paper);
    return store;
  }

  describe('duplicates', () => {
    it('stay papers of their own, and each leads to the others', async () => {
      const store = await storeOf(arxiv, biorxiv, journal);
      expect(await store.counts()).toMatchObject({ papers: 3 });
      expect(await store.paper(arxiv.id)).toEqual(arxiv);
      for (const id of ids) expect(await duplicatesOf(store, id)).toEqual(ids.filter((other) => other !== id));
      expect(await newsWithDuplicates(store)).toEqual([
        [arxiv.id, [biorxiv.id, journal.id]],
        [biorxiv.id, [arxiv.id, journal.id]],
        [journal.id, [arxiv.id, biorxiv.id]],
      ]);
      const [newest] = await store.newsSince(0, 1);
      expect(newest?.duplicates?.map(({ id }) => id)).toEqual([arxiv.id, biorxiv.id]);
    });

    it('are none of a paper that is alone or not stored', async () => {
      const store = await storeOf(arxiv);
      expect(await duplicatesOf(store, arxiv.id)).toEqual([]);
      expect(await duplicatesOf(store, biorxiv.id)).toEqual([]);
      expect(await newsWithDuplicates(store)).toEqual([[arxiv.id, undefined]]);
    });

    it.each([
      ['its title changes', { title: 'The tides of large lakes' }],
      ['its authors change', { authors: ['Ada Fjord'] }],
      ['it is withdrawn', { comment: 'This paper has been withdrawn by the authors' }],
      ['it states another article', { doi: '10.7777/other' }],
    ])('part by themselves if %s, and come together if it changes back', async (_how, changed) => {
      const store = await storeOf(arxiv, journal);
      await list(store, { ...arxiv, ...changed, version: 2 }, noon + dayMs, 'replace');
      expect(await duplicatesOf(store, journal.id)).toEqual([]);
      expect(await store.counts()).toMatchObject({ papers: 2 });
      if ('doi' in changed || 'comment' in changed) return; // A stored DOI or comment stays.
      await list(store, { ...arxiv, version: 3 }, noon + 2 * dayMs, 'replace');
      expect(await duplicatesOf(store, journal.id)).toEqual([arxiv.id]);
    });

    it('become one paper if a source states it', async () => {
      const store = await storeOf(arxiv, biorxiv, journal);
      await list(store, { ...biorxiv, doi: journal.id, version: 2 }, noon + dayMs, 'replace');
      expect(await store.counts()).toMatchObject({ papers: 2 });
      expect(await duplicatesOf(store, journal.id)).toEqual([arxiv.id]);
      expect(await duplicatesOf(store, arxiv.id)).toEqual([biorxiv.id]);
    });

    it('are found among thousands of papers, and a title that many papers have finds none', async () => {
      const same = 'A title that everybody gives';
      const many = Array.from({ length: 2_000 }, (_, index) =>
        listed(inventedPaper(`2603.${String(index + 1_000).padStart(5, '0')}`, { title: same })),
      );
      const store = await storeOf(arxiv, journal);
      await store.recordListing(inventedListing(many, { date: '2026-03-03' }), noon + dayMs);
      await list(store, preprint('10.1101/2026.03.01.700009', { title: same }), noon + dayMs);
      expect(await duplicatesOf(store, '10.1101/2026.03.01.700009')).toEqual([]);
      expect(await duplicatesOf(store, arxiv.id)).toEqual([journal.id]);
    });

    it('are found where a backfill brought one of them', async () => {
      const store = await storeOf(journal);
      const entry = { ...listed(arxiv), date: '2026-02-10' };
      await store.recordBackfill(
        { source: 'arxiv', day: '2026-02-10', entries: [entry], skipped: [], resumeToken: null },
        noon,
      );
      expect(await newsWithDuplicates(store)).toEqual([[journal.id, [arxiv.id]]]);
    });

    it('are one result of a search, which counts once', async () => {
      const store = await storeOf(arxiv, biorxiv, journal, inventedPaper('2603.00002'));
      const search = async (topic: string, offset = 0, limit = 10) => {
        const page = await store.searchPapers({ topic: topicOf(topic), order: 'newest', offset, limit });
        const found = page.papers.map(({ id }, index) => [id, page.duplicates[index]?.map((other) => other.id)]);
        return { total: page.total, found };
      };
      const work = [journal.id, [arxiv.id, biorxiv.id]];
      expect(await search('tides')).toEqual({ total: 2, found: [['2603.00002', []], work] });
      expect(await search('tides', 1, 1)).toEqual({ total: 2, found: [work] });
      expect(await search('tides', 2, 1)).toEqual({ total: 2, found: [] });
      expect(await search('source:biorxiv')).toEqual({ total: 1, found: [[biorxiv.id, [arxiv.id, journal.id]]] });
      const { examples } = await store.forecast(topicOf('tides'), { now: noon, days: 30, examples: 5 });
      expect(examples.map(({ id }) => id)).toEqual(['2603.00002', journal.id]);
    });

    it('are in the trail of a paper, with the digest that contains them', async () => {
      const store = await storeOf(arxiv, journal);
      await subscribed(store, 'tides');
      await store.planDigest(planOf(1, { papers: [arxiv.id], at: noon }));
      const digest = { date: '2026-03-02', papers: 1 };
      expect(await store.paperTrail('channel', journal.id)).toMatchObject({
        postedIn: null,
        duplicates: [{ paper: { id: arxiv.id }, postedIn: digest }],
      });
      expect(await store.paperTrail('channel', arxiv.id)).toMatchObject({
        postedIn: digest,
        duplicates: [{ paper: { id: journal.id }, postedIn: null }],
      });
    });

    it('come to a channel once: a digest with a second one is refused, and plans nothing', async () => {
      const store = await storeOf(arxiv, journal, inventedPaper('2603.00002'));
      for (const channelId of ['channel', 'other']) await subscribed(store, 'tides', { channelId });
      const second = (papers: readonly string[], channelId = 'channel') =>
        store.planDigest(planOf(1, { papers, channelId, date: '2026-03-03', at: noon + dayMs }));
      await expect(second([arxiv.id, journal.id])).rejects.toMatchObject({ code: 'conflict' });
      await store.planDigest(planOf(1, { papers: [arxiv.id], at: noon }));
      await expect(second(['2603.00002', journal.id])).rejects.toMatchObject({ code: 'conflict' });
      expect(await store.deliveries('channel', '2026-03-03')).toEqual([]);
      expect(await second(['2603.00002'])).toBe(true);
      expect(await second([journal.id], 'other')).toBe(true);
    });

    it('are forgotten with an old paper, unless a channel received it', async () => {
      const store = await storeOf(arxiv, inventedPaper('2603.00002', { title: 'The tides of large lakes' }));
      await subscribed(store, 'tides');
      await store.planDigest(planOf(1, { papers: [arxiv.id], at: noon }));
      const at = noon + 400 * dayMs;
      const date = utcDate(at);
      const before = {
        papersBefore: at,
        runsBefore: at,
        upvotesBefore: at,
        listingsBefore: date,
        deliveriesBefore: date,
      };
      while (!(await store.pruneSome(before)).isDone);
      await list(store, journal, at);
      await list(store, article('10.5555/tides.2', { title: 'The tides of large lakes' }), at);
      expect(await duplicatesOf(store, journal.id)).toEqual([arxiv.id]);
      expect(await duplicatesOf(store, '10.5555/tides.2')).toEqual([]);
    });
  });
}
