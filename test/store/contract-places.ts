import { describe, expect, it } from 'vitest';
import { dayMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { listingOf, noon } from './invented-listings.ts';
import { change, furtherSettings } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

/** Tests of the verbs for the names of channels, and for topics that move. */
export function describePlaceVerbs(place: () => StorePlace): void {
  describe('the names of channels', () => {
    it('are remembered for stored channels, and the newest name counts', async () => {
      const store = await place().open();
      const { guildId } = await subscribed(store, 'lake');
      const named = (name: string) => ({ name, kind: null });
      await store.noteChannels(
        guildId,
        new Map([
          ['channel', named('lakes')],
          ['unknown', named('other')],
        ]),
      );
      expect(await store.channelNames(guildId)).toEqual(new Map([['channel', 'lakes']]));
      await store.noteChannels(guildId, new Map([['channel', named('rivers')]]));
      await store.noteChannels('another guild', new Map([['channel', named('theirs')]]));
      expect(await store.channelNames(guildId)).toEqual(new Map([['channel', 'rivers']]));
    });

    it('are remembered with their kinds, and what is not known leaves what was', async () => {
      const store = await place().open();
      const { guildId } = await subscribed(store, 'lake');
      expect(await store.channel('channel')).toMatchObject({ kind: null });
      await store.noteChannels(guildId, new Map([['channel', { name: 'lakes', kind: 'forum' }]]));
      await store.noteChannels(guildId, new Map([['channel', { name: null, kind: null }]]));
      expect(await store.channel('channel')).toMatchObject({ kind: 'forum' });
      expect(await store.channelNames(guildId)).toEqual(new Map([['channel', 'lakes']]));
    });
  });

  describe('moving subscriptions', () => {
    it('takes the settings and the topics along, and no paper that the old channel considered', async () => {
      const store = await place().open();
      const { guildId } = await subscribed(store, 'lake');
      await store.recordListing(listingOf('a/1', 'a/2'), noon);
      await store.leaveOutNews('channel', 2, 0);
      const settings = { layout: 'list', ranking: 'newest', maxPapers: 7, ...furtherSettings } as const;
      await store.configureChannel(change(settings));
      const old = await store.channel('channel');
      const move = { guildId, fromChannelId: 'channel', toChannelId: 'new', at: noon + dayMs };
      const outcome = await store.moveSubscriptions(move);
      expect(outcome).toMatchObject({ moved: 1, alreadyThere: 0, withdrawnParts: 0, channel: { channelId: 'new' } });
      expect(outcome?.channel.schedule).toEqual(old?.schedule);
      expect(outcome?.channel).toMatchObject(settings);
      expect(outcome?.channel.nextDigestAt).toBeGreaterThan(noon + dayMs);
      expect(await store.subscriptions(guildId)).toMatchObject([{ channelId: 'new', topic: 'lake' }]);
      const input = await store.digestInput('new');
      expect(input.consideredNewsNumber).toBe(2);
      expect(input.subscriptions).toMatchObject([{ newsAfter: 2 }]);
      expect(await store.moveSubscriptions(move)).toBeNull();
    });

    it('brings no digest for the time in which the new channel had no topic', async () => {
      const store = await place().open();
      const { guildId } = await subscribed(store, 'lake');
      const { id } = await subscribed(store, 'sea', { channelId: 'new' });
      await store.unsubscribe(guildId, id, noon);
      const at = noon + 9 * dayMs;
      const outcome = await store.moveSubscriptions({ guildId, fromChannelId: 'channel', toChannelId: 'new', at });
      expect(outcome?.channel.nextDigestAt).toBe(Date.parse('2026-03-12T09:00Z'));
    });

    it('drops what the new channel has already', async () => {
      const store = await place().open();
      const { guildId } = await subscribed(store, 'lake');
      const move = { guildId, fromChannelId: 'channel', toChannelId: 'new', at: noon };
      await store.moveSubscriptions(move);
      await subscribed(store, 'lake');
      expect(await store.moveSubscriptions(move)).toMatchObject({ moved: 0, alreadyThere: 1 });
      expect(await store.subscriptions(guildId)).toMatchObject([{ channelId: 'new', topic: 'lake' }]);
    });
  });
}
