import type { Destination, DestinationKind } from '../../../digests/destination.ts';
import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { DestinationVerbs, KnownDestination } from '../../destinations.ts';
import type { DeliveryState } from '../../outbox.ts';
import type { Connection } from '../connection.ts';
import { and, eq, sql } from '../drizzle.ts';
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
export function destinationVerbs(db: Connection): DestinationVerbs {
  const unnotified = db.prepare<[number], Destination>(
    `select ${destinationColumns} from destinations
     where blocked_reason is not null and block_notified_at is null
       and guild_id not in (select removed_guilds.guild_id from removed_guilds) order by id limit ?`,
  );
  const next = db
    .prepare<[Instant, DestinationKind], Instant>(
      `select due.due_at from deliveries as due ${db.dialect.by('deliveries_to_destinations_by_wait')}
         ${db.dialect.joinInOrder} destinations on destinations.id = due.destination_id
       where due.state in ('planned', 'retry') and due.destination_id <> 0 and due.due_at > ? and ${isOpen}
         and destinations.kind = ? order by due.due_at limit 1`,
    )
    .pluck();
  return {
    addDestination: db.atomic(destinationAdder(db)),
    destinations: db.reading(knownDestinationReader(db)),
    removeDestination: db.atomic(async (id, channelId) => {
      const ofChannel = channelId === undefined ? undefined : eq(destinations.channelId, channelId);
      const removed = await db.run(db.delete(destinations).where(and(eq(destinations.id, id), ofChannel)));
      if (removed > 0) await forgetEnded(db, id);
      return removed > 0;
    }),
    unblockDestination: db.atomic(destinationUnblocker(db)),
    unnotifiedDestinationBlocks: db.asking((limit) => unnotified.all(limit)),
    noteDestinationBlockNotified: db.atomic(async (id, at) => {
      await db.run(db.update(destinations).set({ blockNotifiedAt: at }).where(eq(destinations.id, id)));
    }),
    claimDestinationDeliveries: db.shared(claimer(db)),
    nextDestinationDeliveryAt: db.asking(async (kind, now) => (await next.get(now, kind)) ?? null),
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

function knownDestinationReader(db: Connection): (channelId: string) => Promise<readonly KnownDestination[]> {
  const find = db.prepare<[string], KnownRow>(
    `select ${destinationColumns}, last.date, last.state, last.reason from destinations
     left join deliveries as last on last.id = (
       select id from deliveries
       where destination_id = destinations.id and destination_id <> 0 and state <> 'withdrawn'
       order by date desc, part desc limit 1)
     where destinations.channel_id = ? order by destinations.id`,
  );
  return async (channelId) =>
    (await find.all(channelId)).map(({ date, state, reason, ...destination }) => ({
      ...destination,
      last: date === null ? null : { date, state, reason },
    }));
}

/** Claims deliveries to destinations of a kind, as `claimDeliveries` does for channels. */
function claimer(db: Connection): DestinationVerbs['claimDestinationDeliveries'] {
  const addressed = addressedDeliveries(db);
  const claim = db.prepared(
    db
      .update(deliveries)
      .set({ state: 'sending', workerId: sql`${sql.placeholder('workerId')}`, attempts: sql`attempts + 1` })
      .where(
        sql`id in (
          with claimed as materialized (
            select due.id from deliveries as due ${sql.raw(db.dialect.by('deliveries_to_destinations_by_wait'))}
              ${sql.raw(db.dialect.joinInOrder)} destinations on destinations.id = due.destination_id
            where due.destination_id <> 0 and due.state in ('planned', 'retry')
              and due.due_at <= ${sql.placeholder('now')}
              and ${sql.raw(isOpen)} and destinations.kind = ${sql.placeholder('kind')}
              and (due.part = 1 or not exists (
                select 1 from deliveries as earlier
                where earlier.destination_id = due.destination_id and earlier.destination_id <> 0
                  and earlier.date = due.date and earlier.part < due.part
                  and earlier.state not in ('sent', 'dropped', 'uncertain', 'withdrawn')))
            order by due.due_at, due.id limit ${sql.placeholder('limit')} ${sql.raw(db.dialect.claiming('due'))})
          select claimed.id from claimed)`,
      )
      .returning(),
  );
  const moveStray = strayDeliveryMover(db, 'destination_id <> 0');
  return async (workerId, kind, now, limit) => {
    const given = { workerId, kind, now, limit };
    let rows = await claim.all(given);
    if (rows.length === 0 && (await moveStray(now))) rows = await claim.all(given);
    return addressed(rows.toSorted(byWait));
  };
}
