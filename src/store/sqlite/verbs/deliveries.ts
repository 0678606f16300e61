import type { Instant } from '../../../ports.ts';
import { followUpPart } from '../../follow-ups.ts';
import type { Delivery, Settlement } from '../../outbox.ts';
import { type SettlementEffects, settledColumns, settlementEffects, settling } from '../../rules/settlement.ts';
import type { Store } from '../../store.ts';
import { StoreError } from '../../store-error.ts';
import { and, eq, lt, type SQL, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic, type SharedCommits } from '../file/transaction.ts';
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
  'deliveries' | 'claimDeliveries' | 'nextDeliveryAt' | 'interruptedDeliveries' | 'settleDelivery' | 'expireDeliveries'
>;

/** The verbs of the outbox. */
export function deliveryVerbs(db: Database, commits: SharedCommits): DeliveryVerbs {
  const claim = claimer(db);
  const settle = settler(db);
  const expire = expirer(db);
  const next = db.$client
    .prepare<[Instant], Instant>(
      `select due.due_at from deliveries as due indexed by deliveries_by_wait
        cross join channels on channels.channel_id = due.channel_id
      where due.state in ('planned', 'retry') and due.destination_id = 0 and due.due_at > ?
        and channels.blocked_reason is null
      order by due.due_at limit 1`,
    )
    .pluck();
  const addressed = addressedDeliveries(db);
  const interrupted = db.select().from(deliveries).where(sql`state = 'sending'`).orderBy(deliveries.id).prepare();

  return {
    deliveries: async (channelId, date) =>
      db
        .select()
        .from(deliveries)
        .where(and(...ofChannel(channelId), eq(deliveries.date, date), lt(deliveries.part, followUpPart)))
        .orderBy(deliveries.part)
        .all()
        .map((row) => deliveryOf(row)),
    claimDeliveries: commits.atomic(claim),
    nextDeliveryAt: async (now) => next.get(now) ?? null,
    interruptedDeliveries: async () => addressed(interrupted.all()),
    settleDelivery: commits.atomic(settle),
    expireDeliveries: atomic(db, expire),
  };
}

/** The deliveries to the channel itself. */
const ofChannel = (channelId: string) => [eq(deliveries.channelId, channelId), eq(deliveries.destinationId, 0)];

/**
 * Claims deliveries, the longest due first. SQLite has one writer at a time, so one statement is enough to keep two
 * claims from taking the same row. A database with several writers needs `for update skip locked`. The index and the
 * order of the join are fixed, because SQLite would sort all due deliveries for each claim.
 */
function claimer(db: Database): (now: Instant, limit: number, channelId?: string) => readonly Delivery[] {
  const claimAmong = (from: SQL, where: SQL) =>
    db
      .update(deliveries)
      .set({ state: 'sending', attempts: sql`attempts + 1` })
      .where(
        sql`id in (
          select due.id from ${from}
            cross join channels on channels.channel_id = due.channel_id
          where ${where} and due.state in ('planned', 'retry') and due.destination_id = 0 and due.due_at <= ${sql.placeholder('now')}
            and channels.blocked_reason is null
            and (due.part = 1 or not exists (
              select 1 from deliveries as earlier
              where earlier.channel_id = due.channel_id and earlier.destination_id = 0 and earlier.date = due.date
                and earlier.part < due.part
                and earlier.state not in ('sent', 'dropped', 'uncertain', 'withdrawn')))
          order by due.due_at, due.id limit ${sql.placeholder('limit')})`,
      )
      .returning()
      .prepare();
  const claimAny = claimAmong(sql`deliveries as due indexed by deliveries_by_wait`, sql`true`);
  const claimOf = claimAmong(
    sql`deliveries as due indexed by deliveries_by_channel`,
    sql`due.channel_id = ${sql.placeholder('channelId')}`,
  );
  const moveStray = strayDeliveryMover(db, 'destination_id = 0');
  return (now, limit, channelId) => {
    const claim = () =>
      channelId === undefined ? claimAny.all({ now, limit }) : claimOf.all({ now, limit, channelId });
    const rows = claim();
    if (rows.length === 0 && moveStray(now)) rows.push(...claim());
    return rows.toSorted(byWait).map((row) => deliveryOf(row));
  };
}

function settler(db: Database): (deliveryId: number, settlement: Settlement) => void {
  const byId = db
    .select({
      state: deliveries.state,
      channelId: deliveries.channelId,
      destinationId: deliveries.destinationId,
      part: deliveries.part,
      inDoubt: deliveries.inDoubt,
      leftOut: deliveries.leftOut,
    })
    .from(deliveries)
    .where(eq(deliveries.id, sql.placeholder('id')))
    .prepare();
  const noteAtPlace = placeNoter(db);
  const withdrawal = createWithdrawal(db);

  return (id, settlement) => {
    const delivery = byId.get({ id });
    if (delivery === undefined) throw new StoreError('unknown', `Delivery ${id} is not stored.`);
    const { channelId } = delivery;
    const possible = settling(delivery.state, settlement.state);
    if (possible === 'done') return;
    if (possible === 'conflict') {
      throw new StoreError('conflict', `Delivery ${id} was ${delivery.state} and cannot become ${settlement.state}.`);
    }
    db.update(deliveries).set(settledColumns(settlement, delivery)).where(eq(deliveries.id, id)).run();
    const effects = settlementEffects(settlement);
    noteAtPlace({ ...delivery, id }, effects);
    if (effects.withdrawnAt !== null) withdrawal.withdrawFrom(channelId, effects.withdrawnAt);
  };
}

type SettledRow = Pick<DeliveryRow, 'id' | 'channelId' | 'destinationId'>;

/** Notes an outcome at the channel, or at the destination: a sent message ends its block, and a refusal begins one. */
function placeNoter(db: Database) {
  const noteAtChannel = channelNoter(db);
  const noteAtDestination = destinationNoter(db);
  return (row: SettledRow, effects: SettlementEffects): void =>
    row.destinationId === 0 ? noteAtChannel(row, effects) : noteAtDestination(row.destinationId, effects);
}

function channelNoter(db: Database) {
  const startPublication = publicationStarter(db);
  return ({ id, channelId }: SettledRow, { postedAt, block }: SettlementEffects): void => {
    if (postedAt !== null) {
      endBlock(db, channelId, postedAt);
      startPublication(id, postedAt);
    }
    if (block !== null) blockChannel(db, channelId, block.reason, block.at);
  };
}

function destinationNoter(db: Database) {
  const blockDestination = destinationBlocker(db);
  const unblock = destinationUnblocker(db);
  return (id: number, { postedAt, block, withdrawnAt }: SettlementEffects): void => {
    if (postedAt !== null) unblock(id);
    if (block !== null) blockDestination(id, block.reason);
    // It may have been removed while the message was being sent.
    if (withdrawnAt !== null) forgetEnded(db, id);
  };
}

function expirer(db: Database): (plannedBefore: Instant, reason: string, at: Instant) => readonly Delivery[] {
  const expireAmong = (which: SQL) =>
    db
      .update(deliveries)
      .set({
        state: 'dropped',
        reason: sql`${sql.placeholder('reason')}`,
        settledAt: sql`${sql.placeholder('at')}`,
        isLossUnnotified: sql`part < ${followUpPart} and destination_id = 0`,
      })
      // The plus keeps SQLite from reading all waiting deliveries. What is blocked has few.
      .where(
        sql`+state in ('planned', 'retry', 'blocked') and planned_at < ${sql.placeholder('plannedBefore')} and ${which}`,
      )
      .returning()
      .prepare();
  const toChannels = expireAmong(
    sql`destination_id = 0 and channel_id in (select channel_id from channels where blocked_reason is not null)`,
  );
  const toDestinations = expireAmong(
    sql`destination_id <> 0 and destination_id in (select id from destinations where blocked_reason is not null)`,
  );
  const addressed = addressedDeliveries(db);
  return (plannedBefore, reason, at) =>
    addressed([toChannels, toDestinations].flatMap((expire) => expire.all({ plannedBefore, reason, at })));
}
