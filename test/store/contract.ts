import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { describeAnnouncementVerbs } from './contract-announcements.ts';
import { describeBackfillVerbs } from './contract-backfill.ts';
import { describeChannelVerbs } from './contract-channels.ts';
import { describeDigestVerbs } from './contract-digests.ts';
import { describeEnrichmentVerbs } from './contract-enrichment.ts';
import { describeHoldVerbs } from './contract-holds.ts';
import { describeJoinedPapers } from './contract-joined.ts';
import { describeListingVerbs } from './contract-listings.ts';
import { describeLossVerbs } from './contract-losses.ts';
import { describeRunVerbs } from './contract-runs.ts';
import { describeSearchVerbs } from './contract-search.ts';
import { describeStatedIds } from './contract-stated.ts';
import { describeTrailVerb } from './contract-trail.ts';
import { describeUpkeepVerbs } from './contract-upkeep.ts';
import { describeUpvoteVerbs } from './contract-upvotes.ts';
import type { StorePlace } from './opened-store.ts';

/**
 * What every store does, whichever database it keeps things in. `newPlace` gives an empty one to each test. The contract
 * fails if none of its tests calls some verb of the store.
 */
export function describeStoreContract(name: string, emptyPlace: () => StorePlace): void {
  describe(`the store in ${name}`, () => {
    const calls = new Map<string, number>();
    const newPlace = (): StorePlace => countingPlace(emptyPlace(), calls);
    let place: StorePlace | null = null;
    const current = (): StorePlace => {
      place ??= newPlace();
      return place;
    };
    beforeEach(() => {
      place = null;
    });
    describeListingVerbs(current);
    describeAnnouncementVerbs(current);
    describeBackfillVerbs(current);
    describeJoinedPapers(newPlace);
    describeStatedIds(newPlace);
    describeSearchVerbs(current);
    describeChannelVerbs(current);
    describeDigestVerbs(current);
    describeHoldVerbs(current);
    describeRunVerbs(current);
    describeLossVerbs(current);
    describeTrailVerb(current);
    describeUpvoteVerbs(current);
    describeEnrichmentVerbs(current);
    describeUpkeepVerbs(current);
    // Runs last: it counts what the tests above called.
    it('is covered: the tests above call each of its verbs', () => {
      expect([...calls].filter(([, count]) => count === 0).map(([verb]) => verb)).toEqual([]);
    });
  });
}

/** The same place, whose stores count the calls of their verbs. */
const countingPlace = (place: StorePlace, calls: Map<string, number>): StorePlace => ({
  open: async () => countingStore(await place.open(), calls),
});

function countingStore(store: Store, calls: Map<string, number>): Store {
  for (const verb of Object.keys(store)) calls.set(verb, calls.get(verb) ?? 0);
  return new Proxy(store, {
    get(target, name, receiver) {
      if (typeof name === 'string') calls.set(name, (calls.get(name) ?? 0) + 1);
      return Reflect.get(target, name, receiver);
    },
  });
}
