import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { dayMs } from '../../src/time.ts';
import { inventedListing, inventedPaper, listed, noon } from './invented-listings.ts';
import type { StorePlace } from './opened-store.ts';

const editing = inventedPaper('a/1', {
  title: 'Editing the weights of language models',
  abstract: 'We modify the parameters of a trained transformer to change facts that it knows.',
});
const updating = inventedPaper('a/2', {
  title: 'Updating parameters of neural networks',
  abstract: 'Facts in a transformer change when single neurons are fine-tuned.',
});
const galaxies = inventedPaper('a/3', {
  title: 'Dwarf galaxies at high redshift',
  abstract: 'A survey of telescopes finds stars and dust in the early universe.',
});
const stars = inventedPaper('a/4', {
  title: 'Star formation in spiral galaxies',
  abstract: 'Observations with a radio telescope show molecular gas.',
});

/** Tests of the verbs for papers of like meaning. */
export function describeVectorVerbs(place: () => StorePlace): void {
  const open = async () => {
    const store = await place().open();
    const papers = [editing, updating, galaxies, stars].map((paper) => listed(paper));
    await store.recordListing(inventedListing(papers), noon);
    return store;
  };
  const fill = async (store: Store): Promise<number> => {
    let steps = 0;
    while (await store.embedSome()) steps += 1;
    return steps;
  };

  describe('similar papers', () => {
    it('are found by meaning, the most similar first, without the paper itself', async () => {
      const store = await open();
      await fill(store);
      const similar = (await store.similarPapers('a/3', 5)) ?? [];
      expect(similar[0]).toEqual(stars);
      expect(similar.map(({ id }) => id)).not.toContain('a/3');
      expect((await store.similarPapers('a/1', 1))?.map(({ id }) => id)).toEqual(['a/2']);
      expect(await store.similarPapers('a/99', 5)).toBeNull();
    });

    it('are found by their words alone before vectors are computed', async () => {
      const store = await open();
      expect((await store.similarPapers('a/3', 5))?.map(({ id }) => id)).toEqual(['a/4']);
    });
  });

  describe('papers about a text', () => {
    it('come by how near their meaning is', async () => {
      const store = await open();
      await fill(store);
      const about = await store.papersAbout('astronomy of distant stars', 10);
      expect(
        about
          .slice(0, 2)
          .map(({ paper }) => paper.id)
          .toSorted(),
      ).toEqual(['a/3', 'a/4']);
      expect(about.map(({ score }) => score)).toEqual(about.map(({ score }) => score).toSorted((a, b) => b - a));
      expect(await store.papersAbout('...', 10)).toEqual([]);
    });

    it('can be only those since a day', async () => {
      const store = await open();
      const stars = inventedPaper('a/9', { title: 'Distant stars', abstract: 'The astronomy of distant stars.' });
      await store.recordListing(inventedListing([listed(stars)], { date: '2026-03-03' }), noon + dayMs);
      const idsSince = async (day: string) =>
        (await store.papersAbout('astronomy of distant stars', 10, day)).map(({ paper }) => paper.id);
      expect(await idsSince('2026-03-03')).toEqual(['a/9']);
      await fill(store);
      expect(await idsSince('2026-03-03')).toEqual(['a/9']);
      expect((await idsSince('2026-03-02')).toSorted()).toContain('a/4');
      expect(await idsSince('2026-03-04')).toEqual([]);
    });
  });

  describe('vectors', () => {
    it('are computed in steps, for new and changed papers again, and then no more', async () => {
      const store = await open();
      expect(await fill(store)).toBeGreaterThan(0);
      expect(await fill(store)).toBe(0);
      const retold = { ...galaxies, title: 'Editing weights', abstract: editing.abstract };
      await store.recordListing(inventedListing([listed(retold)], { date: '2026-03-03' }), noon + dayMs);
      expect(await fill(store)).toBe(1);
      expect((await store.similarPapers('a/1', 1))?.map(({ id }) => id)).toEqual(['a/3']);
    });

    it('are computed for hundreds of papers, those of a backfill too', async () => {
      const store = await open();
      const entries = Array.from({ length: 150 }, (_, index) => ({
        paper: inventedPaper(`old/${index}`, { title: `Old ${index}`, abstract: `Bacteria number ${index}.` }),
        announceType: 'new' as const,
        date: '2020-02-10',
      }));
      const quasars = inventedPaper('old/quasar', { title: 'Quasars and galaxies', abstract: 'Stars and dust.' });
      const past = { paper: quasars, announceType: 'new' as const, date: '2020-02-10' };
      const page = { source: 'arxiv', day: '2020-02-11', entries: [...entries, past], skipped: [], resumeToken: null };
      await store.recordBackfill(page, noon);
      expect(await fill(store)).toBeGreaterThan(4);
      const similar = (await store.similarPapers('a/4', 2)) ?? [];
      expect(similar.map(({ id }) => id).toSorted()).toEqual(['a/3', 'old/quasar']);
    });
  });
}
