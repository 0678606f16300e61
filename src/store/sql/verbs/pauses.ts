import type { Instant } from '../../../ports.ts';
import type { PauseVerbs } from '../../pauses.ts';
import { resumedDigest } from '../../rules/planned-channel.ts';
import type { Connection } from '../connection.ts';
import { and, eq, lt, sql } from '../drizzle.ts';
import { channels } from '../schema/channel-schema.ts';
import { channelOf, missingChannel, requiredChannelFinder } from '../tables/channel-rows.ts';

export function pauseVerbs(db: Connection): PauseVerbs {
  const channel = requiredChannelFinder(db);
  const numberBefore = db.prepare<[Instant], number>('select coalesce(max(number), 0) from news where at < ?').pluck();
  return {
    pauseChannel: db.atomic(async (channelId: string, at: Instant, until: Instant | null) => {
      const row = await db.get(
        db
          .update(channels)
          .set({ pausedAt: sql`coalesce(paused_at, ${at})`, pausedUntil: until })
          .where(eq(channels.channelId, channelId))
          .returning(),
      );
      return row === undefined ? null : channelOf(row);
    }),
    resumeChannel: db.atomic(async (channelId: string, at: Instant, which: 'any' | 'over') => {
      const paused = channelOf(await channel(channelId));
      const nextDigestAt = resumedDigest(paused, at, which);
      if (nextDigestAt === null) return paused;
      const resumed = { nextDigestAt, pausedAt: null, pausedUntil: null };
      const row = await db.get(db.update(channels).set(resumed).where(eq(channels.channelId, channelId)).returning());
      return channelOf(row ?? missingChannel(channelId));
    }),
    leaveOutNews: db.atomic(async (channelId: string, upTo: number, skippedPapers: number) => {
      await db.run(
        db
          .update(channels)
          .set({ consideredNewsNumber: upTo, skippedPapers: sql`skipped_papers + ${skippedPapers}` })
          .where(and(eq(channels.channelId, channelId), lt(channels.consideredNewsNumber, upTo))),
      );
    }),
    newsNumberBefore: db.asking(async (at: Instant) => (await numberBefore.get(at)) ?? 0),
  };
}
