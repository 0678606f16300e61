import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import { followUpPart } from '../../follow-ups.ts';
import type { Delivery } from '../../outbox.ts';
import { canSettle, type SettlementEffects, settledColumns, settlementEffects } from '../../rules/settlement.ts';
import type { Store } from '../../store.ts';
import { StoreError } from '../../store-error.ts';
import { oneByOne } from '../calls.ts';
import type { Connection } from '../connection.ts';
import { and, eq, lt, type SQL, sql } from '../drizzle.ts';
import { deliveries } from '../schema/digest-schema.ts';
import { blockChannel, endBlock } from '../tables/channel-blocks.ts';
import { byWait, type DeliveryRow, deliveryOf, strayDeliveryMover } from '../tables/delivery-rows.ts';
import {
  addressedDeliveries,
  destinationBlocker,
  destinationUnblocker,
  forgetEnded,
} from '../tables/destination-rows.ts';
import { publicationStarter } from '../tables/publication-start.ts';
import { createWithdrawal } from '../tables/withdrawal.ts';

type DeliveryVerbs = Pick<
  Store,
  'deliveries' | 'claimDeliveries' | 'nextDeliveryAt' | 'settleDelivery' | 'expireDeliveries'
>;

/** The verbs of the outbox. */
export function deliveryVerbs(db: Connection): DeliveryVerbs {
  const claim = claimer(db);
  const settle = settler(db);
  const expire = expirer(db);
  const next = db
    .prepare<[Instant], Instant>(
      `select due.due_at from deliveries as due ${db.dialect.by('deliveries_by_wait')}
        ${db.dialect.joinInOrder} channels on channels.channel_id = due.channel_id
      where due.state in ('planned', 'retry') and due.destination_id = 0 and due.due_at > ?
        and channels.blocked_reason is null
      order by due.due_at limit 1`,
    )
    .pluck();
  return {
    deliveries: db.asking((channelId, date) => deliveriesOf(db, channelId, date)),
    claimDeliveries: db.shared(claim),
    nextDeliveryAt: db.asking(async (now) => (await next.get(now)) ?? null),
    // One after another, because two deliveries may be of the same channel.
    settleDelivery: db.together(oneByOne(settle)),
    expireDeliveries: db.atomic(expire),
  };
}

/** The deliveries of a digest to the channel itself. */
async function deliveriesOf(db: Connection, channelId: string, date: LocalDate): Promise<readonly Delivery[]> {
  const ofDigest = [eq(deliveries.channelId, channelId), eq(deliveries.destinationId, 0), eq(deliveries.date, date)];
  const rows = await db.all(
    db
      .select()
      .from(deliveries)
      .where(and(...ofDigest, lt(deliveries.part, followUpPart)))
      .orderBy(deliveries.part),
  );
  return rows.map((row) => deliveryOf(row));
}

/**
 * Claims deliveries, the longest due first. One statement keeps two claims from taking the same row: SQLite has one
 * writer at a time, and PostgreSQL skips rows that somebody else is claiming. The rows are chosen first, because
 * PostgreSQL may run a query in `in (…)` again for each row, and would claim more than the limit. The index and
 * the order of the join are fixed, because SQLite would sort all due deliveries for each claim.
 */
function claimer(db: Connection): DeliveryVerbs['claimDeliveries'] {
  const claimAmong = (index: string, where: SQL) =>
    db.prepared(
      db
        .update(deliveries)
        .set({ state: 'sending', workerId: sql`${sql.placeholder('workerId')}`, attempts: sql`attempts + 1` })
        .where(
          sql`id in (
            with claimed as materialized (
              select due.id from deliveries as due ${sql.raw(db.dialect.by(index))}
                ${sql.raw(db.dialect.joinInOrder)} channels on channels.channel_id = due.channel_id
              where ${where} and due.state in ('planned', 'retry') and due.destination_id = 0
                and due.due_at <= ${sql.placeholder('now')} and channels.blocked_reason is null
                and (due.part = 1 or not exists (
                  select 1 from deliveries as earlier
                  where earlier.channel_id = due.channel_id and earlier.destination_id = 0 and earlier.date = due.date
                    and earlier.part < due.part
                    and earlier.state not in ('sent', 'dropped', 'uncertain', 'withdrawn')))
              order by due.due_at, due.id limit ${sql.placeholder('limit')} ${sql.raw(db.dialect.claiming('due'))})
            select claimed.id from claimed)`,
        )
        .returning(),
    );
  const claimAny = claimAmong('deliveries_by_wait', sql`true`);
  const claimOf = claimAmong('deliveries_by_channel', sql`due.channel_id = ${sql.placeholder('channelId')}`);
  const moveStray = strayDeliveryMover(db, 'destination_id = 0');
  return async (workerId, now, limit, channelId) => {
    const given = { workerId, now, limit };
    const claim = () => (channelId === undefined ? claimAny.all(given) : claimOf.all({ ...given, channelId }));
    let rows = await claim();
    if (rows.length === 0 && (await moveStray(now))) rows = await claim();
    return rows.toSorted(byWait).map((row) => deliveryOf(row));
  };
}

function settler(db: Connection): DeliveryVerbs['settleDelivery'] {
  const byId = db.prepared(
    db
      .select({
        state: deliveries.state,
        workerId: deliveries.workerId,
        channelId: deliveries.channelId,
        destinationId: deliveries.destinationId,
        part: deliveries.part,
        inDoubt: deliveries.inDoubt,
        leftOut: deliveries.leftOut,
      })
      .from(deliveries)
      .where(eq(deliveries.id, sql.placeholder('id'))),
  );
  const noteAtPlace = placeNoter(db);
  const withdrawal = createWithdrawal(db);

  return async (workerId, id, settlement) => {
    const delivery = await byId.get({ id });
    if (delivery === undefined) throw new StoreError('unknown', `Delivery ${id} is not stored.`);
    const { channelId } = delivery;
    if (!canSettle(delivery, workerId, settlement.state)) return false;
    await db.run(db.update(deliveries).set(settledColumns(settlement, delivery)).where(eq(deliveries.id, id)));
    const effects = settlementEffects(settlement);
    await noteAtPlace({ ...delivery, id }, effects);
    if (effects.withdrawnAt !== null) await withdrawal.withdrawFrom(channelId, effects.withdrawnAt);
    return true;
  };
}

type SettledRow = Pick<DeliveryRow, 'id' | 'channelId' | 'destinationId'>;

/** Notes an outcome at the channel, or at the destination: a sent message ends its block, and a refusal begins one. */
function placeNoter(db: Connection) {
  const noteAtChannel = channelNoter(db);
  const noteAtDestination = destinationNoter(db);
  return (row: SettledRow, effects: SettlementEffects): Promise<void> =>
    row.destinationId === 0 ? noteAtChannel(row, effects) : noteAtDestination(row.destinationId, effects);
}

function channelNoter(db: Connection) {
  const startPublication = publicationStarter(db);
  return async ({ id, channelId }: SettledRow, { postedAt, block }: SettlementEffects): Promise<void> => {
    if (postedAt !== null) {
      await endBlock(db, channelId, postedAt);
      await startPublication(id, postedAt);
    }
    if (block !== null) await blockChannel(db, channelId, block.reason, block.at);
  };
}

function destinationNoter(db: Connection) {
  const blockDestination = destinationBlocker(db);
  const unblock = destinationUnblocker(db);
  return async (id: number, { postedAt, block, withdrawnAt }: SettlementEffects): Promise<void> => {
    if (postedAt !== null) await unblock(id);
    if (block !== null) await blockDestination(id, block.reason);
    // It may have been removed while the message was being sent.
    if (withdrawnAt !== null) await forgetEnded(db, id);
  };
}

function expirer(
  db: Connection,
): (plannedBefore: Instant, reason: string, at: Instant) => Promise<readonly Delivery[]> {
  // SQLite must not read all waiting deliveries. What is blocked has few.
  const state = sql.raw(db.dialect.unindexed('state'));
  const expireAmong = (which: SQL) =>
    db.prepared(
      db
        .update(deliveries)
        .set({
          state: 'dropped',
          reason: sql`${sql.placeholder('reason')}`,
          settledAt: sql`${sql.placeholder('at')}`,
          isLossUnnotified: sql`case when part < ${followUpPart} and destination_id = 0 then 1 else 0 end`,
        })
        .where(
          sql`${state} in ('planned', 'retry', 'blocked') and planned_at < ${sql.placeholder('plannedBefore')} and ${which}`,
        )
        .returning(),
    );
  const toChannels = expireAmong(
    sql`destination_id = 0 and channel_id in (select channel_id from channels where blocked_reason is not null)`,
  );
  const toDestinations = expireAmong(
    sql`destination_id <> 0 and destination_id in (select id from destinations where blocked_reason is not null)`,
  );
  const addressed = addressedDeliveries(db);
  return async (plannedBefore, reason, at) => {
    const expired: DeliveryRow[] = [];
    for (const expire of [toChannels, toDestinations])
      expired.push(...(await expire.all({ plannedBefore, reason, at })));
    return addressed(expired.toSorted((one, other) => one.id - other.id));
  };
}
