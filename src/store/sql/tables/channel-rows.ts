import { readChannelKind } from '../../../digests/channel-kind.ts';
import { readLayoutName } from '../../../digests/layout-name.ts';
import { readRankingName } from '../../../digests/ranking-name.ts';
import { readLanguageName } from '../../../language/names.ts';
import { memoByObject } from '../../../memo.ts';
import type { Instant } from '../../../ports.ts';
import type { ChannelDefaults, ChannelRecord, ChannelSettings } from '../../channels.ts';
import { StoreError } from '../../store-error.ts';
import type { Connection } from '../connection.ts';
import { eq, sql } from '../drizzle.ts';
import { channels } from '../schema/channel-schema.ts';
import { lastNewsNumberReader } from './news.ts';

export type ChannelRow = typeof channels.$inferSelect;

export const channelOf = (row: ChannelRow): ChannelRecord => ({
  channelId: row.channelId,
  guildId: row.guildId,
  kind: readChannelKind(row.kind),
  schedule: { time: row.time, zone: row.zone, days: row.days },
  maxPapers: row.maxPapers,
  graceMinutes: row.graceMinutes,
  layout: readLayoutName(row.layout),
  ranking: readRankingName(row.ranking),
  sources: row.sources,
  minUpvotes: row.minUpvotes,
  mentionRoleId: row.mentionRoleId,
  saysQuietDays: row.saysQuietDays,
  followsUp: row.followsUp,
  reviewDay: row.reviewDay,
  publishes: row.publishes,
  omitsSeen: row.omitsSeen,
  language: readLanguageName(row.language),
  nextDigestAt: row.nextDigestAt,
  lastDigestAt: row.lastDigestAt,
  lastDigestDate: row.lastDigestDate,
  nextReviewAt: row.nextReviewAt,
  reviewedUntil: row.reviewedUntil,
  blockedReason: row.blockedReason,
  unblockedAt: row.unblockedAt,
  pausedAt: row.pausedAt,
  pausedUntil: row.pausedUntil,
  skippedPapers: row.skippedPapers,
});

/** Finds the row of a channel. A connection has one finder, because many verbs need it. */
export const channelFinder = memoByObject(
  (db: Connection): ((channelId: string) => Promise<ChannelRow | undefined>) => {
    const byId = db.prepared(
      db
        .select()
        .from(channels)
        .where(eq(channels.channelId, sql.placeholder('channelId'))),
    );
    return (channelId) => byId.get({ channelId });
  },
);

/** Finds the row of a channel that has to exist. */
export function requiredChannelFinder(db: Connection): (channelId: string) => Promise<ChannelRow> {
  const find = channelFinder(db);
  return async (channelId) => (await find(channelId)) ?? missingChannel(channelId);
}

/** @throws StoreError always: no row of the channel was found */
export function missingChannel(channelId: string): never {
  throw new StoreError('unknown', `Channel ${channelId} is not stored. Subscribe it or configure it first.`);
}

/** A channel as it is inserted. */
export type NewChannel = Pick<ChannelSettings, 'channelId' | 'guildId'> & ChannelDefaults;

/** Inserts a channel if it is missing. Papers that are already news are not news to it. */
export function channelInserter(db: Connection): (channel: NewChannel, nextDigestAt: Instant) => Promise<void> {
  const lastNewsNumber = lastNewsNumberReader(db);
  return async ({ channelId, guildId, schedule, maxPapers, language }, nextDigestAt) => {
    const consideredNewsNumber = await lastNewsNumber();
    const channel = { channelId, guildId, ...schedule, maxPapers, language, nextDigestAt, consideredNewsNumber };
    await db.run(db.insert(channels).values(channel).onConflictDoNothing());
  };
}
