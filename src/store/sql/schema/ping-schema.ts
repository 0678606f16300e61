import type { PingWay } from '../../../digests/pings.ts';
import type { LocalDate } from '../../../time.ts';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from '../drizzle.ts';
import { channels } from './channel-schema.ts';
import { instant, textList } from './columns.ts';
import { papers } from './paper-schema.ts';

const channelId = () =>
  text('channel_id')
    .notNull()
    .references(() => channels.channelId);

/** The topics for which people want to be pinged. AUTOINCREMENT: an id in an old menu must never name a newer row. */
export const pings = sqliteTable(
  'pings',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    channelId: channelId(),
    userId: text('user_id').notNull(),
    /** The canonical text. */
    topic: text('topic').notNull(),
    way: text('way').$type<PingWay>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    uniqueIndex('pings_by_channel').on(table.channelId, table.userId, table.topic),
    index('pings_by_user').on(table.userId),
  ],
);

/** The papers that a person was pinged for. The primary key prevents a second ping for one. */
export const pingPapers = sqliteTable(
  'ping_papers',
  {
    userId: text('user_id').notNull(),
    paperNumber: integer('paper_number')
      .notNull()
      .references(() => papers.number),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.paperNumber] }),
    index('ping_papers_by_paper').on(table.paperNumber),
  ],
);

/** The outbox of pings: a row for each person. Rows with the same nonce are one message. */
export const pingNotices = sqliteTable(
  'ping_notices',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    channelId: channelId(),
    date: text('date').$type<LocalDate>().notNull(),
    userId: text('user_id').notNull(),
    way: text('way').$type<PingWay>().notNull(),
    papers: textList('papers').notNull(),
    state: text('state').$type<'planned' | 'sending' | 'retry' | 'sent' | 'dropped'>().notNull(),
    plannedAt: instant('planned_at').notNull(),
    dueAt: instant('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    inDoubt: integer('in_doubt', { mode: 'boolean' }).notNull().default(false),
    /** Null until it is claimed. */
    nonce: text('nonce'),
  },
  (table) => [
    index('ping_notices_by_state').on(table.state, table.dueAt),
    index('ping_notices_by_nonce').on(table.nonce),
  ],
);
