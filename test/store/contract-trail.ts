import { describe, expect, it } from 'vitest';
import { dayMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { inventedListing, inventedPaper, listed, listingOf, noon, pickedPaper } from './invented-listings.ts';
import { planOf } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

/** Tests of the verb that traces a paper on its way to a channel. */
export function describeTrailVerb(place: () => StorePlace): void {
  describe('the trail of a paper', () => {
    it('is null if the paper is not stored', async () => {
      const store = await place().open();
      await store.recordListing(listingOf('a/1'), noon);
      expect(await store.paperTrail('channel', 'a/2')).toBeNull();
    });

    it('has the listings, oldest first, and the news', async () => {
      const store = await place().open();
      await store.recordListing(listingOf('a/0', 'a/1'), noon);
      const picked = inventedListing([listed(pickedPaper('a/1', 7), 'pick')], {
        source: 'huggingface',
        date: '2026-03-04',
      });
      await store.recordListing(picked, noon + 2 * dayMs);
      expect(await store.paperTrail('channel', 'a/1')).toEqual({
        paper: await store.paper('a/1'),
        listings: [
          { source: 'arxiv', date: '2026-03-02', announceType: 'new' },
          { source: 'huggingface', date: '2026-03-04', announceType: 'pick' },
        ],
        news: { number: 2, date: '2026-03-02', at: noon },
        pastDate: null,
        postedIn: null,
        consideredIn: null,
        duplicates: [],
      });
    });

    it('has no news for a mere replacement', async () => {
      const store = await place().open();
      await store.recordListing(inventedListing([listed(inventedPaper('a/1'), 'replace')]), noon);
      expect(await store.paperTrail('channel', 'a/1')).toMatchObject({
        listings: [{ announceType: 'replace' }],
        news: null,
        consideredIn: null,
      });
    });

    it('leads to the digest of this channel that contains the paper', async () => {
      const store = await place().open();
      for (const channelId of ['channel', 'other']) await subscribed(store, 'lake', { channelId });
      await store.recordListing(listingOf('a/1', 'a/2', 'a/3'), noon);
      await store.planDigest(planOf(1, { papers: ['a/1', 'a/2'], at: noon }));
      const digest = { date: '2026-03-02', papers: 2 };
      const trail = await store.paperTrail('channel', 'a/1');
      expect(trail).toMatchObject({ postedIn: { ...digest, place: 1 }, consideredIn: digest });
      expect(await store.paperTrail('channel', 'a/2')).toMatchObject({ postedIn: { place: 2 } });
      expect(await store.paperTrail('channel', 'a/3')).toMatchObject({ postedIn: null, consideredIn: digest });
      expect(await store.paperTrail('other', 'a/1')).toMatchObject({ postedIn: null, consideredIn: null });
    });

    it('has the first digest after the news, not earlier or later ones', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      await store.recordListing(listingOf('a/1'), noon);
      await store.planDigest(planOf(1, { papers: ['a/1'], at: noon, date: '2026-03-02' }));
      await store.recordListing(
        inventedListing([listed(inventedPaper('a/2')), listed(inventedPaper('a/3'))]),
        noon + 1,
      );
      await store.planDigest(planOf(1, { papers: ['a/3'], at: noon + dayMs, date: '2026-03-03' }));
      await store.planDigest(planOf(1, { papers: [], at: noon + 2 * dayMs, date: '2026-03-04' }));
      expect(await store.paperTrail('channel', 'a/2')).toMatchObject({
        consideredIn: { date: '2026-03-03', papers: 1 },
      });
    });
  });
}
