import type { SourceId } from '../../../papers/paper.ts';
import type { RankingKind } from '../../../papers/ranking.ts';
import type { LocalDate } from '../../../time.ts';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from '../drizzle.ts';
import { instant } from './columns.ts';
import { papers } from './paper-schema.ts';

/**
 * How many upvotes papers had, and from when on: a row for each count that differed from the one before. A paper's first
 * is a zero at the beginning of the day on whose list it was put, where that day is known.
 */
export const upvoteCounts = sqliteTable(
  'upvote_counts',
  {
    paperNumber: integer('paper_number')
      .notNull()
      .references(() => papers.number),
    at: instant('at').notNull(),
    upvotes: integer('upvotes').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.paperNumber, table.at] }),
    index('upvote_counts_by_time').on(table.at, table.paperNumber),
  ],
);

/** The rankings that sources make, as they were last had. */
export const rankings = sqliteTable(
  'rankings',
  {
    id: integer('id').primaryKey(),
    source: text('source').$type<SourceId>().notNull(),
    kind: text('kind').$type<RankingKind>().notNull(),
    period: text('period').notNull(),
    pulledAt: instant('pulled_at').notNull(),
    /** When it was last had from the source; null where it never was. */
    lastSuccessAt: instant('had_at'),
    /** Why the last pull failed; null where it did not. */
    reason: text('reason'),
    /** Pulls in a row that failed. */
    failures: integer('failures').notNull().default(0),
    nextPullAt: instant('next_pull_at').notNull(),
    etags: text('etags', { mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
  },
  (table) => [uniqueIndex('rankings_by_name').on(table.source, table.kind, table.period)],
);

export const rankingEntries = sqliteTable(
  'ranking_entries',
  {
    rankingId: integer('ranking_id')
      .notNull()
      .references(() => rankings.id),
    /** 1 is the first. */
    position: integer('position').notNull(),
    paperNumber: integer('paper_number')
      .notNull()
      .references(() => papers.number),
  },
  (table) => [
    primaryKey({ columns: [table.rankingId, table.position] }),
    index('ranking_entries_by_paper').on(table.paperNumber),
  ],
);

/** Which papers a service that adds to them was asked of, and when. */
export const enrichments = sqliteTable(
  'enrichments',
  {
    paperNumber: integer('paper_number')
      .notNull()
      .references(() => papers.number),
    service: text('service').notNull(),
    askedAt: instant('asked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.paperNumber, table.service] })],
);

/** How far the services that add to papers were asked today, and when they may be asked again. */
export const enrichmentServices = sqliteTable('enrichment_services', {
  service: text('service').primaryKey(),
  /** The day, in UTC, that `requests` counts. */
  day: text('day').$type<LocalDate>().notNull(),
  requests: integer('requests').notNull(),
  /** Requests in a row that failed. */
  failures: integer('failures').notNull(),
  /** Null where it may be asked at once. */
  restsUntil: instant('rests_until'),
  reason: text('reason'),
});
