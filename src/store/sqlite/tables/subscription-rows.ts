import type { Subscription } from '../../channels.ts';
import type { subscriptions } from '../schema/channel-schema.ts';

export type SubscriptionRow = typeof subscriptions.$inferSelect;

export const subscriptionOf = (row: SubscriptionRow): Subscription => ({
  id: row.id,
  guildId: row.guildId,
  channelId: row.channelId,
  topic: row.topic,
  createdBy: row.createdBy,
  createdAt: row.createdAt,
});
