import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Taker } from '../../src/store/leases.ts';
import type { Store } from '../../src/store/store.ts';
import { hourMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { listingOf, noon } from './invented-listings.ts';
import { planOf } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

const sent = { state: 'sent', messageId: 'message', at: noon } as const;
const retry = { state: 'retry', dueAt: noon, reason: 'later' } as const;

const begin = (store: Store, id: string, leaseMs = hourMs) => store.beginLease({ id, leaseMs });
const takerOf = (workerId: string, ...inHand: readonly number[]): Taker => ({ workerId, kind: null, inHand });
const takeOver = async (store: Store, taker: Taker) => (await store.takeOverDeliveries(taker, 9)).map(({ id }) => id);

export function describeLeaseVerbs(place: () => StorePlace): void {
  /** A store with a delivery that the worker `one` is sending. */
  async function sending(): Promise<{ readonly store: Store; readonly id: number }> {
    const store = await place().open();
    await subscribed(store, 'lake', { channelId: 'channel' });
    await store.recordListing(listingOf('a/1'), noon);
    await store.planDigest(planOf(1));
    await begin(store, 'one');
    const [claimed] = await store.claimDeliveries('one', noon, 9);
    return { store, id: claimed?.id ?? 0 };
  }
  const stateOf = async (store: Store) => (await store.deliveries('channel', '2026-03-02'))[0]?.state;

  describe('the lease of a worker', () => {
    it('lasts until it ends or is not renewed, and then never again', async () => {
      const store = await place().open();
      const worker = { id: 'one', leaseMs: hourMs };
      expect(await store.renewLease(worker)).toBe(false);
      await store.beginLease(worker);
      expect(await store.renewLease({ ...worker, leaseMs: 30 })).toBe(true);
      await sleep(40);
      expect(await store.renewLease(worker)).toBe(false);
      await begin(store, 'two');
      await store.endLease('two');
      expect(await store.renewLease({ id: 'two', leaseMs: hourMs })).toBe(false);
    });

    it('keeps what the worker is sending from all others', async () => {
      const { store, id } = await sending();
      await begin(store, 'two');
      expect(await store.hasLostDeliveries(takerOf('two'))).toBe(false);
      expect(await takeOver(store, takerOf('two'))).toEqual([]);
      await store.endLease('one');
      expect(await store.hasLostDeliveries(takerOf('two'))).toBe(true);
      expect(await takeOver(store, takerOf('two'))).toEqual([id]);
      await begin(store, 'three');
      expect(await takeOver(store, takerOf('three'))).toEqual([]);
      expect(await store.claimDeliveries('three', noon, 9)).toEqual([]);
    });

    it('ends with all others if no worker lives', async () => {
      const { store, id } = await sending();
      await store.endLeases();
      expect(await takeOver(store, takerOf('two'))).toEqual([id]);
    });

    it('gives back to the worker what it claimed without hearing of it', async () => {
      const { store, id } = await sending();
      expect(await takeOver(store, takerOf('one', id))).toEqual([]);
      expect(await takeOver(store, takerOf('one', id + 1))).toEqual([id]);
      await store.settleDelivery('one', id, sent);
      expect(await takeOver(store, takerOf('one'))).toEqual([]);
    });
  });

  describe('a delivery that was taken over', () => {
    /** The worker `two` has it now. */
    async function takenOver() {
      const { store, id } = await sending();
      await begin(store, 'two');
      await store.endLease('one');
      await store.takeOverDeliveries(takerOf('two'), 9);
      return { store, id };
    }

    it('is settled by the worker that has it', async () => {
      const { store, id } = await takenOver();
      expect(await store.settleDelivery('one', id, retry)).toBe(false);
      expect(await stateOf(store)).toBe('sending');
      expect(await store.settleDelivery('two', id, { ...retry, inDoubt: true })).toBe(true);
      expect(await store.settleDelivery('one', id, { state: 'dropped', reason: 'why', at: noon })).toBe(false);
      expect(await store.claimDeliveries('two', noon, 9)).toMatchObject([{ id, inDoubt: true }]);
    });

    it('was sent if any worker has posted it', async () => {
      const { store, id } = await takenOver();
      expect(await store.settleDelivery('one', id, sent)).toBe(true);
      expect(await store.settleDelivery('two', id, retry)).toBe(false);
      expect(await store.settleDelivery('two', id, { ...sent, messageId: 'other' })).toBe(false);
      expect(await store.deliveries('channel', '2026-03-02')).toMatchObject([{ state: 'sent', messageId: 'message' }]);
    });
  });

  it('a task is had by one worker at a time, until its lease ends', async () => {
    const store = await place().open();
    expect(await store.takeTask('jobs', 'one')).toBe(false);
    await begin(store, 'one');
    await begin(store, 'two');
    expect(await store.takeTask('jobs', 'one')).toBe(true);
    expect(await store.takeTask('jobs', 'one')).toBe(true);
    expect(await store.takeTask('jobs', 'two')).toBe(false);
    expect(await store.takeTask('other', 'two')).toBe(true);
    await store.endLease('one');
    expect(await store.takeTask('jobs', 'one')).toBe(false);
    expect(await store.takeTask('jobs', 'two')).toBe(true);
  });

  it('requests of all workers leave in one even row', async () => {
    const store = await place().open();
    expect(await store.reserveRequests('token', 5, 1_000)).toBe(0);
    const second = await store.reserveRequests('token', 1, 1_000);
    const third = await store.reserveRequests('token', 1, 1_000);
    expect(second).toBeGreaterThan(4_000);
    expect(second).toBeLessThanOrEqual(5_000);
    expect(third).toBeGreaterThan(second);
    expect(third).toBeLessThanOrEqual(second + 1_000);
    expect(await store.reserveRequests('other token', 1, 21.3)).toBe(0);
  });

  it('requests do not wait for a time that the clock of the database had when it was wrong', async () => {
    const store = await place().open();
    await store.reserveRequests('token', 1, hourMs);
    expect(await store.reserveRequests('token', 1, 1_000)).toBe(0);
    expect(await store.reserveRequests('token', 1, 1_000)).toBeGreaterThan(0);
  });
}
