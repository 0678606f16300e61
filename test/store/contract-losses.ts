import { describe, expect, it } from 'vitest';
import type { Settlement } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { listingOf, noon } from './invented-listings.ts';
import { planOf } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

const sent = { state: 'sent', messageId: 'message', at: noon } as const;
const dropped = { state: 'dropped', reason: 'refused', at: noon } as const;

/** Claims the next delivery and settles it. */
async function settleNext(store: Store, settlement: Settlement): Promise<number> {
  const [delivery] = await store.claimDeliveries('worker', noon, 1);
  if (delivery === undefined) throw new Error('There is no delivery to claim.');
  await store.settleDelivery('worker', delivery.id, settlement);
  return delivery.id;
}

/** Tests of the verbs for losses, and of deliveries after the last subscription. */
export function describeLossVerbs(place: () => StorePlace): void {
  async function prepared(parts: number): Promise<Store> {
    const store = await place().open();
    await subscribed(store, 'lake');
    await store.recordListing(listingOf('a/1'), noon);
    await store.planDigest(planOf(parts, { papers: ['a/1'] }));
    return store;
  }
  const statesOf = async (store: Store) => (await store.deliveries('channel', '2026-03-02')).map(({ state }) => state);

  describe('losses', () => {
    it('are reported for whole digests, once they have no unfinished delivery', async () => {
      const store = await prepared(3);
      const first = await settleNext(store, dropped);
      await settleNext(store, sent);
      expect(await store.unnotifiedLosses(10)).toEqual([]);
      const third = await settleNext(store, { state: 'uncertain', reason: 'unreadable', at: noon });
      const losses = await store.unnotifiedLosses(10);
      expect(losses).toMatchObject([
        { channelId: 'channel', guildId: 'guild', date: '2026-03-02', subscribers: ['user'] },
      ]);
      expect(losses[0]?.deliveries.map(({ id }) => id)).toEqual([first, third]);
      expect(losses[0]?.deliveries[0]).toEqual((await store.deliveries('channel', '2026-03-02'))[0]);
      await store.noteLossNotified([first, third]);
      expect(await store.unnotifiedLosses(10)).toEqual([]);
    });

    it('include papers without which a message was sent', async () => {
      const store = await prepared(1);
      const retry = { state: 'retry', dueAt: noon, reason: 'refused', payload: { content: 'simpler' } } as const;
      await settleNext(store, { ...retry, leftOut: ['https://a/1'] });
      await settleNext(store, { ...retry, leftOut: ['https://a/2'] });
      expect(await store.unnotifiedLosses(10)).toEqual([]);
      await settleNext(store, sent);
      const [loss] = await store.unnotifiedLosses(10);
      expect(loss?.deliveries).toMatchObject([{ state: 'sent', leftOut: ['https://a/1', 'https://a/2'] }]);
    });

    it('include what a blocked channel held back for too long, but not in a guild that removed the bot', async () => {
      const store = await prepared(1);
      await settleNext(store, { state: 'blocked', reason: 'gone', at: noon });
      expect(await store.unnotifiedLosses(10)).toEqual([]);
      await store.expireDeliveries(noon + 1, 'too long', noon + dayMs);
      await store.noteGuildRemoved('guild', noon);
      expect(await store.unnotifiedLosses(10)).toEqual([]);
      await store.noteGuildReturned('guild');
      expect(await store.unnotifiedLosses(10)).toMatchObject([
        { deliveries: [{ state: 'dropped', reason: 'too long' }] },
      ]);
    });
  });

  describe('removing the last subscription of a channel', () => {
    const unsubscribe = async (store: Store) => {
      const [lake] = await store.subscriptions('guild', 'channel');
      return { id: lake?.id ?? 0, removed: await store.unsubscribe('guild', lake?.id ?? 0, noon) };
    };

    it('withdraws planned deliveries until it is undone', async () => {
      const store = await prepared(3);
      await settleNext(store, sent);
      await settleNext(store, { state: 'retry', dueAt: noon, reason: 'down', inDoubt: true });
      const { id, removed } = await unsubscribe(store);
      expect(removed?.withdrawnParts).toBe(2);
      expect(await statesOf(store)).toEqual(['sent', 'withdrawn', 'withdrawn']);
      expect(await store.claimDeliveries('worker', noon + dayMs, 10)).toEqual([]);
      expect(await store.unnotifiedLosses(10)).toEqual([]);
      await store.restoreSubscription('guild', id, 25);
      expect(await statesOf(store)).toEqual(['sent', 'retry', 'planned']);
      expect(await store.claimDeliveries('worker', noon, 10)).toMatchObject([{ part: 2, inDoubt: true }]);
    });

    it('withdraws a delivery that was sending and has to be sent again', async () => {
      const store = await prepared(2);
      const [first] = await store.claimDeliveries('worker', noon, 1);
      const { id } = await unsubscribe(store);
      expect(await statesOf(store)).toEqual(['sending', 'withdrawn']);
      await store.settleDelivery('worker', first?.id ?? 0, { state: 'retry', dueAt: noon + 60_000, reason: 'down' });
      expect(await statesOf(store)).toEqual(['withdrawn', 'withdrawn']);
      await store.restoreSubscription('guild', id, 25);
      expect(await statesOf(store)).toEqual(['retry', 'planned']);
    });

    it('withdraws a digest that was being made', async () => {
      const store = await prepared(1);
      await unsubscribe(store);
      await store.planDigest(planOf(1, { date: '2026-03-03' }));
      expect(await store.claimDeliveries('worker', noon, 10)).toEqual([]);
    });

    it('withdraws nothing if the channel has another subscription, and nothing of another channel', async () => {
      const store = await prepared(1);
      await subscribed(store, 'sea');
      await subscribed(store, 'lake', { channelId: 'other' });
      await store.planDigest(planOf(1, { channelId: 'other' }));
      expect((await unsubscribe(store)).removed?.withdrawnParts).toBe(0);
      expect((await unsubscribe(store)).removed?.withdrawnParts).toBe(1);
      expect(await store.claimDeliveries('worker', noon, 10)).toMatchObject([{ channelId: 'other' }]);
    });

    it('is not undone by a new subscription', async () => {
      const store = await prepared(1);
      await unsubscribe(store);
      await subscribed(store, 'lake');
      expect(await store.claimDeliveries('worker', noon + dayMs, 10)).toEqual([]);
    });
  });
}
