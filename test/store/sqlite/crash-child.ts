/**
 * A process that kills itself, for `crash.test.ts`. `node crash-child.ts <database> <verb>` runs the verbs up to and
 * including that verb, reports that it was acknowledged, and ends at once without closing anything.
 */

import { writeSync } from 'node:fs';
import { yieldTurn } from '../../../src/cooperate.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { largeListing, listingOf, noon } from '../invented-listings.ts';
import { planOf, request } from '../invented-requests.ts';

const [path, last] = process.argv.slice(2);
const store = await openSqliteStore({ url: `file:${path}` });

/** Dies while recording a listing, when some of its papers are written. */
async function recordDeadly(): Promise<void> {
  const { papers } = await store.counts();
  void store.recordListing(largeListing(), noon);
  while ((await store.counts()).papers === papers) await yieldTurn();
  writeSync(1, 'died within');
  process.kill(process.pid, 'SIGKILL');
}

/** Plans the digests of two channels in one turn of the event loop, and ends when the first of them is acknowledged. */
async function planTogether(): Promise<void> {
  const channels = ['one', 'other'];
  for (const channelId of channels) await store.subscribe(request('lake', { channelId }));
  await Promise.race(channels.map((channelId) => store.planDigest(planOf(1, { channelId, papers: ['a/1'] }))));
}

const verbs: Readonly<Record<string, () => Promise<unknown>>> = {
  recordListing: () => store.recordListing(listingOf('a/1', 'a/2'), noon),
  subscribe: () => store.subscribe(request('lake')),
  planDigest: () => store.planDigest(planOf(2, { papers: ['a/1'] })),
  claimDeliveries: () => store.claimDeliveries('worker', noon, 1),
  settleDelivery: () => store.settleDelivery('worker', 1, { state: 'sent', messageId: 'message', at: noon }),
  planTogether,
  deadlyListing: recordDeadly,
};

for (const [name, verb] of Object.entries(verbs)) {
  await verb();
  if (name !== last) continue;
  writeSync(1, `acknowledged ${name}`);
  process.kill(process.pid, 'SIGKILL');
}
