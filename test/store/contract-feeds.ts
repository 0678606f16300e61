import { describe, expect, it } from 'vitest';
import type { FeedRequest } from '../../src/store/feeds.ts';
import { dayMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { listingOf, noon } from './invented-listings.ts';
import { change, planOf } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

/** Tests of the verbs for feeds. */
export function describeFeedVerbs(place: () => StorePlace): void {
  /** A request that gets the secrets `a-1`, `a-2` and so on. */
  const requestOf = (letter: string, fields: Partial<FeedRequest> = {}): FeedRequest => {
    let made = 0;
    const newSecret = () => {
      made += 1;
      return `${letter}-${made}`;
    };
    return { guildId: 'guild', channelId: 'channel', at: noon, newSecret, ...fields };
  };

  async function withTopics(...topics: readonly string[]) {
    const store = await place().open();
    for (const topic of topics) await subscribed(store, topic);
    return store;
  }

  describe('feeds', () => {
    it('are made once for the digests and each topic of a channel, and found by their secrets', async () => {
      const store = await withTopics('lake', 'tides');
      const made = await store.openFeeds(requestOf('a'));
      expect(made).toEqual([
        { secret: 'a-1', topic: null },
        { secret: 'a-2', topic: 'lake' },
        { secret: 'a-3', topic: 'tides' },
      ]);
      await subscribed(store, 'kelp');
      const again = await store.openFeeds(requestOf('b', { at: noon + dayMs }));
      expect(again).toEqual([...(made ?? []), { secret: 'b-1', topic: 'kelp' }]);
      const digests = { guildId: 'guild', channelId: 'channel', topic: null, subscriptionId: null, createdAt: noon };
      expect(await store.feedBySecret('a-1')).toEqual({
        ...digests,
        channelName: null,
        language: 'en',
        lastDigestDate: null,
      });
      expect(await store.feedBySecret('a-2')).toMatchObject({ topic: 'lake', subscriptionId: expect.any(Number) });
      for (const wrong of ['', 'a', 'A-1', 'a-9']) expect(await store.feedBySecret(wrong)).toBeNull();
    });

    it('show the name and the language of the channel, and its last digest', async () => {
      const store = await withTopics('lake');
      await store.configureChannel(change({ language: 'de' }));
      await store.noteChannels('guild', new Map([['channel', { name: 'papers', kind: 'text' }]]));
      await store.planDigest(planOf(1));
      await store.openFeeds(requestOf('a'));
      expect(await store.feedBySecret('a-1')).toMatchObject({
        channelName: 'papers',
        language: 'de',
        lastDigestDate: '2026-03-02',
      });
    });

    it('are only for the guild of the channel', async () => {
      const store = await withTopics('lake');
      await store.openFeeds(requestOf('a'));
      expect(await store.openFeeds(requestOf('b', { guildId: 'other' }))).toBeNull();
      expect(await store.renewFeeds(requestOf('b', { guildId: 'other' }))).toBeNull();
      expect(await store.openFeeds(requestOf('b', { channelId: 'unknown' }))).toBeNull();
      expect(await store.revokeFeeds('other', 'channel')).toBe(0);
      expect(await store.feedBySecret('a-1')).not.toBeNull();
    });

    it('get other secrets, and end when they are revoked', async () => {
      const store = await withTopics('lake');
      await store.openFeeds(requestOf('a'));
      expect(await store.renewFeeds(requestOf('b'))).toMatchObject([{ secret: 'b-1' }, { secret: 'b-2' }]);
      expect(await store.feedBySecret('a-1')).toBeNull();
      expect(await store.revokeFeeds('guild', 'channel')).toBe(2);
      for (const secret of ['a-2', 'b-1', 'b-2']) expect(await store.feedBySecret(secret)).toBeNull();
      expect(await store.revokeFeeds('guild', 'channel')).toBe(0);
    });

    it('of a removed subscription or guild show nothing until it is back', async () => {
      const store = await withTopics('lake', 'tides');
      await store.openFeeds(requestOf('a'));
      const [lake] = await store.subscriptions('guild');
      await store.unsubscribe('guild', lake?.id ?? 0, noon);
      expect(await store.feedBySecret('a-2')).toBeNull();
      expect(await store.openFeeds(requestOf('b'))).toMatchObject([{ topic: null }, { topic: 'tides' }]);
      await store.restoreSubscription('guild', lake?.id ?? 0, 25);
      expect(await store.feedBySecret('a-2')).toMatchObject({ topic: 'lake' });
      await store.noteGuildRemoved('guild', noon);
      for (const secret of ['a-1', 'a-2']) expect(await store.feedBySecret(secret)).toBeNull();
      await store.noteGuildReturned('guild');
      expect(await store.feedBySecret('a-1')).not.toBeNull();
    });

    it('are deleted with their guild, and neither shown nor left by its data', async () => {
      const store = await withTopics('lake');
      await store.openFeeds(requestOf('a'));
      const { feeds } = await store.storedData({ guildId: 'guild' });
      expect(feeds).toHaveLength(2);
      expect(JSON.stringify(feeds)).not.toMatch(/a-[12]|[0-9a-f]{64}/);
      expect(await store.eraseData({ guildId: 'guild' })).toEqual({ kind: 'erased', rows: 4 });
      expect(await store.feedBySecret('a-1')).toBeNull();
      await subscribed(store, 'lake');
      await store.openFeeds(requestOf('b'));
      await store.noteGuildRemoved('guild', noon);
      while (await store.deleteGuildSome('guild'));
      await store.noteGuildReturned('guild');
      expect(await store.feedBySecret('b-1')).toBeNull();
    });

    it('have the papers of the digests, the newest digest first, and say when papers became news', async () => {
      const store = await withTopics('lake');
      await store.recordListing(listingOf('a/1', 'a/2', 'a/3'), noon);
      await store.planDigest(planOf(1, { papers: ['a/3', 'a/1'] }));
      const next = { date: '2026-03-03', papers: ['a/2'], at: noon + dayMs };
      await store.planDigest(planOf(1, { ...next, parts: [{ json: '{}', nonce: 'nonce-9' }] }));
      const papers = await store.newestDigestPapers('channel', 9);
      expect(papers.map(({ paper, date, at }) => [paper.id, date, at])).toEqual([
        ['a/2', '2026-03-03', noon + dayMs],
        ['a/3', '2026-03-02', noon],
        ['a/1', '2026-03-02', noon],
      ]);
      expect(await store.newestDigestPapers('channel', 1)).toHaveLength(1);
      expect(await store.newestDigestPapers('other', 9)).toEqual([]);
      expect(await store.newsTimes(['a/2', 'a/9'])).toEqual(new Map([['a/2', noon]]));
    });
  });
}
