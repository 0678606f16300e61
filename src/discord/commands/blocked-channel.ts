import type { ChannelRecord, Store } from '../../store/store.ts';

/**
 * Lets a channel that was blocked be posted to again, once it is known that the bot may: setting what is set already
 * does that.
 */
export async function unblockChannel(channel: ChannelRecord | null, store: Store): Promise<void> {
  if (channel === null || channel.blockedReason === null) return;
  const { channelId, guildId, schedule, maxPapers, nextDigestAt } = channel;
  await store.configureChannel({ channelId, guildId, schedule, maxPapers }, nextDigestAt);
}
