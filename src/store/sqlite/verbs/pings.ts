import { hash } from 'node:crypto';
import type { Ping } from '../../../digests/pings.ts';
import type { Instant } from '../../../ports.ts';
import { followUpPart } from '../../follow-ups.ts';
import type { NewPing, PingNotice, PingSettlement, PingVerbs } from '../../pings.ts';
import { and, asc, count, eq, inArray, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { channels } from '../schema/channel-schema.ts';
import { pingNotices, pings } from '../schema/ping-schema.ts';
import { pingColumns } from '../tables/ping-rows.ts';

/** A message mentions at most this many people. */
const mentionsAtMost = 20;
/** The longest nonce that Discord takes. */
const nonceLength = 25;

export function pingVerbs(db: Database): PingVerbs {
  const ofUser = db.$client.prepare<[string], Ping>(`select ${pingColumns} from pings where user_id = ? order by id`);
  const remove = db.$client.prepare<[string, number], Ping>(
    `delete from pings where user_id = ? and id = ? returning ${pingColumns}`,
  );
  return {
    addPing: atomic(db, (ping: NewPing) => addPing(db, ping)),
    pings: async (userId) => ofUser.all(userId),
    removePing: atomic(db, (userId: string, id: number) => remove.get(userId, id) ?? null),
    forgetPings: atomic(db, (userId: string, channelId: string) => {
      db.delete(pings)
        .where(and(eq(pings.userId, userId), eq(pings.channelId, channelId)))
        .run();
      db.update(pingNotices)
        .set({ state: 'dropped' })
        .where(and(eq(pingNotices.userId, userId), eq(pingNotices.channelId, channelId), isWaiting))
        .run();
    }),
    claimPingNotices: atomic(db, noticeClaimer(db)),
    settlePingNotice: atomic(db, (nonce: string, outcome: PingSettlement) => {
      db.update(pingNotices)
        .set(outcome)
        .where(and(eq(pingNotices.nonce, nonce), eq(pingNotices.state, 'sending')))
        .run();
    }),
    recoverPingNotices: atomic(db, () => {
      db.update(pingNotices).set({ state: 'retry', inDoubt: true }).where(eq(pingNotices.state, 'sending')).run();
    }),
  };
}

const isWaiting = inArray(pingNotices.state, ['planned', 'retry']);

function addPing(db: Database, { cap, ...ping }: NewPing): 'added' | 'changed' | 'cap-reached' {
  const ofPerson = and(eq(pings.channelId, ping.channelId), eq(pings.userId, ping.userId));
  const changed = db
    .update(pings)
    .set({ way: ping.way })
    .where(and(ofPerson, eq(pings.topic, ping.topic)))
    .run();
  if (changed.changes > 0) return 'changed';
  const held = db.select({ held: count() }).from(pings).where(ofPerson).get()?.held ?? 0;
  if (held >= cap) return 'cap-reached';
  db.insert(pings).values(ping).run();
  return 'added';
}

type NoticeRow = typeof pingNotices.$inferSelect;

/** A notice that was tried before keeps its people and its nonce. New ones are put together by channel and day. */
function noticeClaimer(db: Database) {
  const isDigestOver = sql`not exists (
    select 1 from deliveries where deliveries.channel_id = ${pingNotices.channelId} and deliveries.date = ${pingNotices.date}
      and deliveries.part < ${followUpPart} and deliveries.destination_id = 0
      and deliveries.state in ('planned', 'sending', 'retry', 'blocked'))`;
  return (now: Instant, limit: number): readonly PingNotice[] => {
    const rows = db
      .select({ notice: pingNotices, guildId: channels.guildId })
      .from(pingNotices)
      .innerJoin(channels, eq(channels.channelId, pingNotices.channelId))
      .where(and(isWaiting, sql`${pingNotices.dueAt} <= ${now}`, isDigestOver))
      .orderBy(asc(pingNotices.id))
      .limit(limit * mentionsAtMost)
      .all();
    const groups = [...Map.groupBy(rows, ({ notice }) => groupOf(notice)).values()].flatMap(inMessages).slice(0, limit);
    return groups.map((group) => claim(db, group));
  };
}

const groupOf = ({ nonce, way, id, channelId, date }: NoticeRow): string =>
  nonce ?? (way === 'mention' ? `${channelId} ${date}` : `message ${id}`);

function inMessages<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / mentionsAtMost) }, (_, index) =>
    rows.slice(index * mentionsAtMost, (index + 1) * mentionsAtMost),
  );
}

function claim(db: Database, group: readonly { readonly notice: NoticeRow; readonly guildId: string }[]): PingNotice {
  const [first] = group;
  if (first === undefined) throw new RangeError('a notice without people');
  const { notice, guildId } = first;
  const nonce = notice.nonce ?? hash('sha256', `ping/${notice.id}`, 'base64url').slice(0, nonceLength);
  const ids = group.map((row) => row.notice.id);
  db.update(pingNotices)
    .set({ state: 'sending', nonce, attempts: sql`${pingNotices.attempts} + 1` })
    .where(inArray(pingNotices.id, ids))
    .run();
  const { channelId, date, way, plannedAt, inDoubt, attempts } = notice;
  const people = group.map((row) => ({ userId: row.notice.userId, papers: row.notice.papers }));
  return { nonce, guildId, channelId, date, way, people, plannedAt, inDoubt, attempts: attempts + 1 };
}
