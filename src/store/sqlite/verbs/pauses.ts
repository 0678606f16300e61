import type { Instant } from '../../../ports.ts';
import type { PauseVerbs } from '../../pauses.ts';
import { resumedDigest } from '../../rules/planned-channel.ts';
import { and, eq, lt, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { channels } from '../schema/channel-schema.ts';
import { channelOf, requiredChannelFinder } from '../tables/channel-rows.ts';

export function pauseVerbs(db: Database): PauseVerbs {
  const channel = requiredChannelFinder(db);
  const numberBefore = db.$client
    .prepare<[Instant], number>('select coalesce(max(number), 0) from news where at < ?')
    .pluck();
  return {
    pauseChannel: atomic(db, (channelId: string, at: Instant, until: Instant | null) => {
      const row = db
        .update(channels)
        .set({ pausedAt: sql`coalesce(paused_at, ${at})`, pausedUntil: until })
        .where(eq(channels.channelId, channelId))
        .returning()
        .get();
      return row === undefined ? null : channelOf(row);
    }),
    resumeChannel: atomic(db, (channelId: string, at: Instant, which: 'any' | 'over') => {
      const paused = channelOf(channel(channelId));
      const nextDigestAt = resumedDigest(paused, at, which);
      if (nextDigestAt === null) return paused;
      const resumed = { nextDigestAt, pausedAt: null, pausedUntil: null };
      return channelOf(db.update(channels).set(resumed).where(eq(channels.channelId, channelId)).returning().get());
    }),
    leaveOutNews: atomic(db, (channelId: string, upTo: number, skippedPapers: number) => {
      db.update(channels)
        .set({ consideredNewsNumber: upTo, skippedPapers: sql`skipped_papers + ${skippedPapers}` })
        .where(and(eq(channels.channelId, channelId), lt(channels.consideredNewsNumber, upTo)))
        .run();
    }),
    newsNumberBefore: async (at) => numberBefore.get(at) ?? 0,
  };
}
