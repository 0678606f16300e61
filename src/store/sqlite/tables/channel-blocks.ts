import type { Instant } from '../../../ports.ts';
import { and, eq, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { channels } from '../schema/channel-schema.ts';
import { deliveries } from '../schema/digest-schema.ts';

/** SQL for the known subscribers of a channel, as a JSON list, in a query that reads `channels`. */
export const subscribersOf = `(
    select json_group_array(created_by) from (
      select created_by from subscriptions
      where subscriptions.channel_id = channels.channel_id and removed_at is null and created_by <> ''
      group by created_by order by min(id)))`;

/** Marks the channel as blocked: nothing can be posted to it until someone acts. */
export function blockChannel(db: Database, channelId: string, blockedReason: string, at: Instant): void {
  db.update(channels)
    .set({ blockedReason, blockedAt: sql`coalesce(blocked_at, ${at})`, blockCheckedAt: at })
    .where(eq(channels.channelId, channelId))
    .run();
}

/**
 * Ends the block of a channel, and sends its held deliveries, whose papers will be in no other digest. They cannot have
 * piled up, because a blocked channel is never due.
 */
export function liftBlock(db: Database, channelId: string, at: Instant): boolean {
  const { changes } = db
    .update(channels)
    .set({ blockedReason: null, blockedAt: null, blockNotifiedAt: null, unblockedAt: at })
    .where(and(eq(channels.channelId, channelId), sql`blocked_reason is not null`))
    .run();
  db.update(deliveries)
    .set({ state: 'retry' })
    .where(and(eq(deliveries.channelId, channelId), eq(deliveries.destinationId, 0), eq(deliveries.state, 'blocked')))
    .run();
  return changes > 0;
}

/** Ends the block of a channel to which a message was posted. Its next block is a new one, which is notified again. */
export function endBlock(db: Database, channelId: string, at: Instant): void {
  liftBlock(db, channelId, at);
  db.update(channels)
    .set({ notifiedReason: null })
    .where(and(eq(channels.channelId, channelId), sql`notified_reason is not null`))
    .run();
}
