import type { Logger } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import { type CatchUpTools, catchUp } from './catch-up.ts';

/**
 * Ends a channel's pause. Its next digest has the papers of the last `resumedDays`, and counts older matches.
 * @param which `over`: only a pause whose end has come
 */
export async function endPause(
  { channelId, guildId }: ChannelRecord,
  which: 'any' | 'over',
  tools: CatchUpTools & { readonly log: Logger },
): Promise<ChannelRecord> {
  const { store, clock, log } = tools;
  await catchUp(channelId, tools);
  const resumed = await store.resumeChannel(channelId, clock(), which);
  if (resumed.pausedAt !== null) return resumed;
  const { skippedPapers, nextDigestAt } = resumed;
  log.info({ event: 'channel.resumed', channelId, guildId, skippedPapers, nextDigestAt }, 'a pause ended');
  return resumed;
}
