import type { APIRole, REST } from 'discord.js';
import { Routes } from './discord-js.ts';
import { hasPermission, type PermissionSet } from './permissions.ts';

/** A role, as far as it decides whom a ping reaches. */
export type GuildRoles = ReadonlyMap<string, Pick<APIRole, 'id' | 'mentionable' | 'tags'>>;

/** The roles of a guild. Throws if Discord cannot be asked. */
export async function readRoles(guildId: string, rest: Pick<REST, 'get'>): Promise<GuildRoles> {
  const roles = (await rest.get(Routes.guildRoles(guildId))) as readonly APIRole[];
  return new Map(roles.map((role) => [role.id, role]));
}

/**
 * Why a role is not pinged.
 * - `everyone`: it is the role of all members
 * - `gone`: it was deleted
 * - `bot`: it belongs to a bot, so that no person has it
 * - `refused`: Discord does not let the bot ping it
 * - `yours`: Discord does not let the person who chose it ping it
 */
export type PingProblem = 'everyone' | 'gone' | 'bot' | 'refused' | 'yours';

export interface PingRequest {
  readonly roleId: string;
  readonly guildId: string;
  readonly roles: GuildRoles;
  /** The bot's permissions in the channel. */
  readonly bot: PermissionSet;
  /** Those of the person who chooses the role; absent if it was chosen earlier. */
  readonly chooser?: PermissionSet;
}

/**
 * Whether a digest can ping a role; null if it can. The one who pings needs a permission, unless anyone may mention the
 * role. A person who lacks it must not get it through the bot.
 * Source: Discord's documentation, "Allowed Mentions Object" and the permission MENTION_EVERYONE.
 */
export function pingProblemOf({ roleId, guildId, roles, bot, chooser }: PingRequest): PingProblem | null {
  if (roleId === guildId) return 'everyone';
  const role = roles.get(roleId);
  if (role === undefined) return 'gone';
  if (role.tags?.bot_id !== undefined) return 'bot';
  if (role.mentionable) return null;
  if (!hasPermission(bot, 'mentionEveryone')) return 'refused';
  return chooser === undefined || hasPermission(chooser, 'mentionEveryone') ? null : 'yours';
}
