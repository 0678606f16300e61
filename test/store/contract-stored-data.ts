import { describe, expect, it } from 'vitest';
import { personalGuildOf } from '../../src/digests/personal-guild.ts';
import type { Store } from '../../src/store/store.ts';
import { subscribed } from './contract-channels.ts';
import { inventedPaper, listingOf, noon } from './invented-listings.ts';
import { planOf } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

/** Tests of the verbs that show and delete everything of a guild or a person. */
export function describeStoredDataVerbs(place: () => StorePlace): void {
  /** Two guilds, each with a subscription and a planned digest, a personal digest, and a reading list. */
  async function filled(): Promise<Store> {
    const store = await place().open();
    await store.recordListing(listingOf('a/1', 'a/2'), noon);
    await subscribed(store, 'lake', { userId: 'ada' });
    await subscribed(store, 'lake', { guildId: 'other', channelId: 'third', userId: 'ada' });
    await subscribed(store, 'tides', { guildId: personalGuildOf('ada'), channelId: 'own', userId: 'ada' });
    for (const channelId of ['channel', 'third', 'own'])
      await store.planDigest(planOf(1, { channelId, papers: ['a/1'], at: noon }));
    await store.savePapers({ userId: 'ada', papers: [inventedPaper('a/2')], at: noon, cap: 5 });
    return store;
  }

  describe('stored data', () => {
    it('is shown of a guild, with the ids of papers and without messages', async () => {
      const store = await filled();
      const data = await store.storedData({ guildId: 'guild' });
      expect(Object.keys(data).toSorted()).toEqual([
        'channels',
        'deliveries',
        'digest_papers',
        'digests',
        'subscriptions',
      ]);
      expect(data['subscriptions']).toMatchObject([{ guild_id: 'guild', topic: 'lake', created_by: 'ada' }]);
      expect(data['digest_papers']).toMatchObject([{ channel_id: 'channel', paper: 'a/1' }]);
      expect(data['deliveries']).toMatchObject([{ state: 'planned', date: '2026-03-02' }]);
      expect(data['deliveries']?.[0]).not.toHaveProperty('payload');
      expect(await store.storedData({ guildId: 'nobody' })).toEqual({});
    });

    it('is shown of a person, from their personal digest and from all servers', async () => {
      const data = await (await filled()).storedData({ userId: 'ada' });
      expect(data['channels']).toMatchObject([{ channel_id: 'own' }]);
      expect(data['saved_papers']).toMatchObject([{ paper: 'a/2' }]);
      expect(data['topics_subscribed_on_servers']).toMatchObject([
        { guild_id: 'guild' },
        { guild_id: 'other' },
        { guild_id: '@ada' },
      ]);
    });

    it('of a guild is erased in one step, without that of another', async () => {
      const store = await filled();
      expect(await store.eraseData({ guildId: 'guild' })).toEqual({ kind: 'erased', rows: 5 });
      expect(await store.storedData({ guildId: 'guild' })).toEqual({});
      expect(await store.channel('channel')).toBeNull();
      expect((await store.guilds()).toSorted()).toEqual(['@ada', 'other']);
      expect(await store.deliveries('third', '2026-03-02')).toHaveLength(1);
      expect(await store.paper('a/1')).not.toBeNull();
      expect(await store.eraseData({ guildId: 'guild' })).toEqual({ kind: 'erased', rows: 0 });
    });

    it('of a person is erased, and the subscriptions of servers forget them', async () => {
      const store = await filled();
      expect(await store.eraseData({ userId: 'ada' })).toMatchObject({ kind: 'erased' });
      expect(await store.storedData({ userId: 'ada' })).toEqual({});
      expect(await store.guilds()).not.toContain('@ada');
      expect(await store.subscriptions('guild')).toMatchObject([{ topic: 'lake', createdBy: '' }]);
    });

    it('is not erased while a message is being sent', async () => {
      const store = await filled();
      const claimed = await store.claimDeliveries('worker', noon, 9);
      for (const owner of [{ guildId: 'guild' }, { userId: 'ada' }])
        expect(await store.eraseData(owner)).toEqual({ kind: 'sending' });
      expect(await store.subscriptions('guild')).toHaveLength(1);
      for (const { id } of claimed)
        await store.settleDelivery('worker', id, { state: 'sent', messageId: '1', at: noon });
      expect(await store.eraseData({ guildId: 'guild' })).toMatchObject({ kind: 'erased' });
    });
  });
}
