import { describe, expect, it } from 'vitest';
import { dayMs, utcDate } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { listingOf, noon } from './invented-listings.ts';
import { planOf } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

/** Tests of the verb that reads a digest after it was posted. */
export function describeStoredDigests(place: () => StorePlace): void {
  describe('a stored digest', () => {
    async function planned(leftOut: readonly string[] = []) {
      const store = await place().open();
      await subscribed(store, 'lake');
      await store.recordListing(listingOf('a/1', 'a/2', 'a/3'), noon);
      await store.planDigest(planOf(2, { papers: ['a/3', 'a/1'], leftOut }));
      return store;
    }

    it('is found by the nonce of its first part, with its papers in their order', async () => {
      const store = await planned();
      const digest = await store.digestByNonce('nonce-1');
      expect(digest).toMatchObject({ channelId: 'channel', guildId: 'guild', date: '2026-03-02', plannedAt: noon });
      expect(digest?.papers.map(({ id }) => id)).toEqual(['a/3', 'a/1']);
      expect(digest?.leftOut).toBeNull();
      expect(await store.digestByNonce('nonce-2')).toBeNull();
    });

    it('remembers which papers were left out until its messages are deleted, and its papers longer', async () => {
      const store = await planned(['a/2', 'gone/1']);
      expect(await store.digestByNonce('nonce-1')).toMatchObject({ leftOut: ['a/2', 'gone/1'] });
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
      const digest = await store.digestByNonce('nonce-1');
      expect(digest?.papers).toHaveLength(2);
      expect(digest?.leftOut).toBeNull();
    });

    it('is deleted with its guild', async () => {
      const store = await planned();
      await store.noteGuildRemoved('guild', noon);
      while (await store.deleteGuildSome('guild'));
      expect(await store.digestByNonce('nonce-1')).toBeNull();
    });
  });
}
