import type { AnnounceType } from '../../../papers/announce-type.ts';
import type { PaperId, SourceId } from '../../../papers/paper.ts';
import type { LocalDate } from '../../../time.ts';
import type { ListingRecord } from '../../listings.ts';
import { index, integer, primaryKey, sql, sqliteTable, text, uniqueIndex } from '../drizzle.ts';
import { instant, textList } from './columns.ts';

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
    lastSuccessAt: instant('had_at'),
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

/** What is known of the database itself, by name: `restored_at`. */
export const facts = sqliteTable('facts', {
  name: text('name').primaryKey(),
  value: integer('value').notNull(),
});
