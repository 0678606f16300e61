import type { APIChannel, APIGuild, APIGuildMember, REST } from 'discord.js';
import { Routes } from './discord-js.ts';
import { isUnknownChannel, readFailure } from './failures.ts';
import {
  hasPermission,
  type MemberInChannel,
  missingPermissions,
  permissions,
  permissionsIn,
  posting,
} from './permissions.ts';
import { tagsForDigest } from './posting/forum-tag.ts';
import type { PostingProblem } from './posting-problem.ts';

/**
 * Why the bot cannot post to a channel now; null if it can, as far as Discord tells. Throws if Discord cannot be asked.
 */
export async function findPostingProblem(
  channelId: string,
  botUserId: string,
  rest: Pick<REST, 'get'>,
): Promise<PostingProblem | null> {
  const place = await readPlace(channelId, rest);
  // Whether a person accepts direct messages shows only when one is sent.
  if (place === 'direct') return null;
  if (place === 'gone') return { kind: 'gone' };
  if (place === 'hidden') return { kind: 'missing', permissions: [permissions.viewChannel.name] };
  const { type, guildId, overwrites, isLocked } = place;
  const [guild, member] = await readGuildAndBot(guildId, botUserId, rest);
  const inGuild = { id: guildId, ownerId: guild.owner_id, roles: guild.roles };
  const bot = permissionsIn({ userId: botUserId, roleIds: member.roles, guild: inGuild, overwrites });
  const missing = missingPermissions(bot, posting(type));
  if (missing.length > 0) return { kind: 'missing', permissions: missing };
  if (place.lacksTag) return { kind: 'untagged' };
  return isLocked && !hasPermission(bot, 'manageThreads') ? { kind: 'locked' } : null;
}

/** The guild, and the bot's member in it. */
export const readGuildAndBot = (guildId: string, botUserId: string, rest: Pick<REST, 'get'>) =>
  Promise.all([
    rest.get(Routes.guild(guildId)) as Promise<APIGuild>,
    rest.get(Routes.guildMember(guildId, botUserId)) as Promise<APIGuildMember>,
  ]);

/** A channel that the bot can see. A thread has the overwrites of its parent. */
export interface Place {
  readonly type: number;
  readonly guildId: string;
  readonly name: string | null;
  readonly overwrites: MemberInChannel['overwrites'];
  readonly isLocked: boolean;
  /** Whether it is a forum whose posts need a tag, and that has none for digests. */
  readonly lacksTag: boolean;
}

/** The channel. `hidden`: the bot may not see it; `direct`: direct messages. Throws if Discord cannot be asked. */
export async function readPlace(
  channelId: string,
  rest: Pick<REST, 'get'>,
): Promise<Place | 'gone' | 'hidden' | 'direct'> {
  const channel = await readChannel(channelId, rest);
  if (typeof channel === 'string') return channel;
  if (!('guild_id' in channel) || channel.guild_id === undefined) return 'direct';
  const { type, guild_id: guildId, name } = channel;
  const lacksTag = 'available_tags' in channel && tagsForDigest(channel) === null;
  const place = { type, guildId, name: name ?? null, lacksTag };
  if (!('thread_metadata' in channel)) return { ...place, overwrites: overwritesOf(channel), isLocked: false };
  const parent = channel.parent_id ? await readChannel(channel.parent_id, rest) : 'gone';
  if (typeof parent === 'string') return parent;
  return { ...place, overwrites: overwritesOf(parent), isLocked: channel.thread_metadata?.locked ?? false };
}

async function readChannel(channelId: string, rest: Pick<REST, 'get'>): Promise<APIChannel | 'gone' | 'hidden'> {
  try {
    return (await rest.get(Routes.channel(channelId))) as APIChannel;
  } catch (error) {
    if (readFailure(error).kind !== 'blocked') throw error;
    return isUnknownChannel(error) ? 'gone' : 'hidden';
  }
}

const overwritesOf = (channel: APIChannel) =>
  ('permission_overwrites' in channel ? channel.permission_overwrites : undefined) ?? [];
