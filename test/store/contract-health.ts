import { describe, expect, it } from 'vitest';
import { subscribed } from './contract-channels.ts';
import { noon } from './invented-listings.ts';
import { planOf } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

/** Tests of the verbs that tell whether the store works. */
export function describeHealthVerbs(place: () => StorePlace): void {
  describe('the health of the store', () => {
    it('is proven by a write that changes nothing', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      const before = await store.counts();
      await store.proveWritable();
      expect(await store.counts()).toEqual(before);
    });

    it('includes how many deliveries are not finished, by state', async () => {
      const store = await place().open();
      expect(await store.outboxDepth()).toEqual({ planned: 0, sending: 0, retry: 0, blocked: 0 });
      await subscribed(store, 'lake');
      await store.planDigest(planOf(3, { at: noon }));
      expect(await store.outboxDepth()).toMatchObject({ planned: 3, sending: 0 });
      const [first] = await store.claimDeliveries('worker', noon, 1);
      expect(await store.outboxDepth()).toMatchObject({ planned: 2, sending: 1 });
      await store.settleDelivery('worker', first?.id ?? 0, { state: 'sent', messageId: '1', at: noon });
      const [second] = await store.claimDeliveries('worker', noon, 1);
      await store.settleDelivery('worker', second?.id ?? 0, { state: 'retry', dueAt: noon, reason: 'busy' });
      expect(await store.outboxDepth()).toEqual({ planned: 1, sending: 0, retry: 1, blocked: 0 });
    });
  });
}
