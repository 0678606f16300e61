import { minuteMs } from '../../../time.ts';
import type { LeaseVerbs, Taker, Worker } from '../../leases.ts';
import type { Delivery } from '../../outbox.ts';
import type { Connection } from '../connection.ts';
import { sql } from '../drizzle.ts';
import { listed } from '../listed.ts';
import { deliveries } from '../schema/digest-schema.ts';
import { workers } from '../schema/lease-schema.ts';
import { addressedDeliveries } from '../tables/destination-rows.ts';

/** Verbs for what several processes share: leases, tasks, and the rate of their requests. */
export function leaseVerbs(db: Connection): LeaseVerbs {
  const { now } = db.dialect;
  const insert = db.prepare<[string, number]>(`insert into workers (id, until) values (?, ${now} + cast(? as bigint))`);
  const renew = db.prepare<[number, string]>(
    `update workers set until = ${now} + cast(? as bigint) where id = ? and until > ${now}`,
  );
  const end = db.prepare<[string]>('delete from workers where id = ?');
  const take = db.prepare<{ task: string; workerId: string }>(
    `insert into tasks (name, worker_id)
     select cast(:task as text), cast(:workerId as text) where exists (${livingWorker(db, ':workerId')})
     on conflict (name) do update set worker_id = excluded.worker_id
     where tasks.worker_id = excluded.worker_id or not exists (${livingWorker(db, 'tasks.worker_id')})`,
  );
  const findLost = lostFinder(db);
  return {
    beginLease: db.atomic(async ({ id, leaseMs }: Worker) => {
      await db.run(db.delete(workers).where(sql`until <= ${sql.raw(now)}`));
      await insert.run(id, leaseMs);
    }),
    renewLease: db.single(async ({ id, leaseMs }: Worker) => (await renew.run(leaseMs, id)) > 0),
    endLease: db.atomic(async (workerId: string) => {
      await end.run(workerId);
    }),
    endLeases: db.atomic(async () => {
      await db.run(db.delete(workers));
    }),
    takeTask: db.atomic(async (task: string, workerId: string) => (await take.run({ task, workerId })) > 0),
    takeOverDeliveries: db.atomic(overtaker(db)),
    hasLostDeliveries: db.asking(async (taker: Taker) => (await findLost(taker, 1)).length > 0),
    reserveRequests: db.single(reserver(db)),
  };
}

/** SQL for the worker of that id, if its lease has not ended. */
const livingWorker = ({ dialect }: Connection, id: string): string =>
  `select 1 from workers where workers.id = ${id} and workers.until > ${dialect.now}`;

/** Finds deliveries of a taker's kind that are `sending`, and that nobody sends. */
function lostFinder(db: Connection, claiming = ''): (taker: Taker, limit: number) => Promise<readonly number[]> {
  const { dialect } = db;
  const find = db
    .prepare<{ workerId: string; place: string; inHand: string; limit: number }, number>(
      `select lost.id from deliveries as lost ${dialect.by('deliveries_by_state')}
       where lost.state = 'sending'
         and case when lost.destination_id = 0 then 'channel'
           else (select destinations.kind from destinations where destinations.id = lost.destination_id) end = :place
         and case when lost.worker_id = :workerId
           then lost.id not in (select held.value from ${dialect.numbers(':inHand')} as held)
           else not exists (${livingWorker(db, 'lost.worker_id')}) end
       order by lost.id limit :limit ${claiming}`,
    )
    .pluck();
  return ({ workerId, kind, inHand }, limit) =>
    find.all({ workerId, place: kind ?? 'channel', inHand: JSON.stringify(inHand), limit });
}

function overtaker(db: Connection): (taker: Taker, limit: number) => Promise<readonly Delivery[]> {
  const find = lostFinder(db, db.dialect.claiming('lost'));
  const give = db.prepared(
    db
      .update(deliveries)
      .set({ workerId: sql`${sql.placeholder('workerId')}` })
      .where(sql`id in ${listed(db.dialect.numbers, 'ids')}`)
      .returning(),
  );
  const addressed = addressedDeliveries(db);
  return async (taker, limit) => {
    const ids = await find(taker, limit);
    if (ids.length === 0) return [];
    const rows = await give.all({ workerId: taker.workerId, ids: JSON.stringify(ids) });
    return await addressed(rows.toSorted((one, other) => one.id - other.id));
  };
}

/** Longer than the row of hundreds of workers. A row that is further ahead was written with a wrong clock. */
const furthestMs = 2 * minuteMs;

/** A row of requests that stood still goes on from now. */
function reserver(db: Connection): (name: string, wanted: number, apartMs: number) => Promise<number> {
  const { now } = db.dialect;
  const isGoingOn = `request_rows.next_at between ${now} and ${now} + ${furthestMs}`;
  const reserve = db
    .prepare<{ name: string; ms: number }, number>(
      `insert into request_rows (name, next_at) values (:name, ${now} + cast(:ms as bigint))
       on conflict (name) do update set
         next_at = case when ${isGoingOn} then request_rows.next_at else ${now} end + cast(:ms as bigint)
       returning next_at - cast(:ms as bigint) - ${now}`,
    )
    .pluck();
  return async (name, wanted, apartMs) => {
    const waitMs = await reserve.get({ name, ms: Math.ceil(wanted * apartMs) });
    return Math.max(0, waitMs ?? 0);
  };
}
