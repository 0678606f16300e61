import type { Instant } from '../../../ports.ts';
import type { Connection } from '../connection.ts';
import type { Dialect } from '../dialect.ts';
import { and, eq, sql } from '../drizzle.ts';
import { channels } from '../schema/channel-schema.ts';
import { deliveries } from '../schema/digest-schema.ts';

/** SQL for the known subscribers of a channel, as a JSON list, in a query that reads `channels`. */
export const subscribersOf = (dialect: Dialect): string => `(
    select ${dialect.listOf('known.created_by order by known.first_id')} from (
      select created_by, min(id) as first_id from subscriptions
      where subscriptions.channel_id = channels.channel_id and removed_at is null and created_by <> ''
      group by created_by) as known)`;

/** Marks the channel as blocked: nothing can be posted to it until someone acts. */
export async function blockChannel(
  db: Connection,
  channelId: string,
  blockedReason: string,
  at: Instant,
): Promise<void> {
  await db.run(
    db
      .update(channels)
      .set({ blockedReason, blockedAt: sql`coalesce(blocked_at, ${at})`, blockCheckedAt: at })
      .where(eq(channels.channelId, channelId)),
  );
}

/**
 * Ends the block of a channel, and sends its held deliveries, whose papers will be in no other digest. They cannot have
 * piled up, because a blocked channel is never due.
 */
export async function liftBlock(db: Connection, channelId: string, at: Instant): Promise<boolean> {
  const changes = await db.run(
    db
      .update(channels)
      .set({ blockedReason: null, blockedAt: null, blockNotifiedAt: null, unblockedAt: at })
      .where(and(eq(channels.channelId, channelId), sql`blocked_reason is not null`)),
  );
  const { destinationId, state } = deliveries;
  const isHeld = and(eq(deliveries.channelId, channelId), eq(destinationId, 0), eq(state, 'blocked'));
  await db.run(db.update(deliveries).set({ state: 'retry' }).where(isHeld));
  return changes > 0;
}

/** Ends the block of a channel to which a message was posted. Its next block is a new one, which is notified again. */
export async function endBlock(db: Connection, channelId: string, at: Instant): Promise<void> {
  await liftBlock(db, channelId, at);
  const wasNotified = and(eq(channels.channelId, channelId), sql`notified_reason is not null`);
  await db.run(db.update(channels).set({ notifiedReason: null }).where(wasNotified));
}
