import type { SourceId } from '../../../papers/paper.ts';
import type { RankingKind } from '../../../papers/ranking.ts';
import type { LocalDate } from '../../../time.ts';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from '../drizzle.ts';
import { instant } from './columns.ts';
import { papers } from './paper-schema.ts';

/**
 * The upvotes of papers over time: one row for each changed count. A paper's first row is a zero at the start of the
 * day on which it was listed, if that day is known.
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

/** The latest rankings of the sources. */
export const rankings = sqliteTable(
  'rankings',
  {
    id: integer('id').primaryKey(),
    source: text('source').$type<SourceId>().notNull(),
    kind: text('kind').$type<RankingKind>().notNull(),
    period: text('period').notNull(),
    pulledAt: instant('pulled_at').notNull(),
    /** When a pull last succeeded; null if none did. */
    lastSuccessAt: instant('had_at'),
    /** Why the last pull failed; null if it succeeded. */
    reason: text('reason'),
    /** How many pulls in a row failed. */
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

/** When each enrichment service was asked about a paper. */
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

/** The state of each enrichment service: its requests of the day, and when it may be asked again. */
export const enrichmentServices = sqliteTable('enrichment_services', {
  service: text('service').primaryKey(),
  /** The day, in UTC, that `requests` counts. */
  day: text('day').$type<LocalDate>().notNull(),
  requests: integer('requests').notNull(),
  /** Requests in a row that failed. */
  failures: integer('failures').notNull(),
  /** Null if the service may be asked now. */
  restsUntil: instant('rests_until'),
  reason: text('reason'),
});
