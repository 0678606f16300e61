import { describe, expect, it } from 'vitest';
import type { PlannedPing } from '../../src/digests/pings.ts';
import type { NewPing } from '../../src/store/pings.ts';
import type { Store } from '../../src/store/store.ts';
import { hourMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { listingOf, noon } from './invented-listings.ts';
import { planOf } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

const sent = { state: 'sent', messageId: 'message', at: noon } as const;

/** Tests of the verbs for pings and their notices. */
export function describePingVerbs(place: () => StorePlace): void {
  async function prepared(...channelIds: readonly string[]): Promise<Store> {
    const store = await place().open();
    for (const channelId of ['channel', ...channelIds]) await subscribed(store, 'lake', { channelId });
    await store.recordListing(listingOf('a/1', 'a/2'), noon);
    return store;
  }
  const add = (store: Store, topic: string, fields: Partial<NewPing> = {}) =>
    store.addPing({
      ...{ guildId: 'guild', channelId: 'channel', userId: 'user', topic, way: 'mention', at: noon, cap: 2 },
      ...fields,
    });
  const ping = (userId: string, papers: readonly string[], way: PlannedPing['way'] = 'mention') => ({
    userId,
    way,
    papers,
  });

  /** Plans a digest that pings people. */
  const plan = (store: Store, pings: readonly PlannedPing[], fields: Parameters<typeof planOf>[1] = {}) =>
    store.planDigest(planOf(1, { papers: ['a/1', 'a/2'], pings, ...fields }));
  async function deliver(store: Store): Promise<void> {
    for (const { id } of await store.claimDeliveries('worker', noon, 10))
      await store.settleDelivery('worker', id, sent);
  }

  describe('pings', () => {
    it('belong to a person and a channel, which has them in its input', async () => {
      const store = await prepared('other');
      expect(await add(store, 'lake')).toBe('added');
      expect(await add(store, 'lake', { way: 'message' })).toBe('changed');
      expect(await add(store, 'tide', { channelId: 'other' })).toBe('added');
      expect(await add(store, 'tide', { userId: 'second' })).toBe('added');
      const own = await store.pings('user');
      expect(own).toEqual([
        {
          id: expect.any(Number),
          guildId: 'guild',
          channelId: 'channel',
          userId: 'user',
          topic: 'lake',
          way: 'message',
        },
        expect.objectContaining({ channelId: 'other', topic: 'tide' }),
      ]);
      expect((await store.digestInput('channel')).pings.map(({ userId, topic }) => [userId, topic])).toEqual([
        ['user', 'lake'],
        ['second', 'tide'],
      ]);
    });

    it('are limited for each person and channel, and removed by their owner only', async () => {
      const store = await prepared('other');
      for (const topic of ['lake', 'tide']) await add(store, topic);
      expect(await add(store, 'sea')).toBe('cap-reached');
      expect(await add(store, 'sea', { channelId: 'other' })).toBe('added');
      const [first] = await store.pings('user');
      expect(await store.removePing('second', first?.id ?? 0)).toBeNull();
      expect(await store.removePing('user', first?.id ?? 0)).toEqual(first);
      expect(await store.removePing('user', first?.id ?? 0)).toBeNull();
      expect(await add(store, 'sea')).toBe('added');
    });
  });

  describe('notices of pings', () => {
    it('wait for their digest, and mention people of a channel together', async () => {
      const store = await prepared();
      await plan(store, [ping('user', ['a/1']), ping('second', ['a/1', 'a/2']), ping('third', ['a/2'], 'message')]);
      expect(await store.claimPingNotices(noon, 10)).toEqual([]);
      await deliver(store);
      const notices = await store.claimPingNotices(noon, 10);
      expect(notices).toMatchObject([
        {
          way: 'mention',
          guildId: 'guild',
          channelId: 'channel',
          date: '2026-03-02',
          inDoubt: false,
          attempts: 1,
          people: [
            { userId: 'user', papers: ['a/1'] },
            { userId: 'second', papers: ['a/1', 'a/2'] },
          ],
        },
        { way: 'message', people: [{ userId: 'third', papers: ['a/2'] }] },
      ]);
      expect(await store.claimPingNotices(noon, 10)).toEqual([]);
      for (const { nonce } of notices) await store.settlePingNotice(nonce, { state: 'sent' });
      await store.recoverPingNotices();
      expect(await store.claimPingNotices(noon + hourMs, 10)).toEqual([]);
    });

    it('have at most twenty people', async () => {
      const store = await prepared();
      await plan(
        store,
        Array.from({ length: 45 }, (_, index) => ping(`user ${index}`, ['a/1'])),
      );
      await deliver(store);
      const notices = await store.claimPingNotices(noon, 10);
      expect(notices.map(({ people }) => people.length)).toEqual([20, 20, 5]);
      expect(new Set(notices.map(({ nonce }) => nonce)).size).toBe(3);
    });

    it('ping a person once for a paper, in whatever channel', async () => {
      const store = await prepared('other');
      await plan(store, [ping('user', ['a/1']), ping('user', ['a/1', 'a/2'], 'message')]);
      await plan(store, [ping('user', ['a/1', 'a/2']), ping('second', ['a/1'])], { channelId: 'other' });
      await deliver(store);
      const people = (await store.claimPingNotices(noon, 10)).flatMap((notice) => notice.people);
      expect(people).toEqual([
        { userId: 'user', papers: ['a/1'] },
        { userId: 'user', papers: ['a/2'] },
        { userId: 'second', papers: ['a/1'] },
      ]);
    });

    it('are the same notice when they are tried again, and in doubt after the process ended', async () => {
      const store = await prepared();
      await plan(store, [ping('user', ['a/1']), ping('second', ['a/1'])]);
      await deliver(store);
      const [first] = await store.claimPingNotices(noon, 10);
      const nonce = first?.nonce ?? '';
      await store.settlePingNotice(nonce, { state: 'retry', dueAt: noon + hourMs, inDoubt: false });
      expect(await store.claimPingNotices(noon, 10)).toEqual([]);
      expect(await store.claimPingNotices(noon + hourMs, 10)).toMatchObject([{ nonce, attempts: 2, inDoubt: false }]);
      await store.recoverPingNotices();
      expect(await store.claimPingNotices(noon + hourMs, 10)).toMatchObject([
        { nonce, attempts: 3, inDoubt: true, people: first?.people },
      ]);
    });

    it('are dropped with the pings of a person who is gone, and deleted with the guild', async () => {
      const store = await prepared();
      await add(store, 'lake');
      await plan(store, [ping('user', ['a/1']), ping('second', ['a/1'])]);
      await deliver(store);
      await store.forgetPings('user', 'channel');
      expect(await store.pings('user')).toEqual([]);
      expect((await store.claimPingNotices(noon, 10)).flatMap(({ people }) => people)).toMatchObject([
        { userId: 'second' },
      ]);
      await store.noteGuildRemoved('guild', noon);
      while (await store.deleteGuildSome('guild'));
      expect(await store.channel('channel')).toBeNull();
    });
  });
}
