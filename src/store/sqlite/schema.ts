import type { MissingListing, ToldListing } from '../../digests/notes.ts';
import type { Weekday } from '../../digests/schedule.ts';
import type { AnnounceType, LocalDate } from '../../papers/listing.ts';
import type { PaperId, SourceId } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import type { DeliveryState } from '../outbox.ts';
import type { DigestRun } from '../runs.ts';
import type { ListingRecord } from '../store.ts';
import { index, integer, primaryKey, sql, sqliteTable, text, uniqueIndex } from './drizzle.ts';

/** Instants are stored as milliseconds since 1970, as they are passed around. */
export const instant = (name: string) => integer(name).$type<Instant>();
const textList = (name: string) => text(name, { mode: 'json' }).$type<readonly string[]>();

/**
 * Papers by id. `number` is what other tables and the full-text index (`paper_search`, made by a hand-written migration,
 * because drizzle knows no virtual tables) refer to. Numbers grow as papers come in, and fall, from -1 on, as a backfill
 * brings in those of the past. The long texts stand last, so that a look at the short ones need not read them.
 */
export const papers = sqliteTable(
  'papers',
  {
    number: integer('number').primaryKey(),
    id: text('id').$type<PaperId>().notNull().unique(),
    version: integer('version'),
    describedBy: text('described_by').$type<SourceId>().notNull(),
    firstSeenAt: instant('first_seen_at').notNull(),
    /** When a pull last brought anything new about it: a pull that does not writes nothing. */
    changedAt: instant('changed_at').notNull(),
    publishedAt: text('published_at'),
    doi: text('doi'),
    journalReference: text('journal_reference'),
    upvotes: integer('upvotes'),
    codeUrl: text('code_url'),
    codeStars: integer('code_stars'),
    projectUrl: text('project_url'),
    thumbnailUrl: text('thumbnail_url'),
    organization: text('organization'),
    categories: textList('categories').notNull(),
    title: text('title').notNull(),
    authors: textList('authors').notNull(),
    abstract: text('abstract').notNull(),
    aiSummary: text('ai_summary'),
    comment: text('comment'),
    sources: textList('sources').notNull().default([]),
    announcedAs: text('announced_as').$type<AnnounceType>(),
    citations: integer('citations'),
    venue: text('venue'),
    tldr: text('tldr'),
    /** Ids of the same work beside `id` and `doi`; null where none is stated. */
    sameAs: textList('same_as'),
  },
  (table) => [index('papers_by_upvotes').on(table.upvotes).where(sql`upvotes is not null`)],
);

/**
 * The further ids of papers: those of other sources that were joined with it, and those that are only stated for it. A
 * paper's first id stands in `papers`. WITHOUT ROWID by a hand-written migration.
 */
export const paperIds = sqliteTable(
  'paper_ids',
  {
    id: text('id').$type<PaperId>().primaryKey(),
    /** Null where two papers that are not one both state it: it is nobody's then. */
    paperNumber: integer('paper_number').references(() => papers.number),
    /** Whether a source told of the paper under this id. */
    isOwn: integer('is_own', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('paper_ids_by_paper').on(table.paperNumber, table.isOwn)],
);

/** What the full-text index holds, in one row; none where it was never filled. A migration that empties it deletes the row. */
export const searchIndex = sqliteTable('search_index', {
  /** The edition of the tokens in it, see `indexTokensEdition`. */
  edition: integer('edition').primaryKey(),
  /** The last paper in it while it is being filled anew; null where all are. */
  filledTo: integer('filled_to'),
});

/**
 * The order in which papers became news. AUTOINCREMENT, so that a number is never given twice, not even after the
 * newest news were deleted. What a backfill brought in has numbers of 0 or less, in no order that matters.
 */
export const news = sqliteTable(
  'news',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    paperNumber: integer('paper_number')
      .notNull()
      .unique()
      .references(() => papers.number),
    at: instant('at').notNull(),
    /** The date of the listing that made it news. */
    date: text('date').$type<LocalDate>().notNull(),
    /** The weightiest type under which it was listed since. */
    announceType: text('announce_type').$type<AnnounceType>().notNull(),
    /** Whether any category of the paper was known when it became news. */
    isClassified: integer('is_classified', { mode: 'boolean' }).notNull().default(true),
  },
  (table) => [index('news_by_time').on(table.at, table.number, table.date)],
);

export const listings = sqliteTable(
  'listings',
  {
    id: integer('id').primaryKey(),
    source: text('source').$type<SourceId>().notNull(),
    date: text('date').$type<LocalDate>().notNull(),
    state: text('state').$type<ListingRecord['state']>().notNull(),
    reason: text('reason'),
    pulledAt: instant('pulled_at').notNull(),
    /** When it was last had from the source; null where it never was. */
    hadAt: instant('had_at'),
    skipped: integer('skipped').notNull(),
    etags: text('etags', { mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
    /** Pulls in a row that have not brought the day. */
    failures: integer('failures').notNull().default(0),
    nextPullAt: instant('next_pull_at'),
  },
  (table) => [uniqueIndex('listings_by_date').on(table.date, table.source)],
);

export const listingEntries = sqliteTable(
  'listing_entries',
  {
    listingId: integer('listing_id')
      .notNull()
      .references(() => listings.id),
    paperNumber: integer('paper_number')
      .notNull()
      .references(() => papers.number),
    announceType: text('announce_type').$type<AnnounceType>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.listingId, table.paperNumber] }),
    index('listing_entries_by_paper').on(table.paperNumber),
  ],
);

/** How completely each category of a listing was pulled. */
export const listingCategories = sqliteTable(
  'listing_categories',
  {
    listingId: integer('listing_id')
      .notNull()
      .references(() => listings.id),
    category: text('category').notNull(),
    announced: integer('announced').notNull(),
    fetched: integer('fetched').notNull(),
  },
  (table) => [primaryKey({ columns: [table.listingId, table.category] })],
);

/** What of a listing could not be read, and why. */
export const listingSkips = sqliteTable(
  'listing_skips',
  {
    listingId: integer('listing_id')
      .notNull()
      .references(() => listings.id),
    item: text('item').notNull(),
    reason: text('reason').notNull(),
    categories: textList('categories').notNull(),
  },
  (table) => [primaryKey({ columns: [table.listingId, table.item] })],
);

/** Days of the past that were fetched later, and how far. */
export const backfills = sqliteTable(
  'backfills',
  {
    source: text('source').$type<SourceId>().notNull(),
    /** The day that the source was asked for. */
    date: text('date').$type<LocalDate>().notNull(),
    /** With what to ask for the rest of the day; null where it is whole. */
    resumeToken: text('resume_token'),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.date] })],
);

export const channels = sqliteTable(
  'channels',
  {
    channelId: text('channel_id').primaryKey(),
    guildId: text('guild_id').notNull(),
    time: text('time').notNull(),
    zone: text('zone').notNull(),
    days: text('days', { mode: 'json' }).$type<readonly Weekday[]>().notNull(),
    maxPapers: integer('max_papers').notNull(),
    nextDigestAt: instant('next_digest_at').notNull(),
    lastDigestAt: instant('last_digest_at'),
    /** The last of its days that needs no digest any more. */
    lastDigestDate: text('last_digest_date').$type<LocalDate>(),
    /** How long a digest waits for a source that has not told the day. */
    graceMinutes: integer('grace_minutes').notNull().default(120),
    pausedAt: instant('paused_at'),
    pausedUntil: instant('paused_until'),
    /** Papers that matched during a pause and were left out; told by the next digest. */
    skippedPapers: integer('skipped_papers').notNull().default(0),
    /** News up to this number was considered by its digests. */
    consideredNewsNumber: integer('considered_news_number').notNull(),
    blockedReason: text('blocked_reason'),
    blockedAt: instant('blocked_at'),
    /** When the guild was told that it is blocked. */
    blockToldAt: instant('block_told_at'),
    blockCheckedAt: instant('block_checked_at'),
    /** When it was last let go of a block: what was due meanwhile is told as such. */
    unblockedAt: instant('unblocked_at'),
  },
  (table) => [
    index('channels_by_next_digest').on(table.nextDigestAt).where(sql`blocked_reason is null`),
    index('channels_by_block').on(table.blockToldAt, table.blockCheckedAt).where(sql`blocked_reason is not null`),
    index('channels_by_guild').on(table.guildId),
  ],
);

/** Removed ones stay for `restoreSubscription`. AUTOINCREMENT: an id in an old button must never mean a newer row. */
export const subscriptions = sqliteTable(
  'subscriptions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    channelId: text('channel_id')
      .notNull()
      .references(() => channels.channelId),
    /** Canonical. */
    topic: text('topic').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Only news after this number is new to it. */
    newsAfter: integer('news_after').notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [
    uniqueIndex('subscriptions_by_channel').on(table.channelId, table.topic).where(sql`removed_at is null`),
    index('subscriptions_by_guild').on(table.guildId).where(sql`removed_at is null`),
  ],
);

export const drafts = sqliteTable(
  'drafts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    channelId: text('channel_id').notNull(),
    userId: text('user_id').notNull(),
    topicText: text('topic_text').notNull(),
    replaces: integer('replaces'),
    at: instant('at').notNull(),
  },
  (table) => [index('drafts_by_time').on(table.at)],
);

export const digests = sqliteTable(
  'digests',
  {
    id: integer('id').primaryKey(),
    channelId: text('channel_id')
      .notNull()
      .references(() => channels.channelId),
    date: text('date').$type<LocalDate>().notNull(),
    plannedAt: instant('planned_at').notNull(),
  },
  (table) => [uniqueIndex('digests_by_channel').on(table.channelId, table.date)],
);

/** What came of each day's digest, quiet days and failures included; a row a day, written over while it waits. */
export const digestRuns = sqliteTable(
  'digest_runs',
  {
    channelId: text('channel_id')
      .notNull()
      .references(() => channels.channelId),
    date: text('date').$type<LocalDate>().notNull(),
    state: text('state').$type<DigestRun['state']>().notNull(),
    /** When it was first due. */
    since: instant('since').notNull(),
    at: instant('at').notNull(),
    announced: integer('announced').notNull(),
    matched: integer('matched').notNull(),
    shown: integer('shown').notNull(),
    missing: text('missing', { mode: 'json' }).$type<readonly MissingListing[]>().notNull(),
    reason: text('reason'),
    /** The listings that it counted on and had. */
    told: text('told', { mode: 'json' }).$type<readonly ToldListing[]>().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.channelId, table.date] }), index('digest_runs_by_time').on(table.at)],
);

/** Guilds that the bot was removed from: their data is deleted some days later, unless they come back. */
export const removedGuilds = sqliteTable('removed_guilds', {
  guildId: text('guild_id').primaryKey(),
  removedAt: instant('removed_at').notNull(),
});

/** What is known of the database itself, by name: `restored_at`. */
export const facts = sqliteTable('facts', {
  name: text('name').primaryKey(),
  value: integer('value').notNull(),
});

/** Its key is the promise that no paper is posted twice to a channel. */
export const digestPapers = sqliteTable(
  'digest_papers',
  {
    channelId: text('channel_id').notNull(),
    paperNumber: integer('paper_number')
      .notNull()
      .references(() => papers.number),
    digestId: integer('digest_id')
      .notNull()
      .references(() => digests.id),
  },
  (table) => [
    primaryKey({ columns: [table.channelId, table.paperNumber] }),
    index('digest_papers_by_paper').on(table.paperNumber),
    index('digest_papers_by_digest').on(table.digestId),
  ],
);

/** The outbox. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    channelId: text('channel_id')
      .notNull()
      .references(() => channels.channelId),
    date: text('date').$type<LocalDate>().notNull(),
    part: integer('part').notNull(),
    parts: integer('parts').notNull(),
    state: text('state').$type<DeliveryState>().notNull(),
    attempts: integer('attempts').notNull(),
    inDoubt: integer('in_doubt', { mode: 'boolean' }).notNull().default(false),
    plannedAt: instant('planned_at').notNull(),
    dueAt: instant('due_at').notNull(),
    settledAt: instant('settled_at'),
    nonce: text('nonce').notNull(),
    messageId: text('message_id'),
    reason: text('reason'),
    /** JSON. */
    payload: text('payload').notNull(),
    /** Pages of papers that were taken out of the payload. */
    leftOut: textList('left_out').notNull().default([]),
    /** Whether the guild is still to be told that it, or a paper of it, did not arrive (or may not have). */
    isLossUntold: integer('is_loss_untold', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    uniqueIndex('deliveries_by_channel').on(table.channelId, table.date, table.part),
    index('deliveries_by_state').on(table.state, table.dueAt),
    // What may be claimed, in the order of claiming: with thousands of deliveries due, a claim reads the first few. With
    // what it asks of those that it passes over (their turn has not come), since each row is as long as its message.
    index('deliveries_by_wait')
      .on(table.dueAt, table.id, table.channelId, table.date, table.part)
      .where(sql`state in ('planned', 'retry')`),
    index('deliveries_by_loss').on(table.channelId, table.date).where(sql`is_loss_untold = 1`),
  ],
);
