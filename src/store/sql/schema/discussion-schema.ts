import { integer, primaryKey, sqliteTable, text } from '../drizzle.ts';

/** The threads in which papers are discussed. */
export const discussions = sqliteTable(
  'discussions',
  {
    guildId: text('guild_id').notNull(),
    channelId: text('channel_id').notNull(),
    paperId: text('paper_id').notNull(),
    /** Null while it is being opened. */
    threadId: text('thread_id'),
    claimedAt: integer('claimed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.guildId, table.channelId, table.paperId] })],
);
