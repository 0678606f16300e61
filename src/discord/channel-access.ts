import type { REST } from 'discord.js';
import { readGuildAndBot, readPlace } from './channel-place.ts';
import { UserError } from './errors.ts';
import type { ChannelAccess, CommandContext, PickedChannel } from './interactions/context.ts';
import type { InteractionOrigin } from './interactions/interaction.ts';
import { permissionsIn } from './permissions.ts';

/**
 * Reads the permissions of the invoker and the bot in a channel. Discord sends both for the channel of the interaction,
 * and the invoker's for a picked one. The others are computed from roles and overwrites. The application id serves as the
 * bot's user id, which is true of every application made since 2017.
 */
export function createChannelAccess(
  { request: { application_id: botUserId }, userId, roleIds, guildId, here }: InteractionOrigin,
  rest: REST,
): CommandContext['access'] {
  return async (channel) => {
    if (channel.id === here.id) return here;
    if (guildId === null) throw missingChannel();
    const place = await readPlace(channel.id, rest);
    if (typeof place === 'string') return unseen(channel);
    if (place.guildId !== guildId) throw missingChannel();
    const [guild, bot] = await readGuildAndBot(guildId, botUserId, rest);
    const { overwrites, type, name, isLocked } = place;
    const inGuild = { id: guildId, ownerId: guild.owner_id, roles: guild.roles };
    const of = (memberId: string, heldRoleIds: readonly string[]) =>
      permissionsIn({ userId: memberId, roleIds: heldRoleIds, guild: inGuild, overwrites });
    return {
      id: channel.id,
      type,
      name,
      isLocked,
      invoker: 'invoker' in channel ? channel.invoker : of(userId, roleIds),
      bot: of(botUserId, bot.roles),
    };
  };
}

/** Uses what Discord sent with a picked channel. A stored id is not enough. */
function unseen(channel: PickedChannel | { readonly id: string }): ChannelAccess {
  if ('invoker' in channel) return { ...channel, name: null, isLocked: false, bot: 0n };
  throw missingChannel();
}

const missingChannel = (): UserError =>
  new UserError(
    'no-such-channel',
    'I cannot see that channel: it was deleted, or I lack the permission View Channel there. Give it to me, or choose another channel.',
  );
