import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import type { Store } from '../../store/store.ts';

/** Lifts the block of a channel, once the bot is known to have its permissions. */
export async function liftBlock(channel: ChannelRecord | null, store: Store, now: Instant): Promise<void> {
  if (channel !== null && channel.blockedReason !== null) await store.unblockChannel(channel.channelId, now);
}
