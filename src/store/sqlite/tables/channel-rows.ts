import { readLayoutName } from '../../../digests/layout-name.ts';
import type { Instant } from '../../../ports.ts';
import type { ChannelRecord, ChannelSettings } from '../../channels.ts';
import { StoreError } from '../../store-error.ts';
import { eq, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { channels } from '../schema/channel-schema.ts';
import { lastNewsNumberReader } from './news.ts';

type ChannelRow = typeof channels.$inferSelect;

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

/** The settings that stay as they are if they are absent. */
export const optionalSettings = ({ graceMinutes, layout }: ChannelSettings) => ({
  ...(graceMinutes === undefined ? {} : { graceMinutes }),
  ...(layout === undefined ? {} : { layout }),
});

/** Finds the row of a channel. */
export function channelFinder(db: Database): (channelId: string) => ChannelRow | undefined {
  const byId = db
    .select()
    .from(channels)
    .where(eq(channels.channelId, sql.placeholder('channelId')))
    .prepare();
  return (channelId) => byId.get({ channelId });
}

/** Finds the row of a channel that has to exist. */
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

/** Inserts a channel if it is missing. Papers that are already news are not news to it. */
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
