import { type Meaning, withoutMeaning } from '../../meaning/meaning.ts';
import type { OpenOptions } from '../database.ts';
import type { Store, StoreCounts } from '../store.ts';
import { type Database, openDatabase, preparePlace, refuseMissing } from './file/database.ts';
import { databasePath } from './file/database-url.ts';
import { ownMigrations } from './file/migrations.ts';
import { takeSoleUse } from './file/process-lock.ts';
import { shareCommits, waitInVerbs } from './file/transaction.ts';
import type { Searching } from './search/search-calls.ts';
import { searchHere } from './search/search-here.ts';
import { beginIndexing, searchIndexVerbs } from './search/search-index.ts';
import { SearchThread, searchVerbs } from './search/search-thread.ts';
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
import { digestVerbs } from './verbs/digests.ts';
import { discussionVerbs } from './verbs/discussions.ts';
import { draftVerbs } from './verbs/drafts.ts';
import { enrichmentVerbs } from './verbs/enrichment.ts';
import { feedVerbs } from './verbs/feeds.ts';
import { followUpVerbs } from './verbs/follow-ups.ts';
import { healthVerbs } from './verbs/health.ts';
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

export interface SqliteStoreOptions extends OpenOptions {
  /** The folder of migrations from drizzle-kit. The default is the one of this project. */
  readonly migrationsFolder?: string;
}

/**
 * Opens the store in a SQLite file, and migrates the file first.
 * @throws StoreError if the database cannot be opened; its message is for the bot's host
 */
export async function openSqliteStore({
  url,
  migrationsFolder = ownMigrations,
  isBot = false,
  mustExist = false,
  meaning = withoutMeaning,
  searchesHere = false,
  ...backups
}: SqliteStoreOptions): Promise<Store> {
  const path = databasePath(url);
  if (mustExist) refuseMissing(path);
  const place = { ...backups, migrationsFolder, meaning, searchesHere };
  if (!isBot) return await storeAt(path, place);
  preparePlace(path);
  const release = takeSoleUse(path);
  try {
    return await storeAt(path, { ...place, release });
  } catch (error) {
    release();
    throw error;
  }
}

interface Place extends Pick<OpenOptions, 'at' | 'onBackup'> {
  readonly migrationsFolder: string;
  readonly meaning: Meaning;
  readonly searchesHere: boolean;
  /** Ends the process lock. Only the bot has one, and only its database is checked for damage. */
  readonly release?: () => void;
}

async function storeAt(path: string, place: Place): Promise<Store> {
  const { migrationsFolder, meaning, searchesHere, release, ...backups } = place;
  const db = openDatabase(path, migrationsFolder, { ...backups, isChecked: release !== undefined });
  try {
    beginIndexing(db);
    return storeOf(db, meaning, release, searchesHere ? searchHere(path, meaning) : undefined);
  } catch (error) {
    db.$client.close();
    throw error;
  }
}

/**
 * Makes the store of an open database, with the statements that run often.
 * @internal
 */
export function storeOf(
  db: Database,
  meaning: Meaning = withoutMeaning,
  release = () => {},
  searching: Searching = new SearchThread({ databasePath: db.$client.name, meaning }),
): Store {
  waitInVerbs(db);
  const commits = shareCommits(db);
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
    ...digestVerbs(db, commits, meaning),
    ...digestPaperVerbs(db),
    ...trailVerbs(db),
    ...deliveryVerbs(db, commits),
    ...destinationVerbs(db, commits),
    ...addressCodeVerbs(db),
    ...runVerbs(db, commits),
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
    ...vectorVerbs(db, meaning),
    ...weeklyReviewVerbs(db),
    ...readingListVerbs(db, keepPapers),
    ...storedDataVerbs(db),
    ...storedDigestVerbs(db),
    counts: async () => countAll(db),
    [Symbol.asyncDispose]: async () => {
      commits.flush();
      // The last connection to close cleans up the write-ahead log, and only this one may write.
      await searching[Symbol.asyncDispose]();
      db.$client.close();
      release();
    },
  };
}

function countAll(db: Database): StoreCounts {
  const count = (query: string): number => db.$client.prepare<[], number>(query).pluck().get() ?? 0;
  const states = db.$client
    .prepare<[], [string, number]>('select state, count(*) from deliveries group by state')
    .raw();
  return {
    papers: count('select count(*) from papers'),
    subscriptions: count('select count(*) from subscriptions where removed_at is null'),
    channels: count('select count(distinct channel_id) from subscriptions where removed_at is null'),
    deliveriesByState: Object.fromEntries(states.all()),
  };
}
