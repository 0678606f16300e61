/**
 * A process that kills itself, run by `crash.test.ts`: `node crash-child.ts <database> <verb>` does all up to and with
 * that verb, tells that it was acknowledged, and is gone the same moment, without closing anything.
 */
import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { inventedListing, inventedPaper, listed, listingOf, noon } from '../invented-listings.ts';
import { planOf, request } from '../invented-requests.ts';

const [path, last] = process.argv.slice(2);
const store = await openSqliteStore({ url: `file:${path}` });

/** A listing in whose midst the process dies, when most of it is written. */
function deadlyListing() {
  const entries = Array.from({ length: 50 }, (_, index) => listed(inventedPaper(`b/${index}`)));
  const { paper } = listed(inventedPaper('b/deadly'));
  const deadly = {
    paper,
    get announceType() {
      writeSync(1, 'died within');
      process.kill(process.pid, 'SIGKILL');
      return 'new' as const;
    },
  };
  return inventedListing([...entries, deadly]);
}

const verbs: Readonly<Record<string, () => Promise<unknown>>> = {
  recordListing: () => store.recordListing(listingOf('a/1', 'a/2'), noon),
  subscribe: () => store.subscribe(request('lake')),
  planDigest: () => store.planDigest(planOf(2, { papers: ['a/1'] })),
  claimDeliveries: () => store.claimDeliveries(noon, 1),
  settleDelivery: () => store.settleDelivery(1, { state: 'sent', messageId: 'message', at: noon }),
  deadlyListing: () => store.recordListing(deadlyListing(), noon),
};

for (const [name, verb] of Object.entries(verbs)) {
  await verb();
  if (name !== last) continue;
  writeSync(1, `acknowledged ${name}`);
  process.kill(process.pid, 'SIGKILL');
}
