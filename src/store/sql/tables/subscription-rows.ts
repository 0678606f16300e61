import { digestAfterSubscribing } from '../../../digests/rescheduling.ts';
import type { Instant } from '../../../ports.ts';
import type { Subscription } from '../../channels.ts';
import type { Connection } from '../connection.ts';
import { and, eq, isNull } from '../drizzle.ts';
import { channels, subscriptions } from '../schema/channel-schema.ts';
import { channelOf } from './channel-rows.ts';

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
export async function hasSubscription(db: Connection, channelId: string): Promise<boolean> {
  const isActive = and(eq(subscriptions.channelId, channelId), isNull(subscriptions.removedAt));
  return (await db.get(db.select({ id: subscriptions.id }).from(subscriptions).where(isActive).limit(1))) !== undefined;
}

/** A channel without subscriptions gets no digest for the time before its next one. */
export async function skipMissedDigests(db: Connection, channelId: string, at: Instant): Promise<void> {
  const row = await db.get(db.select().from(channels).where(eq(channels.channelId, channelId)));
  if (row === undefined) return;
  const nextDigestAt = digestAfterSubscribing(channelOf(row), await hasSubscription(db, channelId), at);
  if (nextDigestAt === row.nextDigestAt) return;
  await db.run(db.update(channels).set({ nextDigestAt }).where(eq(channels.channelId, channelId)));
}
