import { describe, expect, it } from 'vitest';
import type { NewSetupDraft } from '../../src/store/onboarding.ts';
import { dayMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { noon } from './invented-listings.ts';
import type { StorePlace } from './opened-store.ts';

const draft: NewSetupDraft = {
  guildId: 'guild',
  userId: 'user',
  channelId: 'channel',
  topics: ['lake', '"deep lake"'],
  time: '08:30',
  zone: 'Europe/Berlin',
  at: noon,
};

/** Tests of the verbs for servers that the bot has just joined. */
export function describeOnboardingVerbs(place: () => StorePlace): void {
  describe('a greeting', () => {
    it('is noted once for each guild, after a restart as well', async () => {
      const store = await place().open();
      const both = await Promise.all([store.noteGreeting('one', noon), store.noteGreeting('one', noon)]);
      expect(both.filter((isFirst) => isFirst)).toHaveLength(1);
      expect(await (await place().open()).noteGreeting('one', noon + dayMs)).toBe(false);
      expect(await store.noteGreeting('two', noon)).toBe(true);
    });

    it('is not for a guild where the bot was before', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      expect(await store.noteGreeting('guild', noon)).toBe(false);
    });

    it('is forgotten with the data of a guild that the bot left', async () => {
      const store = await place().open();
      await store.noteGreeting('one', noon);
      const { id } = await store.saveSetupDraft({ ...draft, guildId: 'one' });
      await store.noteGuildRemoved('one', noon);
      while (await store.deleteGuildSome('one'));
      expect(await store.setupDraft('one', id, noon)).toBeNull();
      expect(await store.noteGreeting('one', noon)).toBe(true);
    });
  });

  describe('a step of a set-up', () => {
    it('is kept for a day, for its guild, after a restart as well', async () => {
      const saved = await (await place().open()).saveSetupDraft(draft);
      const next = await (await place().open()).saveSetupDraft({ ...draft, channelId: null, time: null, zone: null });
      expect(next.id).toBeGreaterThan(saved.id);
      const store = await place().open();
      expect(await store.setupDraft('guild', saved.id, noon + dayMs)).toEqual({ ...draft, id: saved.id });
      expect(await store.setupDraft('other', saved.id, noon)).toBeNull();
      expect(await store.setupDraft('guild', saved.id, noon + dayMs + 1)).toBeNull();
      await store.saveSetupDraft({ ...draft, at: noon + dayMs + 1 });
      expect(await store.setupDraft('guild', saved.id, noon)).toBeNull();
    });
  });
}
