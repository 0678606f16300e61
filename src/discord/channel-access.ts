import type { REST } from 'discord.js';
import { type Place, readGuildAndBot, readPlace } from './channel-place.ts';
import { UserError } from './errors.ts';
import type { ChannelAccess, CommandContext, PickedChannel } from './interactions/context.ts';
import type { InteractionOrigin } from './interactions/interaction.ts';
import { everything, isThreadType, missingPermissions, permissions, permissionsIn, writing } from './permissions.ts';

/**
 * Reads the permissions of the invoker and the bot in a channel. Discord sends both for the channel of the interaction,
 * and the invoker's for a picked one. The others are computed from roles and overwrites. The application id serves as the
 * bot's user id, which is true of every application made since 2017.
 *
 * Where the bot may not write, Discord takes further permissions out of the set that it sends, so that the set does not say
 * which are missing. Then they are computed, too.
 */
export function createChannelAccess(origin: InteractionOrigin, rest: REST): CommandContext['access'] {
  const { guildId, here } = origin;
  return async (channel) => {
    if (channel.id !== here.id) return guildId === null ? unseen({ id: channel.id }) : computed(channel, origin, rest);
    if (guildId === null || isComplete(here)) return here;
    const place = await readPlace(here.id, rest);
    if (typeof place === 'string') return { ...here, bot: allButView };
    return { ...here, bot: (await permissionsOf(place, origin, rest)).bot };
  };
}

async function computed(
  channel: PickedChannel | { readonly id: string },
  origin: InteractionOrigin,
  rest: REST,
): Promise<ChannelAccess> {
  const place = await readPlace(channel.id, rest);
  if (typeof place === 'string') return unseen(channel);
  if (place.guildId !== origin.guildId) throw missingChannel();
  const { type, name, isLocked, lacksTag } = place;
  const { invoker, bot } = await permissionsOf(place, origin, rest);
  const known = { id: channel.id, type, name, isLocked, lacksTag };
  return { ...known, invoker: 'invoker' in channel ? channel.invoker : invoker, bot };
}

/** The permissions of the invoker and the bot, from roles and overwrites. */
async function permissionsOf(
  { guildId, overwrites }: Place,
  { request: { application_id: botUserId }, userId, roleIds }: InteractionOrigin,
  rest: REST,
) {
  const [guild, bot] = await readGuildAndBot(guildId, botUserId, rest);
  const inGuild = { id: guildId, ownerId: guild.owner_id, roles: guild.roles };
  const of = (memberId: string, heldRoleIds: readonly string[]) =>
    permissionsIn({ userId: memberId, roleIds: heldRoleIds, guild: inGuild, overwrites });
  return { invoker: of(userId, roleIds), bot: of(botUserId, bot.roles) };
}

/** Whether Discord sent the bot's permissions in full. */
const isComplete = ({ type, bot }: ChannelAccess): boolean =>
  missingPermissions(bot, writing(isThreadType(type))).length === 0;

/** What the bot has in a channel that it cannot see: the others are not known. */
const allButView = everything & ~(permissions.viewChannel.bit | permissions.administrator.bit);

/** Uses what Discord sent with a picked channel. A stored id is not enough. */
function unseen(channel: PickedChannel | { readonly id: string }): ChannelAccess {
  if ('invoker' in channel) return { ...channel, name: null, isLocked: false, bot: allButView };
  throw missingChannel();
}

const missingChannel = (): UserError => new UserError('no-such-channel', (say) => say('errors.noSuchChannel'));
