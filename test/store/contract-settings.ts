import { describe, expect, it } from 'vitest';
import type { ChangedSettings } from '../../src/store/channels.ts';
import type { NewSettingsDraft } from '../../src/store/settings-drafts.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { noon } from './invented-listings.ts';
import { change, channelDefaults, furtherSettings } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

const draftOf = (changes: ChangedSettings, seen: ChangedSettings, at = noon): NewSettingsDraft => ({
  guildId: 'guild',
  channelId: 'channel',
  userId: 'user',
  changes,
  seen,
  at,
});

const confirmation = (draftId: number, at = noon) => ({ guildId: 'guild', draftId, defaults: channelDefaults, at });

/** Tests of the verbs for settings that are changed after a confirmation, and of the settings themselves. */
export function describeSettingsVerbs(place: () => StorePlace): void {
  describe('settings', () => {
    it('are kept, and cleared by null alone', async () => {
      const store = await place().open();
      expect(await store.configureChannel(change(furtherSettings))).toMatchObject(furtherSettings);
      const open = { sources: null, mentionRoleId: null };
      expect(await store.configureChannel(change(open))).toMatchObject({ ...furtherSettings, ...open });
    });

    it('stay both if two people change different ones', async () => {
      const store = await place().open();
      await Promise.all([
        store.configureChannel(change({ minUpvotes: 3 })),
        store.configureChannel(change({ saysQuietDays: true })),
      ]);
      expect(await store.channel('channel')).toMatchObject({ minUpvotes: 3, saysQuietDays: true });
    });
  });

  describe('a draft of settings', () => {
    it('changes the settings that it names, once, after a restart as well', async () => {
      const saved = await (await place().open()).saveSettingsDraft(
        draftOf({ ...furtherSettings, time: '10:30' }, { ...plain, time: '09:00' }),
      );
      const store = await place().open();
      expect(await store.settingsDraft('guild', saved.id, noon)).toEqual(saved);
      const outcome = await store.confirmSettings(confirmation(saved.id));
      expect(outcome).toMatchObject({
        kind: 'saved',
        channel: { ...furtherSettings, schedule: { time: '10:30' }, maxPapers: 10 },
      });
      expect(await store.channel('channel')).toEqual(outcome?.channel);
      expect(await store.confirmSettings(confirmation(saved.id))).toBeNull();
      expect(await store.settingsDraft('guild', saved.id, noon)).toBeNull();
    });

    it('moves the next digest as any change of the schedule does', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      const { id } = await store.saveSettingsDraft(draftOf({ time: '15:00' }, { time: '09:00' }));
      const outcome = await store.confirmSettings(confirmation(id));
      const after = await store.configureChannel(change({ time: '15:00' }));
      expect(outcome?.channel.nextDigestAt).toBe(after.nextDigestAt);
    });

    it('changes nothing if somebody has changed one of its settings meanwhile', async () => {
      const store = await place().open();
      const { id } = await store.saveSettingsDraft(
        draftOf({ days: [1], minUpvotes: 3 }, { days: [1, 2, 3, 4, 5], minUpvotes: 0 }),
      );
      const changed = await store.configureChannel(change({ minUpvotes: 9 }));
      expect(await store.confirmSettings(confirmation(id))).toEqual({ kind: 'changed-meanwhile', channel: changed });
      expect(await store.channel('channel')).toEqual(changed);
      expect(await store.settingsDraft('guild', id, noon)).not.toBeNull();
    });

    it('keeps what somebody else has changed meanwhile', async () => {
      const store = await place().open();
      const { id } = await store.saveSettingsDraft(draftOf({ minUpvotes: 3 }, { minUpvotes: 0 }));
      await store.configureChannel(change({ layout: 'list' }));
      expect(await store.confirmSettings(confirmation(id))).toMatchObject({
        kind: 'saved',
        channel: { layout: 'list', minUpvotes: 3 },
      });
    });

    it('is of its guild, and ends after a day', async () => {
      const store = await place().open();
      const { id } = await store.saveSettingsDraft(draftOf({ minUpvotes: 3 }, { minUpvotes: 0 }));
      expect(await store.settingsDraft('another', id, noon)).toBeNull();
      expect(await store.confirmSettings({ ...confirmation(id), guildId: 'another' })).toBeNull();
      const late = noon + dayMs + hourMs;
      expect(await store.settingsDraft('guild', id, late)).toBeNull();
      expect(await store.confirmSettings(confirmation(id, late))).toBeNull();
      await store.saveSettingsDraft(draftOf({}, {}, late));
      expect(await store.settingsDraft('guild', id, noon)).toBeNull();
      expect(await store.channel('channel')).toBeNull();
    });

    it('is deleted with its guild', async () => {
      const store = await place().open();
      const { id } = await store.saveSettingsDraft(draftOf({}, {}));
      await store.noteGuildRemoved('guild', noon);
      while (await store.deleteGuildSome('guild')) {
        // Each step deletes some of the guild's data.
      }
      expect(await store.settingsDraft('guild', id, noon)).toBeNull();
    });
  });
}

/** The defaults of `furtherSettings`. */
const plain = {
  sources: null,
  minUpvotes: 0,
  mentionRoleId: null,
  saysQuietDays: false,
  followsUp: false,
  reviewDay: null,
  publishes: true,
  omitsSeen: false,
  language: 'en',
} as const;
