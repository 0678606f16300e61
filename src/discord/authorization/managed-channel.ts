import { UserError } from '../errors.ts';
import type { ChannelAccess, CommandContext, PickedChannel } from '../interactions/context.ts';
import { hasPermission } from '../permissions.ts';

type ChannelReference = PickedChannel | { readonly id: string } | undefined;

/**
 * The channel that a command is about: the picked one, or this one.
 * @throws UserError if the invoker may not manage it
 */
export async function managedChannel(channel: ChannelReference, context: CommandContext): Promise<ChannelAccess> {
  if (context.guildId === null) return ownChannel(channel, context);
  const access = channel === undefined ? context.here : await context.access(channel);
  if (!hasPermission(access.invoker, 'manageChannels') || !hasPermission(access.invoker, 'viewChannel')) {
    throw new UserError('not-a-manager', (say) => say('errors.notManager', { channel: `<#${access.id}>` }));
  }
  // Discord's set of the bot's permissions in this channel may be cut.
  return channel === undefined ? context.access(access) : access;
}

/** The user's direct messages with the bot: the only channel that is theirs alone. */
async function ownChannel(channel: ChannelReference, context: CommandContext): Promise<ChannelAccess> {
  const own = await context.directMessages();
  if (channel === undefined || channel.id === own.id) return own;
  throw new UserError('not-your-channel', (say) => say('personal.notHere'));
}

/**
 * Checks that the user may manage the channel. If the bot cannot see it (deleted or hidden), the permission in this
 * channel counts, so that its subscriptions can still be removed.
 */
export async function managerOf(channelId: string, context: CommandContext): Promise<void> {
  try {
    await managedChannel({ id: channelId }, context);
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'no-such-channel') throw error;
    await managedChannel(undefined, context);
  }
}
