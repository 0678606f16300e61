/**
 * The tables in PostgreSQL. They follow those of `store/sql/schema/`, which are declared once, so that both databases
 * always have the same tables, columns, indexes and references. drizzle-kit makes the migrations from this file.
 */
import * as addressCodesSchema from '../sql/schema/address-code-schema.ts';
import * as channelsSchema from '../sql/schema/channel-schema.ts';
import * as clubsSchema from '../sql/schema/club-schema.ts';
import * as destinationsSchema from '../sql/schema/destination-schema.ts';
import * as digestsSchema from '../sql/schema/digest-schema.ts';
import * as discussionsSchema from '../sql/schema/discussion-schema.ts';
import * as feedsSchema from '../sql/schema/feed-schema.ts';
import * as followUpsSchema from '../sql/schema/follow-up-schema.ts';
import * as leasesSchema from '../sql/schema/lease-schema.ts';
import * as marksSchema from '../sql/schema/mark-schema.ts';
import * as onboarding from '../sql/schema/onboarding-schema.ts';
import * as papersSchema from '../sql/schema/paper-schema.ts';
import * as pingsSchema from '../sql/schema/ping-schema.ts';
import * as reading from '../sql/schema/reading-schema.ts';
import * as upvotes from '../sql/schema/upvote-schema.ts';
import * as vectors from '../sql/schema/vector-schema.ts';
import { bigint, customType, index, pgTable } from './drizzle.ts';
import { postgresTables } from './schema-following.ts';

/** The tables that both databases have, each with its own name, by which drizzle-kit finds them. */
export const {
  addressCodes,
  backfills,
  channels,
  clubMeetings,
  clubPapers,
  clubPresenters,
  clubVotes,
  clubs,
  countedCodes,
  deliveries,
  destinations,
  digestPapers,
  digestRuns,
  digests,
  discussions,
  drafts,
  enrichmentServices,
  enrichments,
  facts,
  feeds,
  followUps,
  greetedGuilds,
  listingCategories,
  listingEntries,
  listingSkips,
  listings,
  marks,
  matchKeys,
  news,
  paperChanges,
  paperIds,
  papers,
  pingNotices,
  pingPapers,
  pings,
  rankingEntries,
  rankings,
  removedGuilds,
  requestRows,
  savedPapers,
  searchIndex,
  secrets,
  settingsDrafts,
  setupDrafts,
  subscriptions,
  tasks,
  upvoteCounts,
  vectorBlocks,
  vectorGaps,
  vectorState,
  workers,
} = postgresTables({
  ...papersSchema,
  ...channelsSchema,
  ...digestsSchema,
  ...destinationsSchema,
  ...addressCodesSchema,
  ...clubsSchema,
  ...discussionsSchema,
  ...feedsSchema,
  ...followUpsSchema,
  ...leasesSchema,
  ...marksSchema,
  ...onboarding,
  ...pingsSchema,
  ...reading,
  ...upvotes,
  ...vectors,
});

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** The full-text index: the tokens of each paper with their positions. See `full-text.ts`. */
export const paperSearch = pgTable(
  'paper_search',
  { number: bigint('number', { mode: 'number' }).primaryKey(), tokens: tsvector('tokens').notNull() },
  // PostgreSQL writes new tokens into a list first, and every look into the index reads all of that list. It may have 4 MB by
  // default, and then most of a search is spent on it.
  (table) => [index('paper_search_by_token').using('gin', table.tokens).with({ gin_pending_list_limit: 256 })],
);
