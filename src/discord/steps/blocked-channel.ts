import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import type { Store } from '../../store/store.ts';
import { kindOfChannel } from '../channel-kind.ts';
import type { ChannelAccess, CommandContext } from '../interactions/context.ts';

/** Lifts the block of a channel, once the bot is known to have its permissions. */
export async function liftBlock(channel: ChannelRecord | null, store: Store, now: Instant): Promise<void> {
  if (channel !== null && channel.blockedReason !== null) await store.unblockChannel(channel.channelId, now);
}

/** Stores what is known of a channel that gets digests from now on: the bot can post there; its name and its kind. */
export async function recordOpenChannel(
  channel: ChannelRecord,
  { name, type }: ChannelAccess,
  { store, clock }: CommandContext,
): Promise<void> {
  await liftBlock(channel, store, clock());
  const note = { name, kind: kindOfChannel(type) };
  await store.noteChannels(channel.guildId, new Map([[channel.channelId, note]]));
}
