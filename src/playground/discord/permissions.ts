import type { Snowflake } from './snowflake.ts';
import type { Channel, Guild } from './world-shapes.ts';

/** Discord's permissions by name, each with its bit. */
const PERMISSIONS = {
  CreateInstantInvite: 1n << 0n,
  KickMembers: 1n << 1n,
  BanMembers: 1n << 2n,
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  AddReactions: 1n << 6n,
  ViewAuditLog: 1n << 7n,
  PrioritySpeaker: 1n << 8n,
  Stream: 1n << 9n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  SendTTSMessages: 1n << 12n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  UseExternalEmojis: 1n << 18n,
  ViewGuildInsights: 1n << 19n,
  Connect: 1n << 20n,
  Speak: 1n << 21n,
  MuteMembers: 1n << 22n,
  DeafenMembers: 1n << 23n,
  MoveMembers: 1n << 24n,
  UseVAD: 1n << 25n,
  ChangeNickname: 1n << 26n,
  ManageNicknames: 1n << 27n,
  ManageRoles: 1n << 28n,
  ManageWebhooks: 1n << 29n,
  ManageGuildExpressions: 1n << 30n,
  UseApplicationCommands: 1n << 31n,
  RequestToSpeak: 1n << 32n,
  ManageEvents: 1n << 33n,
  ManageThreads: 1n << 34n,
  CreatePublicThreads: 1n << 35n,
  CreatePrivateThreads: 1n << 36n,
  UseExternalStickers: 1n << 37n,
  SendMessagesInThreads: 1n << 38n,
  UseEmbeddedActivities: 1n << 39n,
  ModerateMembers: 1n << 40n,
  ViewCreatorMonetizationAnalytics: 1n << 41n,
  UseSoundboard: 1n << 42n,
  CreateGuildExpressions: 1n << 43n,
  CreateEvents: 1n << 44n,
  UseExternalSounds: 1n << 45n,
  SendVoiceMessages: 1n << 46n,
  SendPolls: 1n << 49n,
  UseExternalApps: 1n << 50n,
  PinMessages: 1n << 51n,
  BypassSlowmode: 1n << 52n,
} as const satisfies Record<string, bigint>;

/** A permission's name. */
export type PermissionName = keyof typeof PERMISSIONS;

/** Permissions as a test writes them: names, or Discord's own bit set. */
export type PermissionSet = bigint | readonly PermissionName[];

/**
 * All permissions. Owners and administrators have them.
 * @internal
 */
export const ALL_PERMISSIONS = Object.values(PERMISSIONS).reduce((all, bit) => all | bit, 0n);

/** The permissions of @everyone in a new guild. */
export const DEFAULT_EVERYONE = permissionBits([
  'CreateInstantInvite',
  'AddReactions',
  'Stream',
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseExternalEmojis',
  'Connect',
  'Speak',
  'UseVAD',
  'ChangeNickname',
  'UseApplicationCommands',
  'CreatePublicThreads',
  'CreatePrivateThreads',
  'SendMessagesInThreads',
  'UseExternalStickers',
  'UseExternalApps',
]);

/** Everyone's permissions in a direct message. */
export const DM_PERMISSIONS = permissionBits([
  'AddReactions',
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'MentionEveryone',
  'UseExternalEmojis',
  'UseApplicationCommands',
]);

/** Permissions that Discord removes together with Send Messages. */
const NEEDS_SEND = permissionBits(['MentionEveryone', 'SendTTSMessages', 'AttachFiles', 'EmbedLinks', 'SendPolls']);

/** The bit set of a list of names. */
export function permissionBits(set: PermissionSet): bigint {
  if (typeof set === 'bigint') return set;
  return set.reduce((bits, name) => bits | PERMISSIONS[name], 0n);
}

/** Whether a bit set holds all of the named permissions. */
export function allows(bits: bigint, ...names: readonly PermissionName[]): boolean {
  const wanted = permissionBits(names);
  return (bits & wanted) === wanted;
}

/** A member's permissions in the guild, before any channel's overwrites; 0 for a user who is not a member. */
export function guildPermissions(guild: Guild, userId: Snowflake): bigint {
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  if (guild.ownerId === userId) return ALL_PERMISSIONS;
  let bits = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const roleId of member.roleIds) bits |= guild.roles.get(roleId)?.permissions ?? 0n;
  return allows(bits, 'Administrator') ? ALL_PERMISSIONS : bits;
}

/**
 * A member's permissions in a channel, by Discord's algorithm: base roles, then the overwrites of @everyone, of the
 * roles together (allow wins over deny), and of the member. For a thread, pass its parent and the permission to write
 * in threads.
 */
export function channelPermissions(
  guild: Guild,
  channel: Channel,
  userId: Snowflake,
  writing: 'SendMessages' | 'SendMessagesInThreads' = 'SendMessages',
): bigint {
  const base = guildPermissions(guild, userId);
  if (base === ALL_PERMISSIONS || base === 0n) return base;
  const roleIds = new Set(guild.members.get(userId)?.roleIds);
  const everyone = channel.overwrites.find((each) => each.id === guild.id);
  let bits = (base & ~(everyone?.deny ?? 0n)) | (everyone?.allow ?? 0n);
  const roles = channel.overwrites.filter((each) => each.type === 0 && roleIds.has(each.id));
  const denied = roles.reduce((all, each) => all | each.deny, 0n);
  const allowed = roles.reduce((all, each) => all | each.allow, 0n);
  bits = (bits & ~denied) | allowed;
  const own = channel.overwrites.find((each) => each.type === 1 && each.id === userId);
  bits = (bits & ~(own?.deny ?? 0n)) | (own?.allow ?? 0n);
  if (!allows(bits, 'ViewChannel')) return 0n;
  return allows(bits, writing) ? bits : bits & ~NEEDS_SEND;
}
