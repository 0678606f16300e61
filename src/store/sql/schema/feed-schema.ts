import { index, integer, sql, sqliteTable, text, uniqueIndex } from '../drizzle.ts';
import { channels, subscriptions } from './channel-schema.ts';
import { instant } from './columns.ts';

/** The feeds that people can read outside of Discord. */
export const feeds = sqliteTable(
  'feeds',
  {
    /** The SHA-256 of the secret, in hexadecimal digits. Requests are looked up by it. */
    secretHash: text('secret_hash').primaryKey(),
    /** The part of the address that nobody can guess. It is kept because `/digest feed` shows it again. */
    secret: text('secret').notNull(),
    guildId: text('guild_id').notNull(),
    channelId: text('channel_id')
      .notNull()
      .references(() => channels.channelId),
    /** The subscription whose topic it follows; null for the feed of the channel's digests. */
    subscriptionId: integer('subscription_id').references(() => subscriptions.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('feeds_by_channel').on(table.channelId),
    uniqueIndex('feeds_of_digests').on(table.channelId).where(sql`subscription_id is null`),
    uniqueIndex('feeds_of_subscriptions').on(table.subscriptionId).where(sql`subscription_id is not null`),
  ],
);
