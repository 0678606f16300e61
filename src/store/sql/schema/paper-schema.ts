import type { AnnounceType } from '../../../papers/announce-type.ts';
import type { ReceiptDoubt } from '../../../papers/listing.ts';
import type { PaperId, PublicationStatus, SourceId } from '../../../papers/paper.ts';
import type { LocalDate } from '../../../time.ts';
import type { ListingRecord } from '../../listings.ts';
import { index, integer, primaryKey, sql, sqliteTable, text, uniqueIndex } from '../drizzle.ts';
import { instant, textList } from './columns.ts';

/**
 * Papers by id. Other tables and the full-text index refer to `number`. (A hand-written migration makes the index
 * `paper_search`, because drizzle does not support virtual tables.) New papers get growing numbers, and papers of a
 * backfill falling ones from -1. The long texts are the last columns, so that reading the short ones skips them.
 */
export const papers = sqliteTable(
  'papers',
  {
    number: integer('number').primaryKey(),
    id: text('id').$type<PaperId>().notNull().unique(),
    version: integer('version'),
    describedBy: text('described_by').$type<SourceId>().notNull(),
    firstSeenAt: instant('first_seen_at').notNull(),
    /** When a pull last changed it. */
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
    /** Ids of the same work other than `id` and `doi`; null if none is stated. */
    sameAs: textList('same_as'),
    /** What the publisher states: withdrawn, or a notice; null if it states neither. */
    statedStatus: text('stated_status').$type<PublicationStatus>(),
  },
  (table) => [index('papers_by_upvotes').on(table.upvotes).where(sql`upvotes is not null`)],
);

/**
 * Further ids of papers: own ids from other sources, and ids that are only stated. A paper's first id is in `papers`.
 * A hand-written migration makes the table WITHOUT ROWID.
 */
export const paperIds = sqliteTable(
  'paper_ids',
  {
    id: text('id').$type<PaperId>().primaryKey(),
    /** Null if two different papers state the id; then it belongs to neither. */
    paperNumber: integer('paper_number').references(() => papers.number),
    /** Whether a source listed the paper under this id. */
    isOwn: integer('is_own', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('paper_ids_by_paper').on(table.paperNumber, table.isOwn)],
);

/** The match key of each paper, by which its duplicates are found: see `matchKey`. Null if it can have none. */
export const matchKeys = sqliteTable(
  'match_keys',
  {
    paperNumber: integer('paper_number')
      .primaryKey()
      .references(() => papers.number),
    key: integer('key'),
  },
  (table) => [index('match_keys_by_key').on(table.key).where(sql`key is not null`)],
);

/** The state of the full-text index, in one row. No row means that it is empty. */
export const searchIndex = sqliteTable('search_index', {
  /** The edition of its tokens, see `indexTokensEdition`. */
  edition: integer('edition').primaryKey(),
  /** While it is filled again, the number of the first paper in it: all later ones are in it. Null if it is complete. */
  filledFrom: integer('filled_to'),
});

/**
 * The order in which papers became news. AUTOINCREMENT, so that no number is used twice, even after the newest news was
 * deleted. Old news from a backfill has numbers of 0 or less; their order means nothing.
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
    /** The date of the listing that made the paper news. */
    date: text('date').$type<LocalDate>().notNull(),
    /** The weightiest type under which the paper was listed since. */
    announceType: text('announce_type').$type<AnnounceType>().notNull(),
    /** Whether the paper had a category when it became news. */
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
    /** When a pull last succeeded; null if none did. */
    lastSuccessAt: instant('had_at'),
    skipped: integer('skipped').notNull(),
    etags: text('etags', { mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
    /** How many pulls in a row did not bring the day's listing. */
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

/** The receipts of a listing: how many papers of each category were announced and fetched. */
export const listingCategories = sqliteTable(
  'listing_categories',
  {
    listingId: integer('listing_id')
      .notNull()
      .references(() => listings.id),
    category: text('category').notNull(),
    announced: integer('announced').notNull(),
    fetched: integer('fetched').notNull(),
    /** Why the counts may be too low; null if there is no doubt. */
    doubt: text('doubt').$type<ReceiptDoubt>(),
  },
  (table) => [primaryKey({ columns: [table.listingId, table.category] })],
);

/** Items of a listing that could not be read, each with the reason. */
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

/** Past days that a backfill fetched, completely or in part. */
export const backfills = sqliteTable(
  'backfills',
  {
    source: text('source').$type<SourceId>().notNull(),
    /** The requested day. */
    date: text('date').$type<LocalDate>().notNull(),
    /** The source's token for the rest of the day; null if the day is complete. */
    resumeToken: text('resume_token'),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.date] })],
);

/** Facts about the database itself, by name: `restored_at`. */
export const facts = sqliteTable('facts', {
  name: text('name').primaryKey(),
  value: integer('value').notNull(),
});
