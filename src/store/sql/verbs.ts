import type { Meaning } from '../../meaning/meaning.ts';
import type { Store, StoreCounts } from '../store.ts';
import type { Connection } from './connection.ts';
import type { Searching } from './search/search-calls.ts';
import { searchIndexVerbs } from './search/search-index.ts';
import { searchVerbs } from './search/search-verbs.ts';
import { paperRecorder } from './tables/paper-records.ts';
import { addressCodeVerbs } from './verbs/address-codes.ts';
import { announcementVerbs } from './verbs/announcements.ts';
import { backfillVerbs } from './verbs/backfill.ts';
import { blockVerbs } from './verbs/blocks.ts';
import { placeVerbs } from './verbs/channel-places.ts';
import { channelVerbs } from './verbs/channels.ts';
import { clubVerbs } from './verbs/clubs.ts';
import { deliveryVerbs } from './verbs/deliveries.ts';
import { destinationVerbs } from './verbs/destinations.ts';
import { digestPaperVerbs } from './verbs/digest-papers.ts';
import { digestPlanVerbs } from './verbs/digest-plans.ts';
import { digestVerbs } from './verbs/digests.ts';
import { discussionVerbs } from './verbs/discussions.ts';
import { draftVerbs } from './verbs/drafts.ts';
import { enrichmentVerbs } from './verbs/enrichment.ts';
import { feedVerbs } from './verbs/feeds.ts';
import { followUpVerbs } from './verbs/follow-ups.ts';
import { healthVerbs } from './verbs/health.ts';
import { leaseVerbs } from './verbs/leases.ts';
import { listingVerbs } from './verbs/listings.ts';
import { lossVerbs } from './verbs/losses.ts';
import { markVerbs } from './verbs/marks.ts';
import { onboardingVerbs } from './verbs/onboarding.ts';
import { trailVerbs } from './verbs/paper-trail.ts';
import { paperVerbs } from './verbs/papers.ts';
import { pauseVerbs } from './verbs/pauses.ts';
import { pingVerbs } from './verbs/pings.ts';
import { publicationVerbs } from './verbs/publications.ts';
import { readingListVerbs } from './verbs/reading-lists.ts';
import { runVerbs } from './verbs/runs.ts';
import { settingsDraftVerbs } from './verbs/settings-drafts.ts';
import { storedDataVerbs } from './verbs/stored-data.ts';
import { storedDigestVerbs } from './verbs/stored-digests.ts';
import { subscriptionVerbs } from './verbs/subscriptions.ts';
import { upkeepVerbs } from './verbs/upkeep.ts';
import { upvoteVerbs } from './verbs/upvotes.ts';
import { vectorVerbs } from './verbs/vectors.ts';
import { weeklyReviewVerbs } from './verbs/weekly-reviews.ts';

/** The verbs of a store: everything except how it ends. */
export type StoreVerbs = Omit<Store, typeof Symbol.asyncDispose>;

/** Makes the verbs of one connection, with the statements that run often. */
export function verbsOf(db: Connection, meaning: Meaning, searching: Searching): StoreVerbs {
  // Several groups of verbs share it, because it prepares more statements than everything else together.
  const keepPapers = paperRecorder(db);
  return {
    meaning,
    ...listingVerbs(db, keepPapers),
    ...backfillVerbs(db, keepPapers),
    ...announcementVerbs(db),
    ...paperVerbs(db),
    ...searchVerbs(searching, meaning),
    ...searchIndexVerbs(db),
    ...channelVerbs(db),
    ...subscriptionVerbs(db),
    ...draftVerbs(db),
    ...settingsDraftVerbs(db),
    ...onboardingVerbs(db),
    ...followUpVerbs(db),
    ...feedVerbs(db),
    ...digestVerbs(db, meaning),
    ...digestPlanVerbs(db),
    ...digestPaperVerbs(db),
    ...trailVerbs(db),
    ...deliveryVerbs(db),
    ...destinationVerbs(db),
    ...addressCodeVerbs(db),
    ...runVerbs(db),
    ...pauseVerbs(db),
    ...blockVerbs(db),
    ...placeVerbs(db),
    ...discussionVerbs(db),
    ...clubVerbs(db),
    ...lossVerbs(db),
    ...markVerbs(db),
    ...pingVerbs(db),
    ...publicationVerbs(db),
    ...upvoteVerbs(db, keepPapers),
    ...enrichmentVerbs(db, keepPapers),
    ...upkeepVerbs(db),
    ...healthVerbs(db),
    ...leaseVerbs(db),
    ...vectorVerbs(db, meaning),
    ...weeklyReviewVerbs(db),
    ...readingListVerbs(db, keepPapers),
    ...storedDataVerbs(db),
    ...storedDigestVerbs(db),
    counts: db.reading(() => countAll(db)),
  };
}

async function countAll(db: Connection): Promise<StoreCounts> {
  const count = async (query: string): Promise<number> => (await db.prepare<[], number>(query).pluck().get()) ?? 0;
  const states = db.prepare<[], [string, number]>('select state, count(*) from deliveries group by state').raw();
  return {
    papers: await count('select count(*) from papers'),
    subscriptions: await count('select count(*) from subscriptions where removed_at is null'),
    channels: await count('select count(distinct channel_id) from subscriptions where removed_at is null'),
    deliveriesByState: Object.fromEntries(await states.all()),
  };
}
