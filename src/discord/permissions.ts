import type { APIOverwrite, APIRole } from 'discord.js';

/** The permission bits that matter here, with their names in Discord's settings. */
export const permissions = {
  administrator: { bit: 1n << 3n, name: 'Administrator' },
  manageChannels: { bit: 1n << 4n, name: 'Manage Channels' },
  manageServer: { bit: 1n << 5n, name: 'Manage Server' },
  viewChannel: { bit: 1n << 10n, name: 'View Channel' },
  sendMessages: { bit: 1n << 11n, name: 'Send Messages' },
  embedLinks: { bit: 1n << 14n, name: 'Embed Links' },
  mentionEveryone: { bit: 1n << 17n, name: 'Mention @everyone, @here, and All Roles' },
  readMessageHistory: { bit: 1n << 16n, name: 'Read Message History' },
  connect: { bit: 1n << 20n, name: 'Connect' },
  manageEvents: { bit: 1n << 33n, name: 'Manage Events' },
  manageThreads: { bit: 1n << 34n, name: 'Manage Threads' },
  createPublicThreads: { bit: 1n << 35n, name: 'Create Public Threads' },
  sendMessagesInThreads: { bit: 1n << 38n, name: 'Send Messages in Threads' },
  createEvents: { bit: 1n << 44n, name: 'Create Events' },
} as const;

export type PermissionName = keyof typeof permissions;

/** A set of permission bits, as Discord sends it in decimal. */
export type PermissionSet = bigint;

export const parsePermissions = (text: string | undefined): PermissionSet =>
  text !== undefined && /^\d{1,20}$/.test(text) ? BigInt(text) : 0n;

export const hasPermission = (set: PermissionSet, name: PermissionName): boolean =>
  (set & permissions.administrator.bit) !== 0n || (set & permissions[name].bit) !== 0n;

/** The names of the missing permissions, in the given order. */
export const missingPermissions = (set: PermissionSet, needed: readonly PermissionName[]): readonly string[] =>
  needed.filter((name) => !hasPermission(set, name)).map((name) => permissions[name].name);

const threadTypes: ReadonlySet<number> = new Set([10, 11, 12]);

/** Whether a channel of that kind is a thread, by Discord's number. */
export const isThreadType = (type: number): boolean => threadTypes.has(type);

/** The permissions for writing in a channel. Threads have a separate one. */
export const writing = (isThread: boolean): readonly PermissionName[] => [
  'viewChannel',
  isThread ? 'sendMessagesInThreads' : 'sendMessages',
];

/** Whether a channel of that kind is a forum, by Discord's number. */
export const isForumType = (type: number): boolean => type === 15;

/** The permissions that the bot needs for digests, by Discord's number of the kind of channel. */
export const posting = (type: number): readonly PermissionName[] => [
  ...writing(isThreadType(type)),
  // The first part of a digest opens a post, which is a thread for the others.
  ...(isForumType(type) ? (['sendMessagesInThreads'] as const) : []),
  'embedLinks',
];

/** The permissions that the bot needs to start a thread below a message, and to write in it. */
export const threading: readonly PermissionName[] = ['createPublicThreads', 'sendMessagesInThreads'];

export interface MemberInChannel {
  readonly userId: string;
  readonly roleIds: readonly string[];
  readonly guild: {
    readonly id: string;
    readonly ownerId: string;
    readonly roles: readonly Pick<APIRole, 'id' | 'permissions'>[];
  };
  /** The overwrites of the channel, or of a thread's parent. */
  readonly overwrites: readonly Pick<APIOverwrite, 'id' | 'type' | 'allow' | 'deny'>[];
}

/** All permissions, as owners and administrators have them. */
export const everything: PermissionSet = (1n << 53n) - 1n;
const memberOverwrite = 1;

/**
 * The permissions of a member in a channel: the roles first, then the overwrites for everyone, for roles, and for the
 * member.
 * Source: Discord's documentation, "Permission Hierarchy" and "Permission Overwrites".
 */
export function permissionsIn({ userId, roleIds, guild, overwrites }: MemberInChannel): PermissionSet {
  if (userId === guild.ownerId) return everything;
  const held = new Set([guild.id, ...roleIds]);
  const base = union(guild.roles.filter(({ id }) => held.has(id)).map((role) => role.permissions));
  if ((base & permissions.administrator.bit) !== 0n) return everything;
  const ofRoles = overwrites.filter(({ type, id }) => type !== memberOverwrite && id !== guild.id && held.has(id));
  const layers = [
    overwrites.filter(({ type, id }) => type !== memberOverwrite && id === guild.id),
    ofRoles,
    overwrites.filter(({ type, id }) => type === memberOverwrite && id === userId),
  ];
  return layers.reduce(
    (set, layer) => (set & ~union(layer.map(({ deny }) => deny))) | union(layer.map(({ allow }) => allow)),
    base,
  );
}

const union = (sets: readonly string[]): PermissionSet => sets.reduce((all, set) => all | parsePermissions(set), 0n);
