import { nextAfter } from '../../digests/rescheduling.ts';
import type { Logger } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import { type CatchUpTools, catchUp } from './catch-up.ts';

/** Ends a channel's pause. Its next digest has the papers of the last `resumedDays`, and counts older matches. */
export async function endPause(
  { channelId, guildId, schedule, lastDigestDate, pausedUntil }: ChannelRecord,
  tools: CatchUpTools & { readonly log: Logger },
): Promise<ChannelRecord> {
  const { store, clock, log } = tools;
  await catchUp(channelId, tools);
  const now = clock();
  // If the pause ended while the bot was away, the digests since then are still due.
  const endedAt = pausedUntil !== null && pausedUntil <= now ? pausedUntil - 1 : now;
  const nextDigestAt = nextAfter(schedule, lastDigestDate, endedAt);
  const resumed = await store.resumeChannel(channelId, nextDigestAt);
  const { skippedPapers } = resumed;
  log.info({ event: 'channel.resumed', channelId, guildId, skippedPapers, nextDigestAt }, 'a pause ended');
  return resumed;
}
