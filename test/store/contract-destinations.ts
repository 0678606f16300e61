import { describe, expect, it } from 'vitest';
import { personalGuildOf } from '../../src/digests/personal-guild.ts';
import type { NewDestination } from '../../src/store/destinations.ts';
import type { Delivery, PlannedPart } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { listingOf, noon } from './invented-listings.ts';
import { planOf } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

const mail = (address: string, fields: Partial<NewDestination> = {}): NewDestination => ({
  ...{ guildId: 'guild', channelId: 'channel', kind: 'mail', address, userId: 'ada', at: noon },
  ...fields,
});

const copy = (destinationId: number, parts = 1) => ({
  destinationId,
  parts: Array.from({ length: parts }, (_, index): PlannedPart => {
    return { json: '{"html":"…"}', nonce: `copy ${destinationId} ${index + 1}` };
  }),
});

const noncesOf = (deliveries: readonly Delivery[]) => deliveries.map(({ nonce }) => nonce);

/** Tests of the verbs for destinations. */
export function describeDestinationVerbs(place: () => StorePlace): void {
  /** A channel with two addresses, whose digest of one message is planned. */
  async function planned(parts = 1) {
    const store = await place().open();
    await store.recordListing(listingOf('a/1'), noon);
    await subscribed(store, 'lake');
    const [one, two] = [await added(store, 'one@host'), await added(store, 'two@host')];
    await store.planDigest(planOf(1, { papers: ['a/1'], copies: [copy(one, parts), copy(two)] }));
    return { store, one, two };
  }

  async function added(store: Store, address: string, fields: Partial<NewDestination> = {}): Promise<number> {
    const destination = await store.addDestination(mail(address, fields));
    if (destination === null) throw new Error('It was not added.');
    return destination.id;
  }

  const lastOf = async (store: Store) => (await store.destinations('channel')).map(({ last }) => last?.state ?? null);

  describe('a destination', () => {
    it('is stored once for each kind and address of a channel of its guild', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      const first = await store.addDestination(mail('one@host'));
      expect(first).toMatchObject({ kind: 'mail', address: 'one@host', userId: 'ada', createdAt: noon });
      expect(await store.addDestination(mail('one@host'))).toBeNull();
      expect(await store.addDestination(mail('one@host', { kind: 'slack' }))).not.toBeNull();
      expect(await store.addDestination(mail('x@host', { guildId: 'other' }))).toBeNull();
      expect(await store.addDestination(mail('x@host', { channelId: 'none' }))).toBeNull();
      expect((await store.digestInput('channel')).destinations).toMatchObject([{ kind: 'mail' }, { kind: 'slack' }]);
    });

    it('gets its part of a digest beside the channel, and the channel does not have it', async () => {
      const { store, one } = await planned();
      expect(await store.deliveries('channel', '2026-03-02')).toMatchObject([{ nonce: 'nonce-1', destination: null }]);
      expect(noncesOf(await store.claimDeliveries('worker', noon, 9))).toEqual(['nonce-1']);
      const claimed = await store.claimDestinationDeliveries('worker', 'mail', noon, 1);
      expect(claimed).toMatchObject([{ channelId: 'channel', part: 1, parts: 1, state: 'sending', attempts: 1 }]);
      expect(claimed[0]?.destination).toMatchObject({ id: one, address: 'one@host' });
      expect(await store.claimDestinationDeliveries('worker', 'slack', noon, 9)).toEqual([]);
      const inHand: readonly number[] = [];
      const taken = await store.takeOverDeliveries({ workerId: 'other', kind: 'mail', inHand }, 9);
      expect(taken).toMatchObject([{ nonce: `copy ${one} 1`, destination: { id: one } }]);
      expect(await store.hasLostDeliveries({ workerId: 'other', kind: 'slack', inHand })).toBe(false);
    });

    it('gets the parts of a digest in order, and waits for no other destination', async () => {
      const { store, one, two } = await planned(2);
      const first = await store.claimDestinationDeliveries('worker', 'mail', noon, 9);
      expect(noncesOf(first)).toEqual([`copy ${one} 1`, `copy ${two} 1`]);
      expect(await store.claimDestinationDeliveries('worker', 'mail', noon, 9)).toEqual([]);
      await store.settleDelivery('worker', first[0]?.id ?? 0, { state: 'sent', messageId: null, at: noon });
      expect(noncesOf(await store.claimDestinationDeliveries('worker', 'mail', noon, 9))).toEqual([`copy ${one} 2`]);
      expect(await lastOf(store)).toEqual(['sending', 'sending']);
    });

    it('is tried again when its time has come, also if a wrong clock set that time', async () => {
      const { store } = await planned();
      const claimed = await store.claimDestinationDeliveries('worker', 'mail', noon, 9);
      const dueAt = [noon + hourMs, noon + 40 * dayMs];
      for (const [index, { id }] of claimed.entries())
        await store.settleDelivery('worker', id, { state: 'retry', dueAt: dueAt[index] ?? 0, reason: 'later' });
      expect(await store.nextDestinationDeliveryAt('mail', noon)).toBe(noon + hourMs);
      expect(await store.nextDestinationDeliveryAt('slack', noon)).toBeNull();
      expect(await store.nextDeliveryAt(noon)).toBeNull();
      expect(await store.claimDestinationDeliveries('worker', 'mail', noon, 9)).toHaveLength(1);
      expect(await store.claimDestinationDeliveries('worker', 'mail', noon + hourMs, 9)).toHaveLength(1);
    });

    it('that is blocked holds its own messages, and those of nobody else', async () => {
      const { store, one, two } = await planned();
      const claimed = await store.claimDestinationDeliveries('worker', 'mail', noon, 9);
      await store.settleDelivery('worker', claimed[0]?.id ?? 0, {
        state: 'blocked',
        reason: 'no such address',
        at: noon,
      });
      expect(await store.channel('channel')).toMatchObject({ blockedReason: null });
      expect((await store.digestInput('channel')).destinations).toMatchObject([{ id: two }]);
      expect(await store.unnotifiedDestinationBlocks(9)).toMatchObject([{ id: one, blockedReason: 'no such address' }]);
      await store.noteDestinationBlockNotified(one, noon);
      expect(await store.unnotifiedDestinationBlocks(9)).toEqual([]);
      // What the channel receives changes nothing for the destination.
      for (const { id } of await store.claimDeliveries('worker', noon, 9))
        await store.settleDelivery('worker', id, { state: 'sent', messageId: '1', at: noon });
      expect(await lastOf(store)).toEqual(['blocked', 'sending']);
      expect(await store.unblockDestination(two)).toBe(false);
      expect(await store.unblockDestination(one)).toBe(true);
      expect(noncesOf(await store.claimDestinationDeliveries('worker', 'mail', noon, 9))).toEqual([`copy ${one} 1`]);
    });

    it('gets its messages while its channel is blocked', async () => {
      const { store } = await planned();
      await store.blockChannel('channel', 'gone', noon);
      expect(await store.claimDeliveries('worker', noon, 9)).toEqual([]);
      expect(await store.claimDestinationDeliveries('worker', 'mail', noon, 9)).toHaveLength(2);
    });

    it('loses what it held back for a week, without a notice of the channel', async () => {
      const { store } = await planned();
      const [first] = await store.claimDestinationDeliveries('worker', 'mail', noon, 1);
      await store.settleDelivery('worker', first?.id ?? 0, { state: 'blocked', reason: 'full', at: noon });
      const expired = await store.expireDeliveries(noon + 1, 'a week', noon + 7 * dayMs);
      expect(expired).toMatchObject([{ destination: { address: 'one@host' }, state: 'dropped' }]);
      expect(await store.unnotifiedLosses(9)).toEqual([]);
      expect(await lastOf(store)).toEqual(['dropped', 'planned']);
    });

    it('is removed with what was not sent to it, and what is being sent stays until it is known', async () => {
      const { store, one, two } = await planned();
      const [sending] = await store.claimDestinationDeliveries('worker', 'mail', noon, 1);
      expect(await store.removeDestination(one, 'other')).toBe(false);
      for (const id of [one, two]) expect(await store.removeDestination(id, 'channel')).toBe(true);
      expect(await store.removeDestination(one)).toBe(false);
      expect(await store.destinations('channel')).toEqual([]);
      expect(await store.hasLostDeliveries({ workerId: 'other', kind: 'mail', inHand: [] })).toBe(false);
      await store.settleDelivery('worker', sending?.id ?? 0, { state: 'retry', dueAt: noon, reason: 'later' });
      expect(await store.claimDestinationDeliveries('worker', 'mail', noon + dayMs, 9)).toEqual([]);
      expect(await store.deliveries('channel', '2026-03-02')).toHaveLength(1);
    });

    it('that is removed while a digest is made gets none', async () => {
      const store = await place().open();
      await store.recordListing(listingOf('a/1'), noon);
      await subscribed(store, 'lake');
      const id = await added(store, 'one@host');
      await store.removeDestination(id);
      expect(await store.planDigest(planOf(1, { papers: ['a/1'], copies: [copy(id)] }))).toBe(true);
      expect(await store.counts()).toMatchObject({ deliveriesByState: { planned: 1 } });
    });

    it('gets what was withdrawn with the last topic only if both come back', async () => {
      const { store, one } = await planned();
      const [topic] = await store.subscriptions('guild');
      await store.unsubscribe('guild', topic?.id ?? 0, noon);
      expect(await store.claimDestinationDeliveries('worker', 'mail', noon, 9)).toEqual([]);
      await store.removeDestination(one);
      await store.restoreSubscription('guild', topic?.id ?? 0, noon);
      expect(await store.claimDestinationDeliveries('worker', 'mail', noon, 9)).toMatchObject([
        { destination: { address: 'two@host' } },
      ]);
    });

    it('moves with the topics of its channel', async () => {
      const { store } = await planned();
      await store.moveSubscriptions({ guildId: 'guild', fromChannelId: 'channel', toChannelId: 'new', at: noon });
      expect((await store.destinations('new')).map(({ address }) => address)).toEqual(['one@host', 'two@host']);
    });

    it('gets nothing once its guild has removed the bot, and is deleted with the guild', async () => {
      const { store } = await planned();
      await store.noteGuildRemoved('guild', noon);
      expect(await store.claimDestinationDeliveries('worker', 'mail', noon, 9)).toEqual([]);
      expect(await store.nextDestinationDeliveryAt('mail', noon - 1)).toBeNull();
      while (await store.deleteGuildSome('guild'));
      expect(await store.destinations('channel')).toEqual([]);
    });

    it('is shown to the person who asked for it, and erased with what was not sent', async () => {
      const { store } = await planned();
      await added(store, 'three@host', { userId: 'eve' });
      expect((await store.storedData({ userId: 'ada' }))['destinations']).toMatchObject([
        { address: 'one@host' },
        { address: 'two@host' },
      ]);
      expect(await store.eraseData({ userId: 'ada' })).toMatchObject({ kind: 'erased' });
      expect((await store.destinations('channel')).map(({ address }) => address)).toEqual(['three@host']);
      expect(await store.claimDestinationDeliveries('worker', 'mail', noon, 9)).toEqual([]);
      expect(await store.counts()).toMatchObject({ deliveriesByState: { planned: 1 } });
    });

    it('of a personal digest belongs to that person', async () => {
      const store = await place().open();
      const guildId = personalGuildOf('ada');
      await subscribed(store, 'lake', { guildId, channelId: 'own', userId: 'ada' });
      await added(store, 'ada@host', { guildId, channelId: 'own' });
      await store.eraseData({ userId: 'ada' });
      expect(await store.destinations('own')).toEqual([]);
    });

    it('is forgotten with deliveries that nobody could send', async () => {
      const { store } = await planned();
      const limits = { papersBefore: 0, listingsBefore: '2026-01-01', runsBefore: 0, upvotesBefore: 0 };
      for (const { id } of await store.claimDeliveries('worker', noon, 9))
        await store.settleDelivery('worker', id, { state: 'sent', messageId: '1', at: noon });
      await store.pruneSome({ ...limits, deliveriesBefore: '2026-04-01' });
      expect(await lastOf(store)).toEqual([null, null]);
    });
  });
}
