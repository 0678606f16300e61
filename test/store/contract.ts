import { beforeEach, describe } from 'vitest';
import { describeAnnouncementVerbs } from './contract-announcements.ts';
import { describeBackfillVerbs } from './contract-backfill.ts';
import { describeChannelVerbs } from './contract-channels.ts';
import { describeDigestVerbs } from './contract-digests.ts';
import { describeEnrichmentVerbs } from './contract-enrichment.ts';
import { describeJoinedPapers } from './contract-joined.ts';
import { describeListingVerbs } from './contract-listings.ts';
import { describeLossVerbs } from './contract-losses.ts';
import { describeSearchVerbs } from './contract-search.ts';
import { describeStatedIds } from './contract-stated.ts';
import { describeTrailVerb } from './contract-trail.ts';
import { describeUpkeepVerbs } from './contract-upkeep.ts';
import { describeUpvoteVerbs } from './contract-upvotes.ts';
import type { StorePlace } from './opened-store.ts';

/** What every store does, whichever database it keeps things in. `newPlace` gives an empty one to each test. */
export function describeStoreContract(name: string, newPlace: () => StorePlace): void {
  describe(`the store in ${name}`, () => {
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
    describeLossVerbs(current);
    describeTrailVerb(current);
    describeUpvoteVerbs(current);
    describeEnrichmentVerbs(current);
    describeUpkeepVerbs(current);
  });
}
