import type { DestinationKind } from '../../../digests/destination.ts';
import { index, integer, sql, sqliteTable, text, uniqueIndex } from '../drizzle.ts';
import { channels } from './channel-schema.ts';
import { instant } from './columns.ts';

/** Places outside of Discord that get a channel's digests. AUTOINCREMENT: an id in an old link must never name a newer row. */
export const destinations = sqliteTable(
  'destinations',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    channelId: text('channel_id')
      .notNull()
      .references(() => channels.channelId),
    kind: text('kind').$type<DestinationKind>().notNull(),
    address: text('address').notNull(),
    /** Who asked for it. */
    userId: text('user_id').notNull(),
    createdAt: instant('created_at').notNull(),
    blockedReason: text('blocked_reason'),
    /** When its owner was notified of the block. */
    blockNotifiedAt: instant('block_notified_at'),
  },
  (table) => [
    uniqueIndex('destinations_by_channel').on(table.channelId, table.kind, table.address),
    index('destinations_by_block').on(table.blockNotifiedAt, table.id).where(sql`blocked_reason is not null`),
  ],
);
