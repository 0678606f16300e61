import type { CountedListing, MissingListing } from '../../../digests/notes.ts';
import type { LocalDate } from '../../../time.ts';
import type { DeliveryState } from '../../outbox.ts';
import type { PublicationState } from '../../publications.ts';
import type { DigestRun } from '../../runs.ts';
import { index, integer, primaryKey, sql, sqliteTable, text, uniqueIndex } from '../drizzle.ts';
import { channels } from './channel-schema.ts';
import { instant, textList } from './columns.ts';
import { papers } from './paper-schema.ts';

export const digests = sqliteTable(
  'digests',
  {
    id: integer('id').primaryKey(),
    channelId: text('channel_id')
      .notNull()
      .references(() => channels.channelId),
    date: text('date').$type<LocalDate>().notNull(),
    plannedAt: instant('planned_at').notNull(),
    /** The nonce of its first part, by which its menu finds it. Null for digests of older versions, which have no menu. */
    nonce: text('nonce'),
    /** Ids of the papers that matched and were over the maximum, best first. Null if they are no longer kept. */
    leftOut: textList('left_out'),
  },
  (table) => [
    uniqueIndex('digests_by_channel').on(table.channelId, table.date),
    index('digests_by_nonce').on(table.nonce),
    index('digests_with_left_out').on(table.date).where(sql`left_out is not null`),
  ],
);

/**
 * The outcome of each day's digest, including quiet days and failures. The row is overwritten while the digest waits.
 */
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
    /** The listings that it expected and that were there. */
    counted: text('told', { mode: 'json' }).$type<readonly CountedListing[]>().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.channelId, table.date] }), index('digest_runs_by_time').on(table.at)],
);

/** The papers of each digest. The primary key prevents that a paper is posted twice to a channel. */
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
    /** The place of the paper in the digest. Places of older versions leave gaps between them. */
    place: integer('place').notNull().default(0),
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
    /** The destination that gets it; 0 for the channel itself, because SQLite takes each null of an index for different. */
    destinationId: integer('destination_id').notNull().default(0),
    date: text('date').$type<LocalDate>().notNull(),
    part: integer('part').notNull(),
    parts: integer('parts').notNull(),
    state: text('state').$type<DeliveryState>().notNull(),
    /** The worker that is sending it, if its lease has not ended. Null unless it is being sent. */
    workerId: text('worker_id'),
    attempts: integer('attempts').notNull(),
    inDoubt: integer('in_doubt', { mode: 'boolean' }).notNull().default(false),
    plannedAt: instant('planned_at').notNull(),
    dueAt: instant('due_at').notNull(),
    settledAt: instant('settled_at'),
    nonce: text('nonce').notNull(),
    messageId: text('message_id'),
    /** The thread that has the message, or the post of a forum. */
    threadId: text('thread_id'),
    reason: text('reason'),
    /** JSON. */
    payload: text('payload').notNull(),
    /** Pages of the papers that were taken out of the payload. */
    leftOut: textList('left_out').notNull().default([]),
    /** Whether it lost something, or may have, and the guild has not been notified. */
    isLossUnnotified: integer('is_loss_untold', { mode: 'boolean' }).notNull().default(false),
    /** Null unless the servers that follow its channel should get it. */
    publication: text('publication').$type<PublicationState>(),
    publicationDueAt: instant('publication_due_at'),
    publicationReason: text('publication_reason'),
  },
  (table) => [
    uniqueIndex('deliveries_by_channel').on(table.channelId, table.date, table.part, table.destinationId),
    index('deliveries_by_destination').on(table.destinationId, table.date, table.part).where(sql`destination_id <> 0`),
    index('deliveries_by_state').on(table.state, table.dueAt),
    // In the order of claiming, so that a claim reads only the first of thousands of due deliveries. It has the columns
    // that are checked for skipped deliveries, because a row is as long as its message.
    index('deliveries_by_wait')
      .on(table.dueAt, table.id, table.channelId, table.date, table.part)
      .where(sql`state in ('planned', 'retry') and destination_id = 0`),
    // Separate, so that destinations that cannot be reached do not delay the claims for channels.
    index('deliveries_to_destinations_by_wait')
      .on(table.dueAt, table.id, table.destinationId, table.date, table.part)
      .where(sql`state in ('planned', 'retry') and destination_id <> 0`),
    index('deliveries_by_loss').on(table.channelId, table.date).where(sql`is_loss_untold = 1`),
    index('deliveries_by_publication').on(table.publicationDueAt, table.id).where(sql`publication = 'waiting'`),
  ],
);
