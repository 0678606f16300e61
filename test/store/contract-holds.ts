import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { listingOf, noon } from './invented-listings.ts';
import { planOf } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

/** Tests of the verbs for pauses and blocks. */
export function describeHoldVerbs(place: () => StorePlace): void {
  describe('a pause', () => {
    it('keeps the channel from being due until it ends', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      const due = noon + hourMs;
      const paused = await store.pauseChannel('channel', noon, noon + dayMs);
      expect(paused).toMatchObject({ channelId: 'channel', pausedAt: noon, pausedUntil: noon + dayMs });
      expect(await store.dueChannels(due, 10)).toEqual([]);
      expect(await store.dueChannels(noon + dayMs, 10)).toMatchObject([{ channelId: 'channel' }]);
      const resumed = await store.resumeChannel('channel', noon, 'any');
      const next = Date.parse('2026-03-03T09:00Z');
      expect(resumed).toMatchObject({ pausedAt: null, pausedUntil: null, nextDigestAt: next });
      expect(await store.dueChannels(next, 10)).toEqual([resumed]);
      expect(await store.resumeChannel('channel', noon + 9 * dayMs, 'any')).toEqual(resumed);
    });

    it('that ended while the bot was away leaves the digests since then due', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      await store.pauseChannel('channel', noon, noon + dayMs);
      const resumed = await store.resumeChannel('channel', noon + 9 * dayMs, 'over');
      expect(resumed.nextDigestAt).toBe(Date.parse('2026-03-04T09:00Z'));
    });

    it('that somebody has set meanwhile does not end with the one before', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      await store.pauseChannel('channel', noon, noon + hourMs);
      const longer = await store.pauseChannel('channel', noon + hourMs, noon + 9 * dayMs);
      expect(longer).toMatchObject({ pausedAt: noon, pausedUntil: noon + 9 * dayMs });
      expect(await store.resumeChannel('channel', noon + hourMs, 'over')).toEqual(longer);
    });

    it('that somebody has set while a digest was made keeps that digest back', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      await store.recordListing(listingOf('a/1'), noon);
      await store.pauseChannel('channel', noon, null);
      const plan = planOf(1, { papers: ['a/1'] });
      expect(await store.planDigest(plan)).toBe(false);
      expect(await store.deliveries('channel', plan.date)).toEqual([]);
      expect(await store.planDigest({ ...plan, isRequested: true })).toBe(true);
    });

    it('without an end lasts until someone ends it, and a second pause replaces the first', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      await store.pauseChannel('channel', noon, noon + dayMs);
      expect(await store.pauseChannel('channel', noon + 1, null)).toMatchObject({ pausedUntil: null });
      expect(await store.dueChannels(noon + 400 * dayMs, 10)).toEqual([]);
    });

    it('is impossible for a channel that is not stored', async () => {
      const store = await place().open();
      expect(await store.pauseChannel('none', noon, null)).toBeNull();
    });

    it('leaves out old news once, and counts the papers that it left out', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      await store.recordListing(listingOf('a/1', 'a/2', 'a/3'), noon);
      await store.leaveOutNews('channel', 2, 2);
      expect(await store.digestInput('channel')).toMatchObject({
        consideredNewsNumber: 2,
        channel: { skippedPapers: 2 },
      });
      await store.leaveOutNews('channel', 2, 2);
      await store.leaveOutNews('channel', 1, 1);
      expect(await store.digestInput('channel')).toMatchObject({
        consideredNewsNumber: 2,
        channel: { skippedPapers: 2 },
      });
      await store.leaveOutNews('channel', 3, 1);
      expect((await store.digestInput('channel')).channel.skippedPapers).toBe(3);
    });

    it('finds the newest news before a moment', async () => {
      const store = await place().open();
      await store.recordListing(listingOf('a/1', 'a/2'), noon);
      await store.recordListing(listingOf('a/3'), noon + hourMs);
      expect(await store.newsNumberBefore(noon)).toBe(0);
      expect(await store.newsNumberBefore(noon + 1)).toBe(2);
      expect(await store.newsNumberBefore(noon + dayMs)).toBe(3);
    });
  });

  describe('a block', () => {
    async function blocked(store: Store): Promise<number> {
      await subscribed(store, 'lake');
      await subscribed(store, 'river', { userId: 'other' });
      await store.recordListing(listingOf('a/1'), noon);
      await store.planDigest(planOf(1, { papers: ['a/1'] }));
      const [delivery] = await store.claimDeliveries('worker', noon, 1);
      const id = delivery?.id ?? 0;
      await store.settleDelivery('worker', id, { state: 'blocked', reason: 'no permission', at: noon });
      return id;
    }
    const record = {
      channelId: 'channel',
      guildId: 'guild',
      reason: 'no permission',
      blockedAt: noon,
      subscribers: ['user', 'other'],
      name: null,
    };

    it('is reported to the guild once', async () => {
      const store = await place().open();
      await blocked(store);
      expect(await store.unnotifiedBlocks(10)).toEqual([record]);
      expect(await store.unnotifiedBlocks(0)).toEqual([]);
      await store.noteBlockNotified('channel', noon + 1);
      expect(await store.unnotifiedBlocks(10)).toEqual([]);
    });

    it('that comes back for the same reason is the same block, until a message was posted', async () => {
      const store = await place().open();
      const id = await blocked(store);
      const at = noon + hourMs;
      const blockAgain = async (reason: string) => {
        await store.unblockChannel('channel', at);
        await store.claimDeliveries('worker', at, 1);
        expect(await store.settleDelivery('worker', id, { state: 'blocked', reason, at })).toBe(true);
      };
      await store.noteBlockNotified('channel', noon);
      await blockAgain(record.reason);
      expect(await store.unnotifiedBlocks(10)).toEqual([]);
      await blockAgain('another reason');
      expect(await store.unnotifiedBlocks(10)).toMatchObject([{ reason: 'another reason' }]);
    });

    it('is found by its guild, and by the time of the last check', async () => {
      const store = await place().open();
      await blocked(store);
      expect(await store.blockedChannels({ guildId: 'guild' })).toEqual([record]);
      expect(await store.blockedChannels({ guildId: 'elsewhere' })).toEqual([]);
      expect(await store.blockedChannels({ uncheckedSince: noon })).toEqual([record]);
      await store.noteBlockChecked('channel', noon + hourMs);
      expect(await store.blockedChannels({ uncheckedSince: noon })).toEqual([]);
      expect(await store.blockedChannels({ uncheckedSince: noon + hourMs })).toEqual([record]);
    });

    it('begins when somebody finds that nothing can be posted', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      await store.blockChannel('channel', 'closed', noon);
      await store.blockChannel('channel', 'gone', noon + 1);
      expect(await store.channel('channel')).toMatchObject({ blockedReason: 'gone' });
      expect(await store.unnotifiedBlocks(10)).toMatchObject([{ reason: 'gone', blockedAt: noon }]);
      expect(await store.dueChannels(noon + 9 * dayMs, 10)).toEqual([]);
    });

    it('holds deliveries back and releases them when it ends; a new block is reported again', async () => {
      const store = await place().open();
      await blocked(store);
      expect(await store.claimDeliveries('worker', noon + hourMs, 10)).toEqual([]);
      await store.noteBlockNotified('channel', noon);
      expect(await store.unblockChannel('channel', noon + hourMs)).toBe(true);
      expect(await store.unblockChannel('channel', noon + hourMs)).toBe(false);
      expect(await store.blockedChannels({ guildId: 'guild' })).toEqual([]);
      const [delivery] = await store.claimDeliveries('worker', noon + hourMs, 10);
      const again = { state: 'blocked', reason: 'gone', at: noon + 2 * hourMs } as const;
      await store.settleDelivery('worker', delivery?.id ?? 0, again);
      expect(await store.unnotifiedBlocks(10)).toMatchObject([{ reason: 'gone', blockedAt: again.at }]);
    });

    it('is not reported for channels without subscriptions or guilds without the bot', async () => {
      const store = await place().open();
      await blocked(store);
      for (const { id } of await store.subscriptions('guild')) await store.unsubscribe('guild', id, noon);
      expect(await store.unnotifiedBlocks(10)).toEqual([]);
      expect(await store.blockedChannels({ guildId: 'guild' })).toEqual([]);
    });
  });
}
