import { describe, expect, it } from 'vitest';
import { followUpPart } from '../../src/store/follow-ups.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs, utcDate } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { inventedPaper, listingOf, noon } from './invented-listings.ts';
import { change } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

const day = utcDate(noon);
const window = { deliveredSince: noon - dayMs, changedSince: noon - dayMs };
const part = { json: '{"content":"changed"}', nonce: 'follow-up' };
const plan = {
  channelId: 'channel',
  date: day,
  changes: [{ id: 'a/1', kind: 'version' as const }],
  part,
  at: noon + 20,
};

/** Tests of the verbs for changes of papers that channels have received. */
export function describeFollowUpVerbs(place: () => StorePlace): void {
  /** A channel that has a digest with the paper a/1, and a second version of the paper. */
  async function changed(): Promise<Store> {
    const store = await place().open();
    await subscribed(store, 'lake');
    await store.configureChannel(change({ followsUp: true }));
    await store.recordListing(listingOf('a/1', 'a/2'), noon);
    const parts = [{ json: '{}', nonce: 'digest' }];
    const digest = { channelId: 'channel', date: day, papers: ['a/1'], parts, consideredNewsNumber: 2, at: noon };
    await store.planDigest(digest);
    const entries = ['a/1', 'a/2'].map((id) => ({
      paper: { ...inventedPaper(id), version: 2 },
      announceType: 'replace' as const,
    }));
    await store.recordListing({ ...listingOf(), entries }, noon + 10);
    return store;
  }

  const heardOf = async (store: Store, asked = window) =>
    (await store.changedPapers(asked)).map(({ channel, changes }) => [
      channel.channelId,
      ...changes.map(({ paper, kind, at, date }) => [paper.id, paper.version, kind, at, date]),
    ]);

  describe('a follow-up', () => {
    it('is due for changed papers that a channel has received', async () => {
      const store = await changed();
      expect(await heardOf(store)).toEqual([['channel', ['a/1', 2, 'version', noon + 10, day]]]);
      expect(await heardOf(store, { ...window, changedSince: noon + 11 })).toEqual([]);
      expect(await heardOf(store, { ...window, deliveredSince: noon + 1 })).toEqual([]);
    });

    it('is planned once, with the message, after a restart as well', async () => {
      const store = await changed();
      expect(await store.planFollowUp(plan)).toBe(true);
      const restarted = await place().open();
      expect(await heardOf(restarted)).toEqual([]);
      expect(await restarted.planFollowUp(plan)).toBe(false);
      expect(await restarted.planFollowUp({ ...plan, date: '2030-01-01' })).toBe(false);
      // It does not belong to the digest of its day, and waits for it.
      expect((await restarted.deliveries('channel', day)).map((delivery) => delivery.part)).toEqual([1]);
      const [digest] = await restarted.claimDeliveries('worker', noon + 30, 10);
      expect(digest?.part).toBe(1);
      await restarted.settleDelivery('worker', digest?.id ?? 0, { state: 'sent', messageId: '1', at: noon + 30 });
      const [followUp] = await restarted.claimDeliveries('worker', noon + 30, 10);
      expect(followUp).toMatchObject({ part: followUpPart, nonce: 'follow-up', payload: { content: 'changed' } });
      const lost = { state: 'dropped', reason: 'refused', at: noon + 40 } as const;
      await restarted.settleDelivery('worker', followUp?.id ?? 0, lost);
      expect(await restarted.unnotifiedLosses(10)).toEqual([]);
    });

    it('is not planned for a channel that does not want it any more, or that is paused', async () => {
      const store = await changed();
      await store.configureChannel(change({ followsUp: false }));
      expect(await heardOf(store)).toEqual([]);
      expect(await store.planFollowUp(plan)).toBe(false);
      await store.configureChannel(change({ followsUp: true }));
      await store.pauseChannel('channel', noon + 15, null);
      expect(await heardOf(store)).toEqual([]);
      expect(await store.planFollowUp(plan)).toBe(false);
    });
  });
}
