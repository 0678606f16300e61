import { beforeEach, describe, expect, it, type RunnerTestSuite } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { describeAddressCodeVerbs } from './contract-address-codes.ts';
import { describeAnnouncementVerbs } from './contract-announcements.ts';
import { describeBackfillVerbs } from './contract-backfill.ts';
import { describeChannelVerbs } from './contract-channels.ts';
import { describeClubVerbs } from './contract-clubs.ts';
import { describeDestinationVerbs } from './contract-destinations.ts';
import { describeDigestPapers } from './contract-digest-papers.ts';
import { describeDigestVerbs } from './contract-digests.ts';
import { describeDiscussionVerbs } from './contract-discussions.ts';
import { describeDuplicates } from './contract-duplicates.ts';
import { describeEnrichmentVerbs } from './contract-enrichment.ts';
import { describeFeedVerbs } from './contract-feeds.ts';
import { describeFollowUpVerbs } from './contract-follow-ups.ts';
import { describeHealthVerbs } from './contract-health.ts';
import { describeHoldVerbs } from './contract-holds.ts';
import { describeLeaseVerbs } from './contract-leases.ts';
import { describeListingVerbs } from './contract-listings.ts';
import { describeLossVerbs } from './contract-losses.ts';
import { describeMarkVerbs } from './contract-marks.ts';
import { describeMergedPapers } from './contract-merged.ts';
import { describeOnboardingVerbs } from './contract-onboarding.ts';
import { describePingVerbs } from './contract-pings.ts';
import { describePlaceVerbs } from './contract-places.ts';
import { describePublicationVerbs } from './contract-publications.ts';
import { describeReadingListVerbs } from './contract-reading-lists.ts';
import { describeRunVerbs } from './contract-runs.ts';
import { describeSearchVerbs } from './contract-search.ts';
import { describeSettingsVerbs } from './contract-settings.ts';
import { describeStatedIds } from './contract-stated.ts';
import { describeStatisticsVerb } from './contract-statistics.ts';
import { describeStoredDataVerbs } from './contract-stored-data.ts';
import { describeStoredDigests } from './contract-stored-digests.ts';
import { describeTrailVerb } from './contract-trail.ts';
import { describeUpkeepVerbs } from './contract-upkeep.ts';
import { describeUpvoteVerbs } from './contract-upvotes.ts';
import { describeVectorVerbs } from './contract-vectors.ts';
import { describeWeeklyReviewVerbs } from './contract-weekly-reviews.ts';
import type { StorePlace } from './opened-store.ts';

/**
 * The tests that every store passes, whichever database it uses. The last one fails if no test calls some verb.
 * @param emptyPlace gives each test an empty database
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
    describeMergedPapers(newPlace);
    describeStatedIds(newPlace);
    describeDuplicates(newPlace);
    describeSearchVerbs(current);
    describeChannelVerbs(current);
    describeDigestVerbs(current);
    describeDigestPapers(current);
    describeDestinationVerbs(current);
    describeAddressCodeVerbs(current);
    describeHoldVerbs(current);
    describePlaceVerbs(current);
    describeDiscussionVerbs(current);
    describeClubVerbs(current);
    describeSettingsVerbs(current);
    describeOnboardingVerbs(current);
    describeFollowUpVerbs(current);
    describeWeeklyReviewVerbs(current);
    describeFeedVerbs(current);
    describeRunVerbs(current);
    describeLossVerbs(current);
    describeMarkVerbs(current);
    describePingVerbs(current);
    describePublicationVerbs(current);
    describeTrailVerb(current);
    describeStatisticsVerb(current);
    describeUpvoteVerbs(current);
    describeEnrichmentVerbs(current);
    describeStoredDataVerbs(current);
    describeUpkeepVerbs(current);
    describeHealthVerbs(current);
    describeLeaseVerbs(current);
    describeVectorVerbs(current);
    describeReadingListVerbs(current);
    describeStoredDigests(current);
    // Runs last: it counts what the tests above called.
    it('is covered: the tests above call each of its verbs', ({ task, skip }) => {
      skip(!isWhole(task.suite), 'Only some tests of the contract run.');
      expect([...calls].filter(([, count]) => count === 0).map(([verb]) => verb)).toEqual([]);
    });
  });
}

/** Whether every test of the suite runs: `-t` and `.only` leave some out. */
const isWhole = (suite: RunnerTestSuite | undefined): boolean =>
  suite?.tasks.every((task) => (task.type === 'suite' ? isWhole(task) : task.mode !== 'skip')) ?? true;

/** The same place, whose stores count the calls of their verbs. */
const countingPlace = (place: StorePlace, calls: Map<string, number>): StorePlace => ({
  open: async () => countingStore(await place.open(), calls),
});

function countingStore(store: Store, calls: Map<string, number>): Store {
  for (const [verb, value] of Object.entries(store))
    if (typeof value === 'function') calls.set(verb, calls.get(verb) ?? 0);
  return new Proxy(store, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof name !== 'string' || typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        calls.set(name, (calls.get(name) ?? 0) + 1);
        return Reflect.apply(value, target, given);
      };
    },
  });
}
