import { describe, expect, it } from 'vitest';
import { datesUpTo, dayMs, hourMs } from '../../src/time.ts';
import { subscribed } from './contract-channels.ts';
import { listingOf, noon } from './invented-listings.ts';
import { channelDefaults, planOf, runOf } from './invented-requests.ts';
import type { StorePlace } from './opened-store.ts';

/** Tests of the verbs for runs of digests, and for the next digest and delivery. */
export function describeRunVerbs(place: () => StorePlace): void {
  describe('a run of a digest', () => {
    it('is stored as it was last recorded, with the time when it was first due', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      expect(await store.digestRun('channel', '2026-03-02')).toBeNull();
      await store.recordRun(runOf('2026-03-02'));
      expect(await store.digestRun('channel', '2026-03-02')).toMatchObject(runOf('2026-03-02'));
      const later = { state: 'quiet', announced: 7, at: noon + hourMs } as const;
      await store.recordRun(runOf('2026-03-02', { ...later, since: noon + hourMs }));
      expect(await store.digestRun('channel', '2026-03-02')).toMatchObject({ ...later, since: noon });
      expect(await store.digestRun('elsewhere', '2026-03-02')).toBeNull();
      const run = await store.digestRun('channel', '2026-03-02');
      expect(await store.digestRunsOn('2026-03-02', ['channel', 'elsewhere'])).toEqual(new Map([['channel', run]]));
    });

    it('is read newest day first, up to a limit', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      for (const date of ['2026-03-02', '2026-03-04', '2026-03-03']) await store.recordRun(runOf(date));
      const datesOf = async (limit: number) => (await store.digestRuns('channel', limit)).map(({ date }) => date);
      expect(await datesOf(2)).toEqual(['2026-03-04', '2026-03-03']);
      expect(await datesOf(9)).toEqual(['2026-03-04', '2026-03-03', '2026-03-02']);
      expect(await store.digestRuns('elsewhere', 9)).toEqual([]);
    });
  });

  describe('the listings of earlier digests', () => {
    it('are all that a digest was made without, and those that the last digests had', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      const first = { source: 'arxiv', date: '2026-03-01' } as const;
      const second = { source: 'arxiv', date: '2026-03-02' } as const;
      const missing = [{ ...first, name: 'arXiv', state: 'waiting' }] as const;
      await store.recordRun(runOf(first.date, { state: 'planned', missing, counted: [] }));
      await store.recordRun(
        runOf(second.date, { state: 'quiet', missing: [], counted: [{ ...second, categories: [] }] }),
      );
      await store.recordRun(runOf('2026-03-03', { state: 'waiting', missing }));
      const had = { ...second, isMissing: false };
      expect(await store.earlierListings('channel', first.date)).toEqual([had, { ...first, isMissing: true }]);
      expect(await store.earlierListings('channel', second.date)).toEqual([had]);
      expect(await store.earlierListings('elsewhere', first.date)).toEqual([]);
    });

    it('are those of the last 14 digests, where the digests had them', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      const dates = datesUpTo('2026-03-20', 16);
      for (const date of dates) {
        const counted = [{ source: 'arxiv', date, categories: [] }] as const;
        await store.recordRun(runOf(date, { state: 'planned', missing: [], counted }));
      }
      const found = await store.earlierListings('channel', '2026-01-01');
      expect(found.map(({ date }) => date)).toEqual(dates.slice(2).reverse());
    });
  });

  describe('the next digest', () => {
    it('is found and corrected if it is later than any schedule allows', async () => {
      const store = await place().open();
      await subscribed(store, 'lake', { defaults: { ...channelDefaults, nextDigestAt: noon + 400 * dayMs } });
      expect(await store.strayChannels(noon + 400 * dayMs)).toEqual([]);
      expect(await store.strayChannels(noon + 9 * dayMs)).toMatchObject([
        { channelId: 'channel', nextDigestAt: noon + 400 * dayMs },
      ]);
      const corrected = await store.correctNextDigest('channel', noon);
      expect(await store.strayChannels(noon + 9 * dayMs)).toEqual([]);
      expect(corrected).toMatchObject({ nextDigestAt: Date.parse('2026-03-03T09:00Z'), lastDigestDate: null });
      expect(await store.channel('channel')).toEqual(corrected);
    });
  });

  describe('the next delivery', () => {
    it('is the earliest one after the given moment', async () => {
      const store = await place().open();
      await subscribed(store, 'lake');
      expect(await store.nextDeliveryAt(noon)).toBeNull();
      await store.recordListing(listingOf('a/1'), noon);
      await store.planDigest(planOf(1, { papers: ['a/1'] }));
      const [delivery] = await store.claimDeliveries('worker', noon, 1);
      const retry = { state: 'retry', reason: 'busy', dueAt: noon + hourMs } as const;
      await store.settleDelivery('worker', delivery?.id ?? 0, retry);
      expect(await store.nextDeliveryAt(noon)).toBe(noon + hourMs);
      expect(await store.nextDeliveryAt(noon + hourMs)).toBeNull();
    });
  });
}
