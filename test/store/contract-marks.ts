import { describe, expect, it } from 'vitest';
import type { MarkOutcome, NewMark } from '../../src/store/marks.ts';
import type { Store } from '../../src/store/store.ts';
import { subscribed } from './contract-channels.ts';
import { inventedPaper, listingOf, noon } from './invented-listings.ts';
import { planOf } from './invented-requests.ts';
import { article, list } from './invented-works.ts';
import type { StorePlace } from './opened-store.ts';

/** Tests of the verbs for marks on papers. */
export function describeMarkVerbs(place: () => StorePlace): void {
  /** A store whose channel received two papers. */
  async function prepared(): Promise<Store> {
    const store = await place().open();
    await subscribed(store, 'lake');
    await subscribed(store, 'lake', { channelId: 'other' });
    await store.recordListing(listingOf('a/1', 'a/2', 'a/3'), noon);
    await store.planDigest(planOf(1, { papers: ['a/1', 'a/2'] }));
    return store;
  }
  const mark = (store: Store, fields: Partial<NewMark> = {}): Promise<MarkOutcome | null> =>
    store.markPaper({ channelId: 'channel', userId: 'user', paperId: 'a/1', wish: 'more', at: noon, ...fields });
  const marksOf = async (store: Store, channelId = 'channel') =>
    (await store.digestInput(channelId)).marks.map(({ paper, more, less }) => [paper.id, more, less]);

  describe('marks on papers', () => {
    it('are one for each person and paper, and belong to one channel', async () => {
      const store = await prepared();
      expect(await mark(store)).toMatchObject({ kind: 'marked', paper: { id: 'a/1' } });
      await mark(store, { userId: 'second', at: noon + 1 });
      await mark(store, { userId: 'third', wish: 'less', at: noon + 2 });
      await mark(store, { paperId: 'a/2', wish: 'less', at: noon + 3 });
      expect(await marksOf(store)).toEqual([
        ['a/2', 0, 1],
        ['a/1', 2, 1],
      ]);
      expect(await marksOf(store, 'other')).toEqual([]);
    });

    it('are replaced by the other wish, and taken back by the same', async () => {
      const store = await prepared();
      await mark(store);
      expect(await mark(store, { wish: 'less' })).toMatchObject({ kind: 'changed' });
      expect(await marksOf(store)).toEqual([['a/1', 0, 1]]);
      expect(await mark(store, { wish: 'less' })).toMatchObject({ kind: 'taken-back' });
      expect(await marksOf(store)).toEqual([]);
    });

    it('are only for papers that the channel received', async () => {
      const store = await prepared();
      expect(await mark(store, { paperId: 'a/3' })).toBeNull();
      expect(await mark(store, { channelId: 'other' })).toBeNull();
      expect(await mark(store, { channelId: 'unheard of' })).toBeNull();
      expect(await mark(store, { paperId: 'unheard of' })).toBeNull();
      expect(await marksOf(store)).toEqual([]);
    });

    it('are deleted together, and with their guild', async () => {
      const store = await prepared();
      await mark(store);
      await mark(store, { paperId: 'a/2' });
      expect(await store.resetMarks('other')).toBe(0);
      expect(await store.resetMarks('channel')).toBe(2);
      expect(await marksOf(store)).toEqual([]);
      await mark(store);
      await store.noteGuildRemoved('guild', noon);
      while (await store.deleteGuildSome('guild'));
      expect(await store.channel('channel')).toBeNull();
    });

    it('stay on a paper that turns out to be another one', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      const journalId = '10.5555/tides.1';
      await list(store, article(journalId));
      await store.planDigest(planOf(1, { papers: [journalId] }));
      await mark(store, { paperId: journalId });
      await list(store, inventedPaper('2603.00001', { doi: journalId }), noon + 1);
      expect(await marksOf(store)).toEqual([['2603.00001', 1, 0]]);
    });
  });
}
