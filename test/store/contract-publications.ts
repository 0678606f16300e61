import { describe, expect, it } from 'vitest';
import type { ChannelKind } from '../../src/digests/channel-kind.ts';
import type { DigestPlan, Settlement } from '../../src/store/outbox.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs, hourMs, minuteMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { inventedPaper, listingOf, noon } from './invented-listings.ts';
import { change, planOf } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

const sent = { state: 'sent', messageId: 'message', at: noon } as const;

/** Tests of the verbs for the publication of digests. */
export function describePublicationVerbs(place: () => StorePlace): void {
  interface Scene extends Partial<DigestPlan> {
    readonly kind?: ChannelKind;
    readonly settlement?: Settlement;
    readonly publishes?: boolean;
  }
  /** A posted digest of a channel. */
  async function posted(scene: Scene = {}): Promise<Store> {
    const { kind = 'announcement', settlement = sent, publishes = true, ...plan } = scene;
    const store = await place().open();
    await subscribed(store, 'lake');
    await store.noteChannels('guild', new Map([['channel', { name: null, kind }]]));
    if (!publishes) await store.configureChannel(change({ publishes }));
    await store.recordListing(listingOf('a/1'), noon);
    await store.planDigest(planOf(2, { papers: ['a/1'], ...plan }));
    for (const _part of [1, 2]) {
      for (const { id } of await store.claimDeliveries('worker', noon, 1))
        await store.settleDelivery('worker', id, settlement);
    }
    return store;
  }
  const due = (store: Store, now = noon) => store.duePublications(now, 10);
  const states = async (store: Store) => (await store.publications('channel', '2026-03-02')).map(({ state }) => state);

  describe('publications', () => {
    it('begin with the settlement of a posted message, in order', async () => {
      const store = await posted();
      expect(await due(store)).toEqual(
        (await store.deliveries('channel', '2026-03-02')).map(({ id }) => ({
          ...{ deliveryId: id, channelId: 'channel', guildId: 'guild', date: '2026-03-02' },
          ...{ messageId: 'message', sentAt: noon, isWanted: true },
        })),
      );
      expect(await store.duePublications(noon, 1)).toHaveLength(1);
      expect(await due(store, noon - 1)).toEqual([]);
    });

    it.each([
      ['in a text channel', { kind: 'text' }],
      ['in a channel that does not publish', { publishes: false }],
      ['of a message in a thread', { settlement: { ...sent, threadId: 'thread' } }],
      ['of a message that a moderator deleted', { settlement: { ...sent, messageId: null } }],
      ['of a message that was not posted', { settlement: { state: 'dropped', reason: 'refused', at: noon } }],
      ['of a day without papers', { papers: [] }],
    ] satisfies [string, Scene][])('do not begin %s', async (_where, scene) => {
      const store = await posted(scene);
      expect(await due(store)).toEqual([]);
      expect(await states(store)).toEqual([]);
    });

    it('do not begin for a header whose papers stand in a thread', async () => {
      const thread = { opens: 'thread', name: 'papers' };
      const parts = [1, 2].map((part) => ({ json: JSON.stringify({ thread }), nonce: `nonce-${part}` }));
      expect(await due(await posted({ parts }))).toHaveLength(1);
    });

    it('do not begin for a message after the digest', async () => {
      const store = await posted();
      await store.configureChannel(change({ followsUp: true }));
      const entries = [{ paper: { ...inventedPaper('a/1'), version: 2 }, announceType: 'replace' as const }];
      await store.recordListing({ ...listingOf(), entries }, noon + hourMs);
      const part = { json: '{}', nonce: 'follow-up' };
      const changes = [{ id: 'a/1', kind: 'version' as const }];
      const plan = { channelId: 'channel', date: '2026-03-02', changes, part, at: noon + hourMs };
      expect(await store.planFollowUp(plan)).toBe(true);
      const [followUp] = await store.claimDeliveries('worker', noon + hourMs, 1);
      await store.settleDelivery('worker', followUp?.id ?? 0, { ...sent, at: noon + hourMs });
      expect(await states(store)).toEqual(['waiting', 'waiting']);
    });

    it('wait until their time, and end once', async () => {
      const store = await posted();
      const [first = 0, second = 0] = (await due(store)).map(({ deliveryId }) => deliveryId);
      await store.settlePublication(first, { state: 'waiting', dueAt: noon + hourMs, reason: 'too many' });
      await store.settlePublication(second, { state: 'published' });
      expect(await due(store, noon + hourMs - 1)).toEqual([]);
      expect(await due(store, noon + hourMs)).toMatchObject([{ deliveryId: first }]);
      expect(await store.publications('channel', '2026-03-02')).toEqual([
        { state: 'waiting', dueAt: noon + hourMs, reason: 'too many' },
        { state: 'published', dueAt: null, reason: null },
      ]);
      await store.settlePublication(first, { state: 'given-up', reason: 'too long' });
      await store.settlePublication(first, { state: 'published' });
      await store.settlePublication(second, { state: 'waiting', dueAt: noon, reason: 'again' });
      expect(await states(store)).toEqual(['given-up', 'published']);
      expect(await due(store, noon + dayMs)).toEqual([]);
    });

    it('are due at once if a wrong clock put them more than a day ahead', async () => {
      const store = await posted();
      for (const { deliveryId } of await due(store)) {
        await store.settlePublication(deliveryId, { state: 'waiting', dueAt: noon + 3 * dayMs, reason: 'too many' });
      }
      expect(await due(store, noon + minuteMs)).toHaveLength(2);
    });

    it('say whether the channel still wants them', async () => {
      const store = await posted();
      await store.configureChannel(change({ publishes: false }));
      const [first] = await due(store);
      expect(first).toMatchObject({ isWanted: false });
      await store.settlePublication(first?.deliveryId ?? 0, { state: 'cancelled' });
      expect(await states(store)).toEqual(['cancelled', 'waiting']);
    });
  });
}
