import { type APIChannel, type APIGuild, type APIGuildMember, type REST, Routes } from 'discord.js';
import { UserError } from './errors.ts';
import { readFailure } from './failures.ts';
import type { ChannelAccess, CommandContext, PickedChannel } from './interactions/context.ts';
import type { InteractionOrigin } from './interactions/interaction.ts';
import { type PermissionSet, permissionsIn } from './permissions.ts';

/**
 * What the invoker and the bot may do in a channel. For the channel of the interaction Discord sends both along; for
 * another one the bot's are computed from roles and overwrites, and the invoker's too where the channel was no option.
 * The bot's user id is taken to be its application id, which holds for every application made since 2017.
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

/** What the bot may do in a channel of the guild, or null where it cannot see it, or it is not there. */
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

/** The overwrites that count in a channel (a thread has its parent's), or null where the bot may not see it. */
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

/** Where the bot sees nothing, the picked channel's own word stands; a stored id alone says too little. */
function unseen(channel: PickedChannel | { readonly id: string }): ChannelAccess {
  if ('invoker' in channel) return { ...channel, bot: 0n };
  throw missingChannel();
}

const missingChannel = (): UserError =>
  new UserError(
    'no-such-channel',
    'I cannot see that channel: it was deleted, or I lack the permission View Channel there. Give it to me, or choose another channel.',
  );
