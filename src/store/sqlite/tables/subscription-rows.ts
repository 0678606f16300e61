import { digestAfterSubscribing } from '../../../digests/rescheduling.ts';
import type { Instant } from '../../../ports.ts';
import type { Subscription } from '../../channels.ts';
import { and, eq, isNull } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
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
export function hasSubscription(db: Database, channelId: string): boolean {
  const isActive = and(eq(subscriptions.channelId, channelId), isNull(subscriptions.removedAt));
  return db.select({ id: subscriptions.id }).from(subscriptions).where(isActive).limit(1).get() !== undefined;
}

/** A channel without subscriptions gets no digest for the time before its next one. */
export function skipMissedDigests(db: Database, channelId: string, at: Instant): void {
  const row = db.select().from(channels).where(eq(channels.channelId, channelId)).get();
  if (row === undefined) return;
  const nextDigestAt = digestAfterSubscribing(channelOf(row), hasSubscription(db, channelId), at);
  if (nextDigestAt === row.nextDigestAt) return;
  db.update(channels).set({ nextDigestAt }).where(eq(channels.channelId, channelId)).run();
}
