import { fileURLToPath } from 'node:url';
import type { Store, StoreCounts } from '../store.ts';
import { channelVerbs } from './channels.ts';
import { type Database, openDatabase, preparePlace } from './database.ts';
import { databasePath } from './database-url.ts';
import { deliveryVerbs } from './deliveries.ts';
import { digestVerbs } from './digests.ts';
import { draftVerbs } from './drafts.ts';
import { holdVerbs } from './holds.ts';
import { listingVerbs } from './listings.ts';
import { paperVerbs } from './papers.ts';
import { runVerbs } from './runs.ts';
import { searchVerbs } from './search.ts';
import { takeSoleUse } from './sole-use.ts';
import { subscriptionVerbs } from './subscriptions.ts';
import { shareCommits } from './transaction.ts';
import { upkeepVerbs } from './upkeep.ts';

export interface SqliteStoreOptions {
  /** DATABASE_URL: `file:data/paperboy.db`. The folder is made where it is missing. */
  readonly url: string;
  /** As drizzle-kit makes it; the project's own unless told otherwise. */
  readonly migrationsFolder?: string;
  /** Whether this is the bot: one alone may run on a database, and it looks it through for damage first. */
  readonly isBot?: boolean;
}

const ownMigrations = fileURLToPath(new URL('../../../migrations/sqlite', import.meta.url));

/**
 * Opens the store in a SQLite file, brought up to date first.
 * @throws StoreError where the database cannot be had; its message is for the bot's host
 */
export async function openSqliteStore({
  url,
  migrationsFolder = ownMigrations,
  isBot = false,
}: SqliteStoreOptions): Promise<Store> {
  const path = databasePath(url);
  if (!isBot) return storeOf(openDatabase(path, migrationsFolder));
  preparePlace(path);
  const release = takeSoleUse(path);
  try {
    return storeOf(openDatabase(path, migrationsFolder, true), release);
  } catch (error) {
    release();
    throw error;
  }
}

/** The store that an open database is; it prepares the statements that run often. */
export function storeOf(db: Database, release = () => {}): Store {
  const commits = shareCommits(db);
  return {
    ...listingVerbs(db),
    ...paperVerbs(db),
    ...searchVerbs(db),
    ...channelVerbs(db),
    ...subscriptionVerbs(db),
    ...draftVerbs(db),
    ...digestVerbs(db),
    ...deliveryVerbs(db, commits),
    ...runVerbs(db),
    ...holdVerbs(db),
    ...upkeepVerbs(db),
    counts: async () => countAll(db),
    [Symbol.asyncDispose]: async () => {
      commits.flush();
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
