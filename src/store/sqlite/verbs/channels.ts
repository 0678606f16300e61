import { readLayoutName } from '../../../digests/layout-name.ts';
import type { Instant } from '../../../ports.ts';
import type { ChannelRecord, ChannelSettings } from '../../channels.ts';
import type { Store } from '../../store.ts';
import { StoreError } from '../../store-error.ts';
import { and, eq, gt, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { channels } from '../schema/channel-schema.ts';
import { deliveries } from '../schema/digest-schema.ts';
import { lastNewsNumberReader } from './papers.ts';
import { atomic } from './transaction.ts';

type ChannelRow = typeof channels.$inferSelect;
type ChannelVerbs = Pick<Store, 'channel' | 'configureChannel' | 'dueChannels' | 'strayChannels' | 'correctNextDigest'>;

/** Channels, their settings and when their next digest is due. */
export function channelVerbs(db: Database): ChannelVerbs {
  const find = channelFinder(db);
  const insertChannel = channelInserter(db);
  const due = db
    .select()
    .from(channels)
    .where(
      sql`next_digest_at <= ${sql.placeholder('now')} and blocked_reason is null
        and (next_digest_at, channel_id) > (${sql.placeholder('afterAt')}, ${sql.placeholder('afterId')})
        and (paused_at is null or paused_until <= ${sql.placeholder('now')})
        and guild_id not in (select removed_guilds.guild_id from removed_guilds)
        and exists (
          select 1 from subscriptions where subscriptions.channel_id = channels.channel_id and removed_at is null)`,
    )
    .orderBy(channels.nextDigestAt, channels.channelId)
    .limit(sql.placeholder('limit'))
    .prepare();

  function configureChannel(settings: ChannelSettings, nextDigestAt: Instant): ChannelRecord {
    insertChannel(settings, nextDigestAt);
    const { channelId, guildId, schedule, maxPapers } = settings;
    const row = db
      .update(channels)
      .set({ guildId, ...schedule, maxPapers, nextDigestAt, ...optionalSettings(settings) })
      .where(eq(channels.channelId, channelId))
      .returning()
      .get();
    return channelOf(row);
  }

  return {
    channel: async (channelId) => {
      const row = find(channelId);
      return row === undefined ? null : channelOf(row);
    },
    configureChannel: atomic(db, configureChannel),
    dueChannels: async (now, limit, after) =>
      due.all({ now, limit, afterAt: after?.nextDigestAt ?? -1, afterId: after?.channelId ?? '' }).map(channelOf),
    strayChannels: async (latest) =>
      db.select().from(channels).where(gt(channels.nextDigestAt, latest)).all().map(channelOf),
    correctNextDigest: atomic(db, (channelId: string, nextDigestAt: Instant) => {
      db.update(channels).set({ nextDigestAt, lastDigestDate: null }).where(eq(channels.channelId, channelId)).run();
    }),
  };
}

/** The settings that stay as they are where they are absent. */
const optionalSettings = ({ graceMinutes, layout }: ChannelSettings) => ({
  ...(graceMinutes === undefined ? {} : { graceMinutes }),
  ...(layout === undefined ? {} : { layout }),
});

export const channelOf = (row: ChannelRow): ChannelRecord => ({
  channelId: row.channelId,
  guildId: row.guildId,
  schedule: { time: row.time, zone: row.zone, days: row.days },
  maxPapers: row.maxPapers,
  graceMinutes: row.graceMinutes,
  layout: readLayoutName(row.layout),
  nextDigestAt: row.nextDigestAt,
  lastDigestAt: row.lastDigestAt,
  lastDigestDate: row.lastDigestDate,
  blockedReason: row.blockedReason,
  unblockedAt: row.unblockedAt,
  pausedAt: row.pausedAt,
  pausedUntil: row.pausedUntil,
  skippedPapers: row.skippedPapers,
});

function channelFinder(db: Database): (channelId: string) => ChannelRow | undefined {
  const byId = db
    .select()
    .from(channels)
    .where(eq(channels.channelId, sql.placeholder('channelId')))
    .prepare();
  return (channelId) => byId.get({ channelId });
}

/** The channel's row, for verbs that make no sense without it. */
export function requiredChannelFinder(db: Database): (channelId: string) => ChannelRow {
  const find = channelFinder(db);
  return (channelId) => {
    const row = find(channelId);
    if (row === undefined) {
      throw new StoreError('unknown', `Channel ${channelId} is not stored. Subscribe it or configure it first.`);
    }
    return row;
  };
}

/** Writes a channel that is not there yet; what is news already is not news to it. */
export function channelInserter(db: Database): (settings: ChannelSettings, nextDigestAt: Instant) => void {
  const lastNewsNumber = lastNewsNumberReader(db);
  return (settings, nextDigestAt) => {
    const { channelId, guildId, schedule, maxPapers } = settings;
    const optional = optionalSettings(settings);
    const start = { ...schedule, maxPapers, nextDigestAt, ...optional, consideredNewsNumber: lastNewsNumber() };
    db.insert(channels)
      .values({ channelId, guildId, ...start })
      .onConflictDoNothing()
      .run();
  };
}

/** Marks the channel as one to which nothing can be posted until someone acts. */
export function blockChannel(db: Database, channelId: string, blockedReason: string, at: Instant): void {
  db.update(channels)
    .set({ blockedReason, blockedAt: sql`coalesce(blocked_at, ${at})`, blockCheckedAt: at })
    .where(eq(channels.channelId, channelId))
    .run();
}

/**
 * Lets the channel have its posts again, those included that the block held back: their papers will be in no other
 * digest. They cannot have piled up, for a blocked channel is never due.
 */
export function unblockChannel(db: Database, channelId: string, at: Instant): boolean {
  const { changes } = db
    .update(channels)
    .set({ blockedReason: null, blockedAt: null, blockNotifiedAt: null, unblockedAt: at })
    .where(and(eq(channels.channelId, channelId), sql`blocked_reason is not null`))
    .run();
  db.update(deliveries)
    .set({ state: 'retry' })
    .where(and(eq(deliveries.channelId, channelId), eq(deliveries.state, 'blocked')))
    .run();
  return changes > 0;
}
