import type { Destination } from '../../../digests/destination.ts';
import type { NewDestination } from '../../destinations.ts';
import type { Delivery } from '../../outbox.ts';
import type { Connection } from '../connection.ts';
import { and, eq, inArray, sql } from '../drizzle.ts';
import { deliveries } from '../schema/digest-schema.ts';
import { type DeliveryRow, deliveryOf } from './delivery-rows.ts';

/** The columns of a destination. */
export const destinationColumns = `destinations.id, destinations.guild_id as "guildId", destinations.channel_id as "channelId",
  destinations.kind, destinations.address, destinations.user_id as "userId", destinations.created_at as "createdAt",
  destinations.blocked_reason as "blockedReason"`;

/** Stores destinations. Null if the channel has it already, or is not stored. */
export function destinationAdder(db: Connection): (destination: NewDestination) => Promise<Destination | null> {
  const insert = db.prepare<[NewDestination], Destination>(
    `insert into destinations (guild_id, channel_id, kind, address, user_id, created_at)
     select :guildId, :channelId, :kind, :address, :userId, :at
     where exists (select 1 from channels where channel_id = :channelId and guild_id = :guildId)
     on conflict do nothing returning ${destinationColumns.replaceAll('destinations.', '')}`,
  );
  return async (destination) => (await insert.get(destination)) ?? null;
}

/** Reads the destinations of a channel that are not blocked. */
export function openDestinationReader(db: Connection): (channelId: string) => Promise<readonly Destination[]> {
  const find = db.prepare<[string], Destination>(
    `select ${destinationColumns} from destinations where channel_id = ? and blocked_reason is null order by id`,
  );
  return (channelId) => find.all(channelId);
}

/** Makes deliveries of rows, with their destinations. */
export function addressedDeliveries(db: Connection): (rows: readonly DeliveryRow[]) => Promise<readonly Delivery[]> {
  const find = db.prepare<[number], Destination>(`select ${destinationColumns} from destinations where id = ?`);
  const destinationOf = async (id: number): Promise<Destination | null> =>
    id === 0 ? null : ((await find.get(id)) ?? null);
  return async (rows) => {
    const addressed: Delivery[] = [];
    for (const row of rows) addressed.push(deliveryOf(row, await destinationOf(row.destinationId)));
    return addressed;
  };
}

/** Blocks a destination: it takes nothing until someone acts. */
export function destinationBlocker(db: Connection): (id: number, reason: string) => Promise<void> {
  const block = db.prepare<[string, number]>('update destinations set blocked_reason = ? where id = ?');
  return async (id, reason) => {
    await block.run(reason, id);
  };
}

/** Ends the block of a destination, and sends its held deliveries. False if it was not blocked. */
export function destinationUnblocker(db: Connection): (id: number) => Promise<boolean> {
  const unblock = db.prepare<[number]>(
    `update destinations set blocked_reason = null, block_notified_at = null
     where id = ? and blocked_reason is not null`,
  );
  const send = db.prepare<[number]>(
    "update deliveries set state = 'retry' where destination_id = ? and destination_id <> 0 and state = 'blocked'",
  );
  return async (id) => {
    if ((await unblock.run(id)) === 0) return false;
    await send.run(id);
    return true;
  };
}

/**
 * Deletes the unsent deliveries of a destination, or of all, if it is no longer stored. What is being sent may arrive, so it
 * counts as uncertain.
 */
export async function forgetEnded(db: Connection, destinationId: number | null = null): Promise<void> {
  const isEnded = and(
    destinationId === null ? undefined : eq(deliveries.destinationId, destinationId),
    sql`destination_id <> 0
      and not exists (select 1 from destinations where destinations.id = deliveries.destination_id)`,
  );
  await db.run(
    db.delete(deliveries).where(and(isEnded, inArray(deliveries.state, ['planned', 'retry', 'blocked', 'withdrawn']))),
  );
  await db.run(
    db
      .update(deliveries)
      .set({ state: 'uncertain', reason: 'the destination was removed meanwhile' })
      .where(and(isEnded, eq(deliveries.state, 'sending'))),
  );
}
