import { fileURLToPath } from 'node:url';
import type { Store, StoreCounts } from '../store.ts';
import { channelVerbs } from './channels.ts';
import { type Database, openDatabase } from './database.ts';
import { databasePath } from './database-url.ts';
import { deliveryVerbs } from './deliveries.ts';
import { digestVerbs } from './digests.ts';
import { draftVerbs } from './drafts.ts';
import { holdVerbs } from './holds.ts';
import { listingVerbs } from './listings.ts';
import { paperVerbs } from './papers.ts';
import { runVerbs } from './runs.ts';
import { searchVerbs } from './search.ts';
import { subscriptionVerbs } from './subscriptions.ts';
import { shareCommits } from './transaction.ts';
import { upkeepVerbs } from './upkeep.ts';

export interface SqliteStoreOptions {
  /** DATABASE_URL: `file:data/paperboy.db`. The folder is made where it is missing. */
  readonly url: string;
  /** As drizzle-kit makes it; the project's own unless told otherwise. */
  readonly migrationsFolder?: string;
}

const ownMigrations = fileURLToPath(new URL('../../../migrations/sqlite', import.meta.url));

/**
 * Opens the store in a SQLite file, brought up to date first.
 * @throws StoreError where the database cannot be had; its message is for the bot's host
 */
export async function openSqliteStore({ url, migrationsFolder = ownMigrations }: SqliteStoreOptions): Promise<Store> {
  return storeOf(openDatabase(databasePath(url), migrationsFolder));
}

/** The store that an open database is; it prepares the statements that run often. */
export function storeOf(db: Database): Store {
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
