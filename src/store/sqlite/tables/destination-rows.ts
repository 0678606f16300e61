import type { Destination } from '../../../digests/destination.ts';
import type { NewDestination } from '../../destinations.ts';
import type { Delivery } from '../../outbox.ts';
import type { Database } from '../file/database.ts';
import { type DeliveryRow, deliveryOf } from './delivery-rows.ts';

/** The columns of a destination. */
export const destinationColumns = `destinations.id, destinations.guild_id as guildId, destinations.channel_id as channelId,
  destinations.kind, destinations.address, destinations.user_id as userId, destinations.created_at as createdAt,
  destinations.blocked_reason as blockedReason`;

/** Stores destinations. Null if the channel has it already, or is not stored. */
export function destinationAdder(db: Database): (destination: NewDestination) => Destination | null {
  const insert = db.$client.prepare<[NewDestination], Destination>(
    `insert into destinations (guild_id, channel_id, kind, address, user_id, created_at)
     select @guildId, @channelId, @kind, @address, @userId, @at
     where exists (select 1 from channels where channel_id = @channelId and guild_id = @guildId)
     on conflict do nothing returning ${destinationColumns.replaceAll('destinations.', '')}`,
  );
  return (destination) => insert.get(destination) ?? null;
}

/** Reads the destinations of a channel that are not blocked. */
export function openDestinationReader(db: Database): (channelId: string) => readonly Destination[] {
  const find = db.$client.prepare<[string], Destination>(
    `select ${destinationColumns} from destinations where channel_id = ? and blocked_reason is null order by id`,
  );
  return (channelId) => find.all(channelId);
}

/** Makes deliveries of rows, with their destinations. */
export function addressedDeliveries(db: Database): (rows: readonly DeliveryRow[]) => readonly Delivery[] {
  const find = db.$client.prepare<[number], Destination>(`select ${destinationColumns} from destinations where id = ?`);
  const destinationOf = (id: number): Destination | null => (id === 0 ? null : (find.get(id) ?? null));
  return (rows) => rows.map((row) => deliveryOf(row, destinationOf(row.destinationId)));
}

/** Blocks a destination: it takes nothing until someone acts. */
export function destinationBlocker(db: Database): (id: number, reason: string) => void {
  const block = db.$client.prepare<[string, number]>('update destinations set blocked_reason = ? where id = ?');
  return (id, reason) => void block.run(reason, id);
}

/** Ends the block of a destination, and sends its held deliveries. False if it was not blocked. */
export function destinationUnblocker(db: Database): (id: number) => boolean {
  const unblock = db.$client.prepare<[number]>(
    `update destinations set blocked_reason = null, block_notified_at = null
     where id = ? and blocked_reason is not null`,
  );
  const send = db.$client.prepare<[number]>(
    "update deliveries set state = 'retry' where destination_id = ? and destination_id <> 0 and state = 'blocked'",
  );
  return (id) => {
    if (unblock.run(id).changes === 0) return false;
    send.run(id);
    return true;
  };
}

/**
 * Deletes the unsent deliveries of a destination, or of all, if it is no longer stored. What is being sent may arrive, so it
 * counts as uncertain.
 */
export function forgetEnded(db: Database, destinationId: number | null = null): void {
  const isEnded = `${destinationId === null ? '' : `destination_id = ${destinationId} and `} destination_id <> 0
    and not exists (select 1 from destinations where destinations.id = deliveries.destination_id)`;
  const { $client } = db;
  $client
    .prepare(`delete from deliveries where ${isEnded} and state in ('planned', 'retry', 'blocked', 'withdrawn')`)
    .run();
  $client
    .prepare(
      `update deliveries set state = 'uncertain', reason = 'the destination was removed meanwhile'
       where ${isEnded} and state = 'sending'`,
    )
    .run();
}
