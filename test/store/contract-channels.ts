import { describe, expect, it } from 'vitest';
import { defaultSchedule } from '../../src/digests/schedule.ts';
import type { Subscription } from '../../src/store/channels.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { listingOf, noon, topicOf } from './invented-listings.ts';
import { change, channelDefaults, request } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

/** Subscribes a channel. It fails the test where nothing is stored. */
export async function subscribed(store: Store, ...given: Parameters<typeof request>): Promise<Subscription> {
  const outcome = await store.subscribe(request(...given));
  if (!('subscription' in outcome)) throw new Error('Nothing was subscribed.');
  return outcome.subscription;
}

const topicsOf = (subscriptions: readonly Subscription[]) => subscriptions.map(({ topic }) => topic);

/** Tests of the verbs for channels and subscriptions. */
export function describeChannelVerbs(place: () => StorePlace): void {
  describe('subscribing', () => {
    it('makes the subscription, and the channel with the defaults', async () => {
      const store = await place().open();
      const channel = {
        channelId: 'channel',
        guildId: 'guild',
        schedule: defaultSchedule,
        maxPapers: 10,
        nextDigestAt: noon + hourMs,
        graceMinutes: 120,
        layout: 'cards',
        ranking: 'relevance',
        sources: null,
        minUpvotes: 0,
        mentionRoleId: null,
        saysQuietDays: false,
        followsUp: false,
        reviewDay: null,
        publishes: true,
        omitsSeen: false,
        language: 'en',
        lastDigestAt: null,
        lastDigestDate: null,
        nextReviewAt: null,
        reviewedUntil: null,
        kind: null,
        blockedReason: null,
        unblockedAt: null,
        pausedAt: null,
        pausedUntil: null,
        skippedPapers: 0,
      };
      expect(await store.channel('channel')).toBeNull();
      expect(await store.subscribe(request('Graph networks'))).toEqual({
        kind: 'created',
        subscription: {
          id: expect.any(Number),
          guildId: 'guild',
          channelId: 'channel',
          topic: topicOf('Graph networks').canonical,
          createdBy: 'user',
          createdAt: noon,
        },
        channel,
      });
      expect(await store.channel('channel')).toEqual(channel);
    });

    it('keeps the settings of a channel that has some', async () => {
      const store = await place().open();
      const schedule = { time: '07:30', zone: 'Europe/Berlin', days: [1, 5] } as const;
      const configured = await store.configureChannel(change({ ...schedule, maxPapers: 3 }));
      expect(configured).toMatchObject({ schedule, maxPapers: 3, nextDigestAt: Date.parse('2026-03-06T06:30Z') });
      const outcome = await store.subscribe(request('lake'));
      expect(outcome).toMatchObject({ kind: 'created', channel: configured });
    });

    it('keeps the settings that a change does not name, and the next digest if the schedule stays', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      await store.configureChannel(change({ graceMinutes: 5, layout: 'list', ranking: 'votes' }));
      const changed = await store.configureChannel(change({ maxPapers: 3, time: '09:00' }, noon + 2 * hourMs));
      expect(changed).toMatchObject({
        schedule: defaultSchedule,
        maxPapers: 3,
        graceMinutes: 5,
        layout: 'list',
        ranking: 'votes',
        nextDigestAt: channelDefaults.nextDigestAt,
      });
      const moved = await store.configureChannel(change({ zone: 'Asia/Tokyo' }));
      expect(moved).toMatchObject({ maxPapers: 3, schedule: { ...defaultSchedule, zone: 'Asia/Tokyo' } });
      expect(moved.nextDigestAt).toBe(Date.parse('2026-03-03T00:00Z'));
    });

    it('changes nothing for the same topic, however it is written', async () => {
      const store = await place().open();
      const first = await subscribed(store, 'lake tides');
      const again = await store.subscribe(request('  LAKE   Tides ', { userId: 'other', at: noon + 1 }));
      expect(again).toMatchObject({ kind: 'already-there', subscription: first });
      expect(await store.subscriptions('guild')).toEqual([first]);
    });

    it('gives the subscription of `replaces` a new topic in its own channel', async () => {
      const store = await place().open();
      const first = await subscribed(store, 'lake');
      const edit = request('sea', { replaces: first.id, channelId: 'elsewhere' });
      const edited = { ...first, topic: topicOf('sea').canonical };
      expect(await store.subscribe(edit)).toMatchObject({ kind: 'edited', subscription: edited });
      expect(await store.subscriptions('guild')).toEqual([edited]);
      expect(await store.channel('elsewhere')).toBeNull();
    });

    it('with `replaces` changes nothing if somebody else has changed the topic', async () => {
      const store = await place().open();
      const lake = await subscribed(store, 'lake');
      const edit = (topic: string, replacedTopic: string) =>
        store.subscribe(request(topic, { replaces: lake.id, replacedTopic }));
      expect(await edit('sea', 'lake')).toMatchObject({ kind: 'edited' });
      expect(await edit('ice', 'lake')).toMatchObject({ kind: 'changed-meanwhile', subscription: { topic: 'sea' } });
      expect(await store.unsubscribe('guild', lake.id, noon, { topic: 'lake' })).toBeNull();
      expect(await store.unsubscribe('guild', lake.id, noon, { channelId: 'another' })).toBeNull();
      expect(topicsOf(await store.subscriptions('guild'))).toEqual(['sea']);
      expect(await edit('ice', 'sea')).toMatchObject({ kind: 'edited' });
      expect(
        await store.unsubscribe('guild', lake.id, noon, { topic: 'ice', channelId: lake.channelId }),
      ).toMatchObject({ id: lake.id });
    });

    it('with `replaces` looks for the topic in the channel of the subscription, not of the user', async () => {
      const store = await place().open();
      const lake = await subscribed(store, 'lake');
      await subscribed(store, 'sea', { channelId: 'elsewhere' });
      const edit = request('sea', { replaces: lake.id, channelId: 'elsewhere' });
      expect(await store.subscribe(edit)).toMatchObject({ kind: 'edited', subscription: { id: lake.id } });
    });

    it('with `replaces` never makes the same subscription twice', async () => {
      const store = await place().open();
      const lake = await subscribed(store, 'lake');
      const sea = await subscribed(store, 'sea');
      const outcome = await store.subscribe(request('sea', { replaces: lake.id }));
      expect(outcome).toMatchObject({ kind: 'already-there', subscription: sea });
      expect(topicsOf(await store.subscriptions('guild'))).toEqual(['lake', 'sea']);
    });

    it('stores nothing if `replaces` was removed or is of another guild', async () => {
      const store = await place().open();
      const gone = await subscribed(store, 'lake');
      const foreign = await subscribed(store, 'lake', { guildId: 'other guild', channelId: 'other channel' });
      await store.unsubscribe('guild', gone.id, noon);
      expect(await store.subscribe(request('sea', { replaces: gone.id }))).toEqual({ kind: 'removed-meanwhile' });
      expect(await store.subscribe(request('ice', { replaces: foreign.id }))).toEqual({ kind: 'removed-meanwhile' });
      expect(await store.subscriptions('guild')).toEqual([]);
      expect(await store.subscriptions('other guild')).toEqual([foreign]);
    });

    it('stops at the cap of the guild, and then stores nothing', async () => {
      const store = await place().open();
      const lake = await subscribed(store, 'lake', { cap: 2 });
      await subscribed(store, 'sea', { cap: 2, channelId: 'second' });
      const third = request('ice', { cap: 2, channelId: 'third' });
      expect(await store.subscribe(third)).toEqual({ kind: 'cap-reached', cap: 2 });
      expect(await store.channel('third')).toBeNull();
      expect(await store.subscribe({ ...third, guildId: 'other guild' })).toMatchObject({ kind: 'created' });
      expect(await store.subscribe(request('ice', { cap: 2, replaces: lake.id }))).toMatchObject({ kind: 'edited' });
    });

    it('starts with future news and gets no earlier news', async () => {
      const store = await place().open();
      await store.recordListing(listingOf('a/1', 'a/2'), noon);
      const first = await subscribed(store, 'lake');
      await store.recordListing(listingOf('a/3'), noon);
      const second = await subscribed(store, 'sea');
      expect(await store.digestInput('channel')).toMatchObject({
        consideredNewsNumber: 2,
        subscriptions: [
          { subscription: first, newsAfter: 2 },
          { subscription: second, newsAfter: 3 },
        ],
      });
    });
  });

  describe('unsubscribing', () => {
    it('removes one subscription of the guild, and can be undone once', async () => {
      const store = await place().open();
      const lake = await subscribed(store, 'lake');
      const sea = await subscribed(store, 'sea');
      expect(await store.unsubscribe('guild', lake.id, noon)).toEqual({ ...lake, withdrawnParts: 0 });
      expect(await store.unsubscribe('guild', lake.id, noon)).toBeNull();
      expect(await store.subscriptions('guild')).toEqual([sea]);
      expect(await store.restoreSubscription('guild', lake.id, 25)).toEqual(lake);
      expect(await store.restoreSubscription('guild', lake.id, 25)).toBeNull();
      expect(await store.subscriptions('guild')).toEqual([lake, sea]);
    });

    it('keeps the cap of the guild', async () => {
      const store = await place().open();
      const lake = await subscribed(store, 'lake');
      await store.unsubscribe('guild', lake.id, noon);
      await subscribed(store, 'sea');
      expect(await store.restoreSubscription('guild', lake.id, 1)).toBe('cap-reached');
      expect(topicsOf(await store.subscriptions('guild'))).toEqual(['sea']);
      expect(await store.restoreSubscription('guild', lake.id, 2)).toEqual(lake);
    });

    it('keeps news new that arrives before it is undone', async () => {
      const store = await place().open();
      const lake = await subscribed(store, 'lake');
      await store.unsubscribe('guild', lake.id, noon);
      await store.recordListing(listingOf('a/1'), noon);
      await store.restoreSubscription('guild', lake.id, 25);
      expect((await store.digestInput('channel')).subscriptions[0]?.newsAfter).toBe(0);
    });

    it('cannot be undone if the channel subscribed to the topic again', async () => {
      const store = await place().open();
      const lake = await subscribed(store, 'lake');
      await store.unsubscribe('guild', lake.id, noon);
      const second = await subscribed(store, 'lake');
      expect(second.id).not.toBe(lake.id);
      expect(await store.restoreSubscription('guild', lake.id, 25)).toBeNull();
      expect(await store.subscriptions('guild')).toEqual([second]);
    });

    it('does not affect another guild', async () => {
      const store = await place().open();
      const lake = await subscribed(store, 'lake');
      expect(await store.unsubscribe('other guild', lake.id, noon)).toBeNull();
      await store.unsubscribe('guild', lake.id, noon);
      expect(await store.restoreSubscription('other guild', lake.id, 25)).toBeNull();
      expect(await store.subscriptions('guild')).toEqual([]);
    });
  });

  it('lists the subscriptions of a guild, or of one channel, oldest first', async () => {
    const store = await place().open();
    for (const [topic, channelId] of [
      ['lake', 'one'],
      ['sea', 'two'],
      ['ice', 'one'],
    ] as const) {
      await subscribed(store, topic, { channelId });
    }
    await subscribed(store, 'fog', { guildId: 'other guild', channelId: 'three' });
    expect(topicsOf(await store.subscriptions('guild'))).toEqual(['lake', 'sea', 'ice']);
    expect(topicsOf(await store.subscriptions('guild', 'one'))).toEqual(['lake', 'ice']);
    expect(await store.subscriptions('other guild', 'one')).toEqual([]);
    expect(await store.counts()).toMatchObject({ subscriptions: 4, channels: 3 });
  });

  describe('due channels', () => {
    it('are those whose time has come, the longest due first', async () => {
      const store = await place().open();
      for (const [channelId, nextDigestAt] of [
        ['late', noon - 2],
        ['now', noon],
        ['later', noon + 1],
        ['latest', noon - 9],
      ] as const) {
        await subscribed(store, 'lake', { channelId, defaults: { ...channelDefaults, nextDigestAt } });
      }
      const due = async (limit: number) => (await store.dueChannels(noon, limit)).map(({ channelId }) => channelId);
      expect(await due(10)).toEqual(['latest', 'late', 'now']);
      expect(await due(2)).toEqual(['latest', 'late']);
    });

    it('have a subscription; without one, a channel keeps its settings', async () => {
      const store = await place().open();
      await store.configureChannel(change({ maxPapers: 3 }));
      const later = noon + 3 * dayMs;
      expect(await store.dueChannels(later, 10)).toEqual([]);
      const lake = await subscribed(store, 'lake', { at: later });
      // It gets no digest for the time before it had a subscription.
      expect(await store.dueChannels(later, 10)).toEqual([]);
      expect(await store.dueChannels(later + dayMs, 10)).toHaveLength(1);
      await store.unsubscribe('guild', lake.id, later);
      expect(await store.dueChannels(later + dayMs, 10)).toEqual([]);
      expect(await store.channel('channel')).toMatchObject({ maxPapers: 3 });
    });
  });

  describe('drafts', () => {
    const draft = {
      guildId: 'guild',
      channelId: 'channel',
      userId: 'user',
      topicText: 'lake',
      replaces: null,
      replacedTopic: null,
      at: noon,
    };

    it('are stored unchanged, for their guild alone', async () => {
      const store = await place().open();
      const saved = await store.saveDraft(draft);
      const edited = { ...draft, replaces: 7, replacedTopic: 'sea' };
      const edit = await store.saveDraft(edited);
      expect(await store.draft('guild', saved.id)).toEqual({ ...draft, id: saved.id });
      expect(await store.draft('guild', edit.id)).toEqual({ ...edited, id: edit.id });
      expect(await store.draft('other guild', saved.id)).toBeNull();
    });

    it('are deleted after a day, and their ids are never used again', async () => {
      const store = await place().open();
      const old = await store.saveDraft(draft);
      const fresh = await store.saveDraft({ ...draft, at: noon + dayMs + 1 });
      expect(await store.draft('guild', old.id)).toBeNull();
      expect(fresh.id).toBeGreaterThan(old.id);
    });
  });
}
