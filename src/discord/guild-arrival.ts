import type { GatewayGuildCreateDispatchData } from 'discord.js';
import { type LanguageName, languageFor } from '../language/names.ts';
import type { Instant } from '../ports.ts';
import { missingPermissions, permissionsIn, writing } from './permissions.ts';

/** A guild that became available to the bot: because it joined, started or reconnected, or because an outage ended. */
export interface GuildArrival {
  readonly guildId: string;
  /** When the bot joined. It stays the same until the bot leaves. */
  readonly joinedAt: Instant;
  readonly language: LanguageName;
  /** The channel for Discord's own news of the guild, if the bot may write there; null otherwise. */
  readonly greetIn: string | null;
}

/** Reads an arrival from Discord's event, without a request: the event holds roles, channels and the bot as a member. */
export function readArrival(guild: GatewayGuildCreateDispatchData, botUserId: string): GuildArrival {
  return {
    guildId: guild.id,
    joinedAt: Date.parse(guild.joined_at),
    language: languageFor(guild.preferred_locale),
    greetIn: mayWriteInSystemChannel(guild, botUserId) ? guild.system_channel_id : null,
  };
}

function mayWriteInSystemChannel(guild: GatewayGuildCreateDispatchData, botUserId: string): boolean {
  const channel = guild.channels.find(({ id }) => id === guild.system_channel_id);
  if (channel === undefined) return false;
  const overwrites = 'permission_overwrites' in channel ? (channel.permission_overwrites ?? []) : [];
  const roleIds = guild.members.find(({ user }) => user.id === botUserId)?.roles ?? [];
  const inGuild = { id: guild.id, ownerId: guild.owner_id, roles: guild.roles };
  const held = permissionsIn({ userId: botUserId, roleIds, guild: inGuild, overwrites });
  return missingPermissions(held, writing(false)).length === 0;
}
