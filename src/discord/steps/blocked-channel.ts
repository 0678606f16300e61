import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import type { Store } from '../../store/store.ts';
import type { ChannelAccess, CommandContext } from '../interactions/context.ts';

/** Lifts the block of a channel, once the bot is known to have its permissions. */
export async function liftBlock(channel: ChannelRecord | null, store: Store, now: Instant): Promise<void> {
  if (channel !== null && channel.blockedReason !== null) await store.unblockChannel(channel.channelId, now);
}

/** Stores what is known of a channel that gets digests from now on: that the bot can post there, and its name. */
export async function recordOpenChannel(
  channel: ChannelRecord,
  { name }: ChannelAccess,
  { store, clock }: CommandContext,
): Promise<void> {
  await liftBlock(channel, store, clock());
  if (name !== null) await store.noteChannelNames(channel.guildId, new Map([[channel.channelId, name]]));
}
