import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { largeListing, noon } from '../invented-listings.ts';
import { sqlitePlace } from '../opened-store.ts';

const taker = { workerId: 'other', kind: null, inHand: [] };
const child = fileURLToPath(new URL('crash-child.ts', import.meta.url));

/** Checks of the database after the process died right after the acknowledgement of a verb. */
async function afterCrash(verb: string, acknowledgement = `acknowledged ${verb}`): Promise<Store> {
  const place = sqlitePlace();
  const { stdout, stderr, signal } = spawnSync(process.execPath, [child, place.path, verb], { encoding: 'utf8' });
  expect({ stdout, signal }, stderr).toEqual({ stdout: acknowledgement, signal: 'SIGKILL' });
  return place.open();
}

it.each<[string, (store: Store) => Promise<unknown>]>([
  ['recordListing', async (store) => expect(await store.lastNewsNumber()).toBe(2)],
  ['subscribe', async (store) => expect(await store.subscriptions('guild')).toHaveLength(1)],
  ['planDigest', async (store) => expect(await store.deliveries('channel', '2026-03-02')).toHaveLength(2)],
  [
    'claimDeliveries',
    async (store) => {
      expect(await store.takeOverDeliveries(taker, 9)).toMatchObject([{ part: 1, state: 'sending', attempts: 1 }]);
      expect(await store.claimDeliveries('worker', noon, 10)).toEqual([]);
    },
  ],
  [
    'settleDelivery',
    async (store) => {
      expect(await store.takeOverDeliveries(taker, 9)).toEqual([]);
      expect(await store.claimDeliveries('worker', noon, 10)).toMatchObject([{ part: 2 }]);
    },
  ],
  [
    'planTogether',
    async (store) => {
      for (const channelId of ['one', 'other']) expect(await store.deliveries(channelId, '2026-03-02')).toHaveLength(1);
    },
  ],
])('the acknowledged work of %s is stored after the process was killed', async (verb, expectKept) => {
  await expectKept(await afterCrash(verb));
});

it('a listing is not stored if the process was killed while recording it, and is complete when recorded again', async () => {
  const store = await afterCrash('deadlyListing', 'died within');
  const listingsBefore = await store.recentListings(10);
  expect(listingsBefore).toMatchObject([{ counts: { new: 2 } }]);
  expect(await store.lastNewsNumber()).toBe(2);
  const { announced, fresh, unchanged } = await store.recordListing(largeListing(), noon);
  expect(announced).toBe(500);
  expect(unchanged).toBeGreaterThan(0);
  expect(fresh + unchanged).toBe(500);
  expect(await store.listing('arxiv', '2026-03-02')).toMatchObject({ counts: { new: 502 } });
  expect(await store.newsAfter(0, 1_000)).toHaveLength(502);
});
