import { describe, expect, it } from 'vitest';
import { unlisted } from '../../src/papers/paper.ts';
import type { SaveRequest } from '../../src/store/reading-lists.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs, utcDate } from '../../src/time.ts';
import { inventedPaper, listingOf, noon } from './invented-listings.ts';
import { list, newsIds, preprint } from './invented-works.ts';
import type { StorePlace } from './opened-store.ts';

const userId = 'reader';
const whole = { offset: 0, limit: 100 };

/** A request to save papers with these ids. */
const saving = (ids: readonly string[], fields: Partial<SaveRequest> = {}): SaveRequest => ({
  userId,
  papers: ids.map((id) => inventedPaper(id)),
  at: noon,
  cap: 5,
  ...fields,
});

const idsOn = async (store: Store, who = userId) =>
  (await store.savedPapers(who, whole)).papers.map(({ paper }) => paper.id);

/** Tests of the verbs of reading lists. */
export function describeReadingListVerbs(place: () => StorePlace): void {
  async function filled(): Promise<Store> {
    const store = await place().open();
    await store.recordListing(listingOf('a/1', 'a/2', 'a/3'), noon);
    return store;
  }

  describe('a reading list', () => {
    it('has the papers of its person, those saved last first', async () => {
      const store = await filled();
      const first = await store.savePapers(saving(['a/1', 'a/2']));
      expect(first).toEqual({ kind: 'saved', added: ['a/1', 'a/2'], already: [], savedAt: noon, total: 2 });
      const second = await store.savePapers(saving(['a/3', 'a/1'], { at: noon + 5 }));
      expect(second).toEqual({ kind: 'saved', added: ['a/3'], already: ['a/1'], savedAt: noon + 5, total: 3 });
      await store.savePapers(saving(['a/2'], { userId: 'other' }));
      expect(await idsOn(store)).toEqual(['a/3', 'a/1', 'a/2']);
      expect(await idsOn(store, 'other')).toEqual(['a/2']);
      const page = await store.savedPapers(userId, { offset: 1, limit: 1 });
      expect(page).toMatchObject({ papers: [{ paper: { id: 'a/1' }, savedAt: noon, note: null }], total: 3 });
      expect(await store.savedPapers('nobody', whole)).toEqual({ papers: [], total: 0 });
    });

    it('stores papers that are not stored, without news', async () => {
      const store = await filled();
      await store.savePapers(saving(['b/1'], { papers: [inventedPaper('b/1', unlisted)] }));
      expect(await idsOn(store)).toEqual(['b/1']);
      expect(await newsIds(store)).toEqual(['a/1', 'a/2', 'a/3']);
    });

    it('takes all papers of a request, or none', async () => {
      const store = await filled();
      await store.savePapers(saving(['a/1'], { cap: 2 }));
      const refused = await store.savePapers(saving(['a/2', 'a/3'], { cap: 2 }));
      expect(refused).toEqual({ kind: 'cap-reached', total: 1 });
      expect(await idsOn(store)).toEqual(['a/1']);
      expect(await store.savePapers(saving(['a/1', 'a/2'], { cap: 2 }))).toMatchObject({ total: 2 });
      expect(await store.savePapers(saving(['a/1'], { cap: 2 }))).toMatchObject({ added: [], already: ['a/1'] });
    });

    it('gives no two steps the same time, by which they are undone', async () => {
      const store = await filled();
      const one = await store.savePapers(saving(['a/1']));
      const other = await store.savePapers(saving(['a/2', 'a/3']));
      if (one.kind !== 'saved' || other.kind !== 'saved') throw new Error('Nothing was saved.');
      expect(other.savedAt).toBeGreaterThan(one.savedAt);
      expect(await store.removeSaved('other', { savedAt: other.savedAt }, noon)).toBe(0);
      expect(await store.removeSaved(userId, { savedAt: other.savedAt }, noon)).toBe(2);
      expect(await store.removeSaved(userId, { savedAt: other.savedAt }, noon)).toBe(0);
      expect(await idsOn(store)).toEqual(['a/1']);
    });

    it('has notes, which come back with a restored paper', async () => {
      const store = await filled();
      await store.savePapers(saving(['a/1', 'a/2']));
      expect(await store.noteSaved(userId, 'a/1', 'for Monday')).toBe(true);
      expect(await store.noteSaved(userId, 'a/3', 'not on the list')).toBe(false);
      expect(await store.noteSaved('other', 'a/1', 'not theirs')).toBe(false);
      expect(await store.removeSaved(userId, { id: 'a/1' }, noon)).toBe(1);
      expect(await store.savedPaper(userId, 'a/1')).toBeNull();
      expect(await store.noteSaved(userId, 'a/1', 'removed')).toBe(false);
      expect(await store.restoreSaved(userId, 'a/1', 1)).toBe(false);
      expect(await store.restoreSaved(userId, 'a/1', 5)).toBe(true);
      expect(await store.restoreSaved(userId, 'a/1', 5)).toBe(false);
      expect(await store.savedPaper(userId, 'a/1')).toMatchObject({ note: 'for Monday', savedAt: noon });
      await store.noteSaved(userId, 'a/1', null);
      expect(await store.savedPaper(userId, 'a/1')).toMatchObject({ note: null });
    });

    it('forgets removed papers after a day', async () => {
      const store = await filled();
      await store.savePapers(saving(['a/1', 'a/2', 'a/3']));
      await store.removeSaved(userId, { id: 'a/1' }, noon);
      await store.removeSaved(userId, { id: 'a/2' }, noon + dayMs);
      expect(await store.restoreSaved(userId, 'a/1', 5)).toBe(true);
      await store.removeSaved(userId, { id: 'a/1' }, noon);
      await store.removeSaved(userId, { id: 'a/3' }, noon + dayMs + 1);
      expect(await store.restoreSaved(userId, 'a/1', 5)).toBe(false);
      expect(await store.restoreSaved(userId, 'a/2', 5)).toBe(true);
    });

    it('keeps its papers when old ones are deleted', async () => {
      const store = await filled();
      await store.savePapers(saving(['a/2']));
      const at = noon + 400 * dayMs;
      const date = utcDate(at);
      const limits = {
        papersBefore: at,
        runsBefore: at,
        upvotesBefore: at,
        listingsBefore: date,
        deliveriesBefore: date,
      };
      while (!(await store.pruneSome(limits)).isDone);
      expect(await store.paper('a/1')).toBeNull();
      expect(await idsOn(store)).toEqual(['a/2']);
    });

    it('keeps a paper that is merged with another, with the notes of both', async () => {
      const store = await place().open();
      const [preprintId, arxivId] = ['10.1101/2026.03.01.700001', '2603.00001'];
      await list(store, preprint(preprintId));
      await list(store, inventedPaper(arxivId, unlisted), noon + 1);
      await store.savePapers(saving([preprintId]));
      await store.savePapers(saving([arxivId]));
      await store.savePapers(saving([arxivId], { userId: 'other' }));
      await store.noteSaved(userId, preprintId, 'from the preprint');
      await store.noteSaved(userId, arxivId, 'from arXiv');
      await store.noteSaved('other', arxivId, 'mine');
      await list(store, inventedPaper(arxivId, { doi: preprintId, version: 2, ...unlisted }), noon + 2, 'replace');
      expect((await store.savedPapers(userId, whole)).papers).toMatchObject([
        { paper: { id: arxivId }, note: 'from the preprint\nfrom arXiv' },
      ]);
      expect(await store.savedPaper('other', preprintId)).toMatchObject({ paper: { id: arxivId }, note: 'mine' });
      expect(await store.savePapers(saving([preprintId, arxivId]))).toMatchObject({ added: [], total: 1 });
    });
  });
}
