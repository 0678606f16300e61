import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import type { Retention } from '../../src/store/upkeep.ts';
import { dayMs, utcDate } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { inventedListing, inventedPaper, listed, noon } from './invented-listings.ts';
import { planOf } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

/** Tests of the verbs that delete old data and removed guilds. */
export function describeUpkeepVerbs(place: () => StorePlace): void {
  const limitsAt = (at: number): Retention => {
    const date = utcDate(at);
    return { papersBefore: at, runsBefore: at, upvotesBefore: at, listingsBefore: date, deliveriesBefore: date };
  };

  async function pruneAll(store: Store, limits: Retention) {
    const sum = { papers: 0, listings: 0, deliveries: 0, steps: 0 };
    for (let isDone = false; !isDone; sum.steps++) {
      const step = await store.pruneSome(limits);
      for (const kind of ['papers', 'listings', 'deliveries'] as const) sum[kind] += step[kind];
      ({ isDone } = step);
    }
    return sum;
  }

  /** Lists `count` papers on each of two days, a month apart. The first two of the old ones are posted. */
  async function filled(amount: number): Promise<Store> {
    const store = await place().open();
    await subscribed(store, 'lake');
    const papers = (prefix: string) =>
      Array.from({ length: amount }, (_, index) => listed(inventedPaper(`${prefix}/${index + 1}`)));
    await store.recordListing(inventedListing(papers('old')), noon);
    await store.planDigest(planOf(1, { papers: ['old/1', 'old/2'], at: noon }));
    const [delivery] = await store.claimDeliveries('worker', noon, 1);
    await store.settleDelivery('worker', delivery?.id ?? 0, { state: 'sent', messageId: '1', at: noon });
    await store.planDigest(planOf(1, { date: '2026-03-03', at: noon }));
    await store.recordListing(inventedListing(papers('new'), { date: '2026-04-01' }), noon + 30 * dayMs);
    return store;
  }

  describe('pruning', () => {
    it('deletes older data in steps, and keeps papers that a channel received', async () => {
      const store = await filled(500);
      const pruned = await pruneAll(store, limitsAt(noon + 20 * dayMs));
      expect(pruned).toMatchObject({ papers: 498, listings: 1, deliveries: 1 });
      expect(pruned.steps).toBeGreaterThan(3);
      expect((await store.counts()).papers).toBe(502);
      expect(await store.paper('old/1')).not.toBeNull();
      expect(await store.paper('old/3')).toBeNull();
      expect(await store.listing('arxiv', '2026-03-02')).toBeNull();
      expect(await store.listing('arxiv', '2026-04-01')).toMatchObject({ counts: { new: 500 } });
      expect(await store.postedPapers('channel', ['old/1', 'old/2', 'new/1'])).toEqual(new Set(['old/1', 'old/2']));
      expect(await store.newsAfter(0, 1_000)).toHaveLength(502);
    });

    it('keeps messages that were not posted yet, and the days with a digest', async () => {
      const store = await filled(5);
      await pruneAll(store, limitsAt(noon + 20 * dayMs));
      expect(await store.deliveries('channel', '2026-03-02')).toEqual([]);
      expect(await store.deliveries('channel', '2026-03-03')).toMatchObject([{ state: 'planned' }]);
      expect(await store.planDigest(planOf(1, { at: noon + 30 * dayMs }))).toBe(false);
    });

    it('finds nothing the second time', async () => {
      const store = await filled(5);
      await pruneAll(store, limitsAt(noon + 20 * dayMs));
      const again = await pruneAll(store, limitsAt(noon + 20 * dayMs));
      expect(again).toEqual({ papers: 0, listings: 0, deliveries: 0, steps: 1 });
    });
  });

  describe('a removed guild', () => {
    const deleteAll = async (store: Store, guildId: string) => {
      while (await store.deleteGuildSome(guildId));
    };

    it('gets no digest, and is deleted completely without another guild’s data', async () => {
      const store = await filled(5);
      await subscribed(store, 'sea', { channelId: 'second' });
      await subscribed(store, 'lake', { guildId: 'stays', channelId: 'third' });
      await store.noteGuildRemoved('guild', noon);
      await store.noteGuildRemoved('guild', noon + dayMs);
      expect(await store.guildsRemovedBefore(noon)).toEqual(['guild']);
      expect((await store.dueChannels(noon + 9 * dayMs, 9)).map(({ channelId }) => channelId)).toEqual(['third']);
      await deleteAll(store, 'guild');
      expect(await store.guilds()).toEqual(['stays']);
      expect(await store.channel('channel')).toBeNull();
      expect(await store.subscriptions('guild')).toEqual([]);
      expect(await store.counts()).toMatchObject({ subscriptions: 1, channels: 1 });
    });

    it('is not deleted if it came back', async () => {
      const store = await filled(5);
      await store.noteGuildRemoved('guild', noon);
      expect(await store.noteGuildReturned('guild')).toBe(true);
      expect(await store.noteGuildReturned('guild')).toBe(false);
      await deleteAll(store, 'guild');
      expect(await store.channel('channel')).not.toBeNull();
    });
  });
}
