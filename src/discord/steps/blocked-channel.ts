import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import type { Store } from '../../store/store.ts';

/** Lets a channel that was blocked be posted to again, once it is known that the bot may. */
export async function liftBlock(channel: ChannelRecord | null, store: Store, now: Instant): Promise<void> {
  if (channel !== null && channel.blockedReason !== null) await store.unblockChannel(channel.channelId, now);
}
