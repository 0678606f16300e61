import { type RefusalCode, refusal } from '../api-error.ts';
import { allows, type PermissionName } from '../permissions.ts';
import type { ApiRequest } from '../router.ts';
import type { World } from '../world.ts';
import { CHANNEL_TYPES, type Channel, type Guild } from '../world-shapes.ts';

/** The channel of the path. Throws 10003 if it does not exist, 50001 if the bot may not see it. */
export function visibleChannel(request: ApiRequest, world: World): Channel {
  const channel = world.channel(request.param('channel_id'));
  const guild = world.guilds.get(channel.guildId ?? '');
  if (guild?.unavailable) throw refusal(10003);
  need(world, channel, 50001, 'ViewChannel');
  return channel;
}

/** The guild of the path. Throws 10004 if it does not exist, or if the bot is not on it. */
export function joinedGuild(request: ApiRequest, world: World): Guild {
  const guild = world.guild(request.param('guild_id'));
  if (guild.unavailable || !guild.members.has(world.bot.id)) throw refusal(10004);
  return guild;
}

/** Refuses with the code unless the bot has all of the permissions in the channel. */
export function need(world: World, channel: Channel, code: RefusalCode, ...names: readonly PermissionName[]): void {
  if (!allows(world.permissionsIn(channel, world.bot.id), ...names)) throw refusal(code);
}

/** Refuses channels that nobody can write to: categories, forums, closed threads, people who accept no messages. */
export function needWritable(world: World, channel: Channel): void {
  if (channel.forum !== null) throw refusal(40058);
  if (channel.type === CHANNEL_TYPES.category) throw refusal(50008);
  if (channel.recipientId !== null && world.users.get(channel.recipientId)?.acceptsDirectMessages === false) {
    throw refusal(50007);
  }
  if (channel.thread?.locked && !allows(world.permissionsIn(channel, world.bot.id), 'ManageThreads')) {
    throw refusal(160005);
  }
}
