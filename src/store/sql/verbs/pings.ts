import { hash } from 'node:crypto';
import type { Ping } from '../../../digests/pings.ts';
import type { Instant } from '../../../ports.ts';
import { followUpPart } from '../../follow-ups.ts';
import type { NewPing, PingNotice, PingSettlement, PingVerbs } from '../../pings.ts';
import type { Connection } from '../connection.ts';
import { and, asc, count, eq, inArray, sql } from '../drizzle.ts';
import { channels } from '../schema/channel-schema.ts';
import { pingNotices, pings } from '../schema/ping-schema.ts';
import { pingColumns } from '../tables/ping-rows.ts';

/** A message mentions at most this many people. */
const mentionsAtMost = 20;
/** The longest nonce that Discord takes. */
const nonceLength = 25;

export function pingVerbs(db: Connection): PingVerbs {
  const ofUser = db.prepare<[string], Ping>(`select ${pingColumns} from pings where user_id = ? order by id`);
  const remove = db.prepare<[string, number], Ping>(
    `delete from pings where user_id = ? and id = ? returning ${pingColumns}`,
  );
  return {
    addPing: db.atomic((ping: NewPing) => addPing(db, ping)),
    pings: db.reading((userId: string) => ofUser.all(userId)),
    removePing: db.atomic(async (userId: string, id: number) => (await remove.get(userId, id)) ?? null),
    forgetPings: db.atomic(async (userId: string, channelId: string) => {
      await db.run(db.delete(pings).where(and(eq(pings.userId, userId), eq(pings.channelId, channelId))));
      const areTheirs = and(eq(pingNotices.userId, userId), eq(pingNotices.channelId, channelId), isWaiting);
      await db.run(db.update(pingNotices).set({ state: 'dropped' }).where(areTheirs));
    }),
    claimPingNotices: db.atomic(noticeClaimer(db)),
    settlePingNotice: db.atomic(async (nonce: string, outcome: PingSettlement) => {
      const isIt = and(eq(pingNotices.nonce, nonce), eq(pingNotices.state, 'sending'));
      await db.run(db.update(pingNotices).set(outcome).where(isIt));
    }),
    recoverPingNotices: db.atomic(async () => {
      const doubtful = { state: 'retry', inDoubt: true } as const;
      await db.run(db.update(pingNotices).set(doubtful).where(eq(pingNotices.state, 'sending')));
    }),
  };
}

const isWaiting = inArray(pingNotices.state, ['planned', 'retry']);

async function addPing(db: Connection, { cap, ...ping }: NewPing): Promise<'added' | 'changed' | 'cap-reached'> {
  const { topic, way } = ping;
  const ofPerson = and(eq(pings.channelId, ping.channelId), eq(pings.userId, ping.userId));
  const isIt = and(ofPerson, eq(pings.topic, topic));
  if ((await db.run(db.update(pings).set({ way }).where(isIt))) > 0) return 'changed';
  const counted = await db.get(db.select({ held: count() }).from(pings).where(ofPerson));
  if ((counted?.held ?? 0) >= cap) return 'cap-reached';
  await db.run(db.insert(pings).values(ping));
  return 'added';
}

type NoticeRow = typeof pingNotices.$inferSelect;

/** A notice that was tried before keeps its people and its nonce. New ones are put together by channel and day. */
function noticeClaimer(db: Connection) {
  const find = dueNoticeReader(db);
  return async (now: Instant, limit: number): Promise<readonly PingNotice[]> => {
    const rows = await find(now, limit * mentionsAtMost);
    const groups = [...Map.groupBy(rows, ({ notice }) => groupOf(notice)).values()].flatMap(inMessages).slice(0, limit);
    const claimed: PingNotice[] = [];
    for (const group of groups) claimed.push(await claim(db, group));
    return claimed;
  };
}

interface DueNotice {
  readonly notice: NoticeRow;
  readonly guildId: string;
}

/**
 * Reads due notices, the first ones first. It claims their channels and not themselves, so that two processes never share
 * the people of a message.
 */
function dueNoticeReader(db: Connection): (now: Instant, limit: number) => Promise<readonly DueNotice[]> {
  const due = db
    .prepare<[Instant, number], number>(
      `select waiting.id from ping_notices as waiting join channels on channels.channel_id = waiting.channel_id
       where waiting.state in ('planned', 'retry') and waiting.due_at <= ?
         and not exists (
           select 1 from deliveries
           where deliveries.channel_id = waiting.channel_id and deliveries.date = waiting.date
             and deliveries.part < ${followUpPart} and deliveries.destination_id = 0
             and deliveries.state in ('planned', 'sending', 'retry', 'blocked'))
       order by waiting.id limit ? ${db.dialect.claiming('channels')}`,
    )
    .pluck();
  return async (now, limit) => {
    const ids = await due.all(now, limit);
    if (ids.length === 0) return [];
    return db.all(
      db
        .select({ notice: pingNotices, guildId: channels.guildId })
        .from(pingNotices)
        .innerJoin(channels, eq(channels.channelId, pingNotices.channelId))
        .where(inArray(pingNotices.id, ids))
        .orderBy(asc(pingNotices.id)),
    );
  };
}

const groupOf = ({ nonce, way, id, channelId, date }: NoticeRow): string =>
  nonce ?? (way === 'mention' ? `${channelId} ${date}` : `message ${id}`);

function inMessages<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / mentionsAtMost) }, (_, index) =>
    rows.slice(index * mentionsAtMost, (index + 1) * mentionsAtMost),
  );
}

async function claim(db: Connection, group: readonly DueNotice[]): Promise<PingNotice> {
  const [first] = group;
  if (first === undefined) throw new RangeError('a notice without people');
  const { notice, guildId } = first;
  const nonce = notice.nonce ?? hash('sha256', `ping/${notice.id}`, 'base64url').slice(0, nonceLength);
  const ids = group.map((row) => row.notice.id);
  await db.run(
    db
      .update(pingNotices)
      .set({ state: 'sending', nonce, attempts: sql`${pingNotices.attempts} + 1` })
      .where(inArray(pingNotices.id, ids)),
  );
  const { channelId, date, way, plannedAt, inDoubt, attempts } = notice;
  const people = group.map((row) => ({ userId: row.notice.userId, papers: row.notice.papers }));
  return { nonce, guildId, channelId, date, way, people, plannedAt, inDoubt, attempts: attempts + 1 };
}
