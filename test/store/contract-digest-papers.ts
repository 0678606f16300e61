import { describe, expect, it } from 'vitest';
import type { DigestPaperSearch } from '../../src/store/digest-papers.ts';
import { dayMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { listingOf, noon } from './invented-listings.ts';
import { planOf } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

/** Tests of the verb that reads the papers of a channel's digests. */
export function describeDigestPapers(place: () => StorePlace): void {
  describe('the papers of a channel’s digests', () => {
    it('are those of some days, each digest in its order, up to a limit', async () => {
      const store = await place().open();
      for (const channelId of ['channel', 'other']) await subscribed(store, 'lake', { channelId });
      await store.recordListing(listingOf('a/1', 'a/2', 'a/3', 'a/4', 'a/5'), noon);
      await store.planDigest(planOf(1, { date: '2026-03-03', papers: ['a/2', 'a/1'], at: noon + dayMs }));
      await store.planDigest(planOf(1, { date: '2026-03-02', papers: ['a/4'] }));
      await store.planDigest(planOf(1, { date: '2026-03-04', papers: ['a/3'], at: noon + 2 * dayMs }));
      await store.planDigest(planOf(1, { channelId: 'other', date: '2026-03-03', papers: ['a/5'] }));
      const found = async (search: Partial<DigestPaperSearch>) => {
        const page = await store.digestPapers('channel', { since: null, until: null, limit: 10, ...search });
        return [page.total, ...page.papers.map(({ id }) => id)];
      };
      expect(await found({})).toEqual([4, 'a/4', 'a/2', 'a/1', 'a/3']);
      expect(await found({ since: '2026-03-03' })).toEqual([3, 'a/2', 'a/1', 'a/3']);
      expect(await found({ until: '2026-03-02' })).toEqual([1, 'a/4']);
      expect(await found({ since: '2026-03-03', until: '2026-03-03', limit: 1 })).toEqual([2, 'a/2']);
      expect(await found({ since: '2026-03-05' })).toEqual([0]);
      expect(await store.digestPapers('unheard of', { since: null, until: null, limit: 9 })).toEqual({
        papers: [],
        total: 0,
      });
    });
  });
}
