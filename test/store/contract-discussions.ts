import { describe, expect, it } from 'vitest';
import { minuteMs } from '../../src/time.ts';
import { noon } from './invented-listings.ts';
import type { StorePlace } from './opened-store.ts';

const place = { guildId: 'guild', channelId: 'channel', paperId: '2606.00001' };

/** Tests of the verbs for discussions. */
export function describeDiscussionVerbs(stores: () => StorePlace): void {
  describe('the discussion of a paper', () => {
    it('is claimed by one, and found again once it has a thread', async () => {
      const store = await stores().open();
      const claim = { ...place, at: noon };
      const both = await Promise.all([store.claimDiscussion(claim), store.claimDiscussion(claim)]);
      expect(both.map(({ kind }) => kind).toSorted()).toEqual(['being-opened', 'claimed']);
      await store.settleDiscussion(place, 'thread');
      expect(await store.claimDiscussion(claim)).toEqual({ kind: 'open', threadId: 'thread' });
      for (const other of [{ channelId: 'other' }, { guildId: 'other' }, { paperId: '2606.00002' }])
        expect(await store.claimDiscussion({ ...claim, ...other })).toEqual({ kind: 'claimed' });
    });

    it('can be claimed again a minute after a crash, and at once after it was given up', async () => {
      const store = await stores().open();
      await store.claimDiscussion({ ...place, at: noon });
      expect(await store.claimDiscussion({ ...place, at: noon + minuteMs })).toEqual({ kind: 'claimed' });
      await store.settleDiscussion(place, null);
      expect(await store.claimDiscussion({ ...place, at: noon + minuteMs + 1 })).toEqual({ kind: 'claimed' });
    });

    it('is opened again by one after its thread was deleted', async () => {
      const store = await stores().open();
      await store.claimDiscussion({ ...place, at: noon });
      await store.settleDiscussion(place, 'old');
      const claim = { ...place, at: noon + minuteMs, goneThreadId: 'old' };
      const both = await Promise.all([store.claimDiscussion(claim), store.claimDiscussion(claim)]);
      expect(both.map(({ kind }) => kind).toSorted()).toEqual(['being-opened', 'claimed']);
      await store.settleDiscussion(place, 'new');
      expect(await store.claimDiscussion(claim)).toEqual({ kind: 'open', threadId: 'new' });
    });

    it('is deleted with the data of a guild that removed the bot', async () => {
      const store = await stores().open();
      await store.claimDiscussion({ ...place, at: noon });
      await store.settleDiscussion(place, 'thread');
      await store.noteGuildRemoved('guild', noon);
      while (await store.deleteGuildSome('guild'));
      expect(await store.claimDiscussion({ ...place, at: noon })).toEqual({ kind: 'claimed' });
    });
  });
}
