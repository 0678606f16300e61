import type { Wish } from '../../marks.ts';
import { index, integer, primaryKey, sqliteTable, text } from '../drizzle.ts';
import { channels } from './channel-schema.ts';
import { instant } from './columns.ts';
import { papers } from './paper-schema.ts';

/** What people said about the papers of a channel's digests. */
export const marks = sqliteTable(
  'marks',
  {
    channelId: text('channel_id')
      .notNull()
      .references(() => channels.channelId),
    paperNumber: integer('paper_number')
      .notNull()
      .references(() => papers.number),
    userId: text('user_id').notNull(),
    wish: text('wish').$type<Wish>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.channelId, table.paperNumber, table.userId] }),
    index('marks_by_paper').on(table.paperNumber),
  ],
);
