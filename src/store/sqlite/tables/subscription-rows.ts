import type { Subscription } from '../../channels.ts';
import { and, eq, isNull } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { subscriptions } from '../schema/channel-schema.ts';

export type SubscriptionRow = typeof subscriptions.$inferSelect;

export const subscriptionOf = (row: SubscriptionRow): Subscription => ({
  id: row.id,
  guildId: row.guildId,
  channelId: row.channelId,
  topic: row.topic,
  createdBy: row.createdBy,
  createdAt: row.createdAt,
});

/** Whether the channel has a subscription. */
export function hasSubscription(db: Database, channelId: string): boolean {
  const isActive = and(eq(subscriptions.channelId, channelId), isNull(subscriptions.removedAt));
  return db.select({ id: subscriptions.id }).from(subscriptions).where(isActive).limit(1).get() !== undefined;
}
