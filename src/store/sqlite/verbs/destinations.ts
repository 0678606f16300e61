import type { Destination, DestinationKind } from '../../../digests/destination.ts';
import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { DestinationVerbs, KnownDestination } from '../../destinations.ts';
import type { Delivery, DeliveryState } from '../../outbox.ts';
import { and, eq, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic, type SharedCommits } from '../file/transaction.ts';
import { destinations } from '../schema/destination-schema.ts';
import { deliveries } from '../schema/digest-schema.ts';
import { byWait, strayDeliveryMover } from '../tables/delivery-rows.ts';
import {
  addressedDeliveries,
  destinationAdder,
  destinationColumns,
  destinationUnblocker,
  forgetEnded,
} from '../tables/destination-rows.ts';

/** Verbs for destinations and their deliveries. */
export function destinationVerbs(db: Database, commits: SharedCommits): DestinationVerbs {
  const unnotified = db.$client.prepare<[number], Destination>(
    `select ${destinationColumns} from destinations
     where blocked_reason is not null and block_notified_at is null
       and guild_id not in (select removed_guilds.guild_id from removed_guilds) order by id limit ?`,
  );
  const next = db.$client
    .prepare<[Instant, DestinationKind], Instant>(
      `select due.due_at from deliveries as due indexed by deliveries_to_destinations_by_wait
         cross join destinations on destinations.id = due.destination_id
       where due.state in ('planned', 'retry') and due.destination_id <> 0 and due.due_at > ? and ${isOpen}
         and destinations.kind = ? order by due.due_at limit 1`,
    )
    .pluck();
  return {
    addDestination: atomic(db, destinationAdder(db)),
    destinations: async (channelId) => knownDestinations(db, channelId),
    removeDestination: atomic(db, (id: number, channelId?: string) => {
      const ofChannel = channelId === undefined ? undefined : eq(destinations.channelId, channelId);
      const { changes } = db
        .delete(destinations)
        .where(and(eq(destinations.id, id), ofChannel))
        .run();
      if (changes > 0) forgetEnded(db, id);
      return changes > 0;
    }),
    unblockDestination: atomic(db, destinationUnblocker(db)),
    unnotifiedDestinationBlocks: async (limit) => unnotified.all(limit),
    noteDestinationBlockNotified: atomic(db, (id: number, at: Instant) => {
      db.update(destinations).set({ blockNotifiedAt: at }).where(eq(destinations.id, id)).run();
    }),
    claimDestinationDeliveries: commits.atomic(claimer(db)),
    nextDestinationDeliveryAt: async (kind, now) => next.get(now, kind) ?? null,
  };
}

/** SQL for whether a destination gets messages. */
const isOpen = `destinations.blocked_reason is null
  and destinations.guild_id not in (select removed_guilds.guild_id from removed_guilds)`;

interface KnownRow extends Destination {
  readonly date: LocalDate | null;
  readonly state: DeliveryState;
  readonly reason: string | null;
}

function knownDestinations(db: Database, channelId: string): readonly KnownDestination[] {
  const rows = db.$client
    .prepare<[string], KnownRow>(
      `select ${destinationColumns}, last.date, last.state, last.reason from destinations
       left join deliveries as last on last.id = (
         select id from deliveries
         where destination_id = destinations.id and destination_id <> 0 and state <> 'withdrawn'
         order by date desc, part desc limit 1)
       where destinations.channel_id = ? order by destinations.id`,
    )
    .all(channelId);
  return rows.map(({ date, state, reason, ...destination }) => ({
    ...destination,
    last: date === null ? null : { date, state, reason },
  }));
}

/** Claims deliveries to destinations of a kind, as `claimDeliveries` does for channels. */
function claimer(db: Database): (kind: DestinationKind, now: Instant, limit: number) => readonly Delivery[] {
  const addressed = addressedDeliveries(db);
  const claim = db
    .update(deliveries)
    .set({ state: 'sending', attempts: sql`attempts + 1` })
    .where(
      sql`id in (
        select due.id from deliveries as due indexed by deliveries_to_destinations_by_wait
          cross join destinations on destinations.id = due.destination_id
        where due.destination_id <> 0 and due.state in ('planned', 'retry') and due.due_at <= ${sql.placeholder('now')}
          and ${sql.raw(isOpen)} and destinations.kind = ${sql.placeholder('kind')}
          and (due.part = 1 or not exists (
            select 1 from deliveries as earlier
            where earlier.destination_id = due.destination_id and earlier.destination_id <> 0
              and earlier.date = due.date and earlier.part < due.part
              and earlier.state not in ('sent', 'dropped', 'uncertain', 'withdrawn')))
        order by due.due_at, due.id limit ${sql.placeholder('limit')})`,
    )
    .returning()
    .prepare();
  const moveStray = strayDeliveryMover(db, 'destination_id <> 0');
  return (kind, now, limit) => {
    const rows = claim.all({ kind, now, limit });
    if (rows.length === 0 && moveStray(now)) rows.push(...claim.all({ kind, now, limit }));
    return addressed(rows.toSorted(byWait));
  };
}
