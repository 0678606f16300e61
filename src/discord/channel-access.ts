import { type APIChannel, type APIGuild, type APIGuildMember, type REST, Routes } from 'discord.js';
import { UserError } from './errors.ts';
import { readFailure } from './failures.ts';
import type { ChannelAccess, CommandContext, PickedChannel } from './interactions/context.ts';
import type { InteractionOrigin } from './interactions/interaction.ts';
import { type PermissionSet, permissionsIn } from './permissions.ts';

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
    const overwritten = await readOverwrites(channel.id, guildId, rest);
    if (overwritten === null) return unseen(channel);
    const [guild, bot] = await readGuildAndBot(guildId, botUserId, rest);
    const { overwrites, type } = overwritten;
    const inGuild = { id: guildId, ownerId: guild.owner_id, roles: guild.roles };
    const of = (memberId: string, heldRoleIds: readonly string[]) =>
      permissionsIn({ userId: memberId, roleIds: heldRoleIds, guild: inGuild, overwrites });
    return {
      id: channel.id,
      type,
      invoker: 'invoker' in channel ? channel.invoker : of(userId, roleIds),
      bot: of(botUserId, bot.roles),
    };
  };
}

/** The bot's permissions in a channel of the guild. Null if the channel is gone or hidden from the bot. */
export async function readBotAccess(
  {
    channelId,
    guildId,
    botUserId,
  }: { readonly channelId: string; readonly guildId: string; readonly botUserId: string },
  rest: REST,
): Promise<{ readonly type: number; readonly bot: PermissionSet } | null> {
  const overwritten = await readOverwrites(channelId, guildId, rest).catch((error: unknown) => {
    if (error instanceof UserError) return null;
    throw error;
  });
  if (overwritten === null) return null;
  const [guild, member] = await readGuildAndBot(guildId, botUserId, rest);
  const inGuild = { id: guildId, ownerId: guild.owner_id, roles: guild.roles };
  const { type, overwrites } = overwritten;
  return { type, bot: permissionsIn({ userId: botUserId, roleIds: member.roles, guild: inGuild, overwrites }) };
}

const readGuildAndBot = (guildId: string, botUserId: string, rest: REST) =>
  Promise.all([
    rest.get(Routes.guild(guildId)) as Promise<APIGuild>,
    rest.get(Routes.guildMember(guildId, botUserId)) as Promise<APIGuildMember>,
  ]);

/** The permission overwrites of a channel, or of a thread's parent. Null if the bot may not see it. */
async function readOverwrites(channelId: string, guildId: string, rest: REST) {
  try {
    const channel = (await rest.get(Routes.channel(channelId))) as APIChannel;
    if (!('guild_id' in channel) || channel.guild_id !== guildId) throw missingChannel();
    const { type } = channel;
    if (!('thread_metadata' in channel)) return { type, overwrites: overwritesOf(channel) };
    if (!channel.parent_id) throw missingChannel();
    const parent = (await rest.get(Routes.channel(channel.parent_id))) as APIChannel;
    return { type, overwrites: overwritesOf(parent) };
  } catch (error) {
    if (error instanceof UserError || readFailure(error).kind !== 'blocked') throw error;
    return null;
  }
}

const overwritesOf = (channel: APIChannel) =>
  ('permission_overwrites' in channel ? channel.permission_overwrites : undefined) ?? [];

/** Uses what Discord sent with a picked channel. A stored id is not enough. */
function unseen(channel: PickedChannel | { readonly id: string }): ChannelAccess {
  if ('invoker' in channel) return { ...channel, bot: 0n };
  throw missingChannel();
}

const missingChannel = (): UserError =>
  new UserError(
    'no-such-channel',
    'I cannot see that channel: it was deleted, or I lack the permission View Channel there. Give it to me, or choose another channel.',
  );
