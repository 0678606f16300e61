import type { Clock } from '../../ports.ts';
import { refusal } from './api-error.ts';
import type { StoredCommand } from './command-rules.ts';
import type { JsonObject } from './form.ts';
import {
  channelPermissions,
  DEFAULT_EVERYONE,
  DM_PERMISSIONS,
  type PermissionSet,
  permissionBits,
} from './permissions.ts';
import { type NextSnowflake, type Snowflake, snowflakes } from './snowflake.ts';
import { wireChannel, wireEvent, wireRole } from './wire.ts';
import {
  type ChannelPlan,
  type GuildPlan,
  idOf,
  type OverwritePlan,
  overwriteOf,
  type Ref,
  type RolePlan,
  type WorldEvent,
} from './world-plans.ts';
import {
  CHANNEL_TYPES,
  type Channel,
  type Guild,
  type Member,
  type Role,
  type ScheduledEvent,
  type ThreadState,
  type User,
  type Webhook,
} from './world-shapes.ts';

/** The permissions of an invited bot, unless a test gives others. */
const DEFAULT_BOT: PermissionSet = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'CreatePublicThreads',
  'SendMessagesInThreads',
  'CreateEvents',
];

const INTENT_GUILDS = 1 << 0;
const INTENT_EVENTS = 1 << 16;
/** How long an event without an end lasts. */
const EVENT_LASTS_MS = 3 * 3_600_000;

const FORUMS: readonly number[] = [CHANNEL_TYPES.forum, CHANNEL_TYPES.media];

/** Everything that exists on this Discord: guilds, channels, people, commands. */
export class World {
  readonly clock: Clock;
  readonly nextId: NextSnowflake;
  readonly bot: User;
  /** The application's id; the bot user has the same id, as in all new applications. */
  readonly applicationId: Snowflake;
  readonly users = new Map<Snowflake, User>();
  readonly guilds = new Map<Snowflake, Guild>();
  readonly channels = new Map<Snowflake, Channel>();
  readonly commands = new Map<Snowflake, StoredCommand>();
  readonly webhooks = new Map<Snowflake, Webhook>();
  readonly events = new Map<Snowflake, ScheduledEvent>();
  readonly #direct = new Map<Snowflake, Channel>();
  readonly #tell: (event: WorldEvent) => void;

  constructor(clock: Clock, tell: (event: WorldEvent) => void) {
    this.clock = clock;
    this.nextId = snowflakes(clock);
    this.#tell = tell;
    this.bot = this.#addUser('Paperboy', true);
    this.applicationId = this.bot.id;
  }

  /** Sends an event to the bot's gateway sessions that listen for it. */
  tell(event: WorldEvent): void {
    this.#tell(event);
  }

  /** A person, in no guild yet. */
  createUser(name: string): User {
    return this.#addUser(name, false);
  }

  createGuild(plan: GuildPlan): Guild {
    const id = this.nextId();
    const ownerId = plan.owner === undefined ? this.#addUser(`${plan.name} owner`, false).id : idOf(plan.owner);
    const guild: Guild = {
      id,
      name: plan.name,
      ownerId,
      roles: new Map(),
      members: new Map(),
      channelIds: new Set(),
      banned: new Set(),
      systemChannelId: null,
      preferredLocale: plan.locale ?? 'en-US',
      unavailable: false,
    };
    const permissions = permissionBits(plan.everyone ?? DEFAULT_EVERYONE);
    const plain = { managed: false, botId: undefined, mentionable: false };
    guild.roles.set(id, { id, name: '@everyone', permissions, position: 0, ...plain });
    guild.members.set(ownerId, { userId: ownerId, joinedAt: this.clock(), roleIds: [] });
    this.guilds.set(id, guild);
    for (const name of plan.channels ?? []) this.createChannel({ guild, name });
    if (plan.bot !== false) this.inviteBot(guild, plan.bot);
    return guild;
  }

  /** Adds the bot to a guild, with its own role. */
  inviteBot(ref: Ref, permissions: PermissionSet = DEFAULT_BOT): void {
    const guild = this.guild(ref);
    guild.banned.delete(this.bot.id);
    const role = this.#addRole(guild, this.bot.username, permissions, this.bot.id);
    guild.members.set(this.bot.id, { userId: this.bot.id, joinedAt: this.clock(), roleIds: [role.id] });
    this.#tell({ kind: 'guild-joined', guild });
  }

  /** Removes the bot from a guild; with `ban` it cannot come back by itself. */
  removeBot(ref: Ref, ban = false): void {
    const guild = this.guild(ref);
    guild.members.delete(this.bot.id);
    if (ban) guild.banned.add(this.bot.id);
    this.#tell({ kind: 'guild-gone', guildId: guild.id, unavailable: false });
  }

  /** Names the channel in which Discord posts its own news of the guild, or none. */
  setSystemChannel(guild: Ref, channel: Ref | null): void {
    this.guild(guild).systemChannelId = channel === null ? null : idOf(channel);
  }

  /** Starts or ends an outage of one guild: GUILD_DELETE with `unavailable`, later GUILD_CREATE again. */
  setGuildOutage(ref: Ref, down: boolean): void {
    const guild = this.guild(ref);
    guild.unavailable = down;
    this.#tell(down ? { kind: 'guild-gone', guildId: guild.id, unavailable: true } : { kind: 'guild-joined', guild });
  }

  createRole(plan: RolePlan): Role {
    const guild = this.guild(plan.guild);
    const role = this.#addRole(guild, plan.name, plan.permissions ?? []);
    role.mentionable = plan.isMentionable ?? false;
    this.#dispatch('GUILD_ROLE_CREATE', guild.id, () => ({ guild_id: guild.id, role: wireRole(role) }));
    return role;
  }

  /** Changes a role's permissions; the guild's own id is @everyone. */
  setRolePermissions(guildRef: Ref, roleRef: Ref, permissions: PermissionSet): void {
    this.#changeRole(guildRef, roleRef, { permissions: permissionBits(permissions) });
  }

  /** Allows anyone to mention a role, or not. */
  setRoleMentionable(guildRef: Ref, roleRef: Ref, mentionable: boolean): void {
    this.#changeRole(guildRef, roleRef, { mentionable });
  }

  #changeRole(guildRef: Ref, roleRef: Ref, change: Partial<Pick<Role, 'permissions' | 'mentionable'>>): void {
    const guild = this.guild(guildRef);
    const role = guild.roles.get(idOf(roleRef));
    if (role === undefined) throw refusal(10011);
    Object.assign(role, change);
    this.#dispatch('GUILD_ROLE_UPDATE', guild.id, () => ({ guild_id: guild.id, role: wireRole(role) }));
  }

  /** Deletes a role, and takes it from its members. */
  deleteRole(guildRef: Ref, roleRef: Ref): void {
    const guild = this.guild(guildRef);
    const roleId = idOf(roleRef);
    if (!guild.roles.delete(roleId)) throw refusal(10011);
    for (const member of guild.members.values()) member.roleIds = member.roleIds.filter((id) => id !== roleId);
    this.#dispatch('GUILD_ROLE_DELETE', guild.id, () => ({ guild_id: guild.id, role_id: roleId }));
  }

  /** Changes the permissions of the bot's own role in a guild. */
  setBotPermissions(ref: Ref, permissions: PermissionSet): void {
    const guild = this.guild(ref);
    const roleId = guild.members.get(this.bot.id)?.roleIds[0];
    if (roleId === undefined) throw new Error(`The bot is not in the guild ${guild.name}.`);
    this.setRolePermissions(guild, roleId, permissions);
  }

  /** Makes a user a member; `permissions` become the member's own role. */
  addMember(plan: {
    readonly guild: Ref;
    readonly user: Ref;
    readonly roles?: readonly Ref[];
    readonly permissions?: PermissionSet;
  }): Member {
    const guild = this.guild(plan.guild);
    const userId = idOf(plan.user);
    const roleIds = (plan.roles ?? []).map(idOf);
    if (plan.permissions !== undefined) roleIds.push(this.#addRole(guild, `role of ${userId}`, plan.permissions).id);
    const member: Member = { userId, joinedAt: this.clock(), roleIds };
    guild.members.set(userId, member);
    return member;
  }

  createChannel(plan: ChannelPlan): Channel {
    const guild = this.guild(plan.guild);
    const parentId = plan.parent === undefined ? null : idOf(plan.parent);
    const channel = this.#addChannel(guild.id, CHANNEL_TYPES[plan.kind ?? 'text'], plan.name, parentId, null);
    channel.overwrites = (plan.overwrites ?? []).map((each) => overwriteOf(guild, each));
    if (plan.tags !== undefined || plan.requiresTag) this.#setTags(channel, plan);
    this.#tellChannel('CHANNEL_CREATE', channel);
    return channel;
  }

  /** Replaces the tags of a forum, as its moderators do. */
  setTags(ref: Ref, plan: Pick<ChannelPlan, 'tags' | 'requiresTag'>): void {
    const channel = this.channel(ref);
    this.#setTags(channel, plan);
    this.#tellChannel('CHANNEL_UPDATE', channel);
  }

  /** A thread in a channel. From a message it has the message's id. */
  createThread(parent: Channel, plan: { id: Snowflake; type: number; name: string; state: ThreadState }): Channel {
    const thread = this.#addChannel(parent.guildId, plan.type, plan.name, parent.id, plan.state, plan.id);
    this.#tellChannel('THREAD_CREATE', thread);
    return thread;
  }

  /** Schedules an event of the bot. */
  createEvent(guild: Guild, plan: Omit<ScheduledEvent, 'id' | 'guildId' | 'creatorId'>): ScheduledEvent {
    const event = { ...plan, id: this.nextId(), guildId: guild.id, creatorId: this.bot.id };
    this.events.set(event.id, event);
    const data = () => this.describeEvent(event);
    this.#tell({
      kind: 'dispatch',
      name: 'GUILD_SCHEDULED_EVENT_CREATE',
      guildId: guild.id,
      intents: INTENT_EVENTS,
      data,
    });
    return event;
  }

  /** The events of a guild that are not over. */
  eventsOf(guild: Ref): readonly ScheduledEvent[] {
    const now = this.clock();
    return [...this.events.values()].filter(
      ({ guildId, startsAt, endsAt }) => guildId === idOf(guild) && (endsAt ?? startsAt + EVENT_LASTS_MS) > now,
    );
  }

  /** A scheduled event object. */
  describeEvent(event: ScheduledEvent): JsonObject {
    return wireEvent(event, this.users.get(event.creatorId) ?? this.bot, this.clock());
  }

  /** Replaces a channel's overwrite for one role or member. */
  setOverwrite(ref: Ref, plan: OverwritePlan): void {
    const channel = this.channel(ref);
    const overwrite = overwriteOf(this.guild(channel.guildId ?? ''), plan);
    channel.overwrites = [...channel.overwrites.filter((each) => each.id !== overwrite.id), overwrite];
    this.#tellChannel('CHANNEL_UPDATE', channel);
  }

  /** Locks, unlocks, archives or unarchives a thread, as a moderator does. */
  setThread(ref: Ref, change: Partial<Pick<ThreadState, 'locked' | 'archived'>>): void {
    const thread = this.channel(ref);
    if (thread.thread === null) throw new Error(`${thread.name} is not a thread.`);
    const isMoved = change.archived !== undefined && change.archived !== thread.thread.archived;
    Object.assign(thread.thread, change, isMoved ? { archivedAt: this.clock() } : {});
    this.#tellChannel('THREAD_UPDATE', thread);
  }

  deleteChannel(ref: Ref): void {
    const channel = this.channel(ref);
    this.channels.delete(channel.id);
    this.guilds.get(channel.guildId ?? '')?.channelIds.delete(channel.id);
    this.#tellChannel(channel.thread === null ? 'CHANNEL_DELETE' : 'THREAD_DELETE', channel);
  }

  /** The direct message channel between the bot and a user. */
  directChannel(user: Ref): Channel {
    const userId = idOf(user);
    if (!this.users.has(userId)) throw refusal(10013);
    const known = this.#direct.get(userId);
    if (known !== undefined) return known;
    const channel = this.#addChannel(null, CHANNEL_TYPES.dm, '', null, null, this.nextId(), userId);
    this.#direct.set(userId, channel);
    return channel;
  }

  /** Who installed the app where an interaction comes from: Discord's `authorizing_integration_owners`. */
  installations(channel: Channel, userId: Snowflake): JsonObject {
    const isOnGuild = this.guilds.get(channel.guildId ?? '')?.members.has(this.bot.id) === true;
    return {
      ...(isOnGuild ? { 0: channel.guildId } : {}),
      ...(this.isBotChannel(channel) ? { 0: '0' } : {}),
      ...(this.users.get(userId)?.hasInstalled === true ? { 1: userId } : {}),
    };
  }

  /** Whether a channel holds direct messages with the bot. */
  isBotChannel(channel: Channel): boolean {
    return channel.guildId === null && this.#direct.get(channel.recipientId ?? '') === channel;
  }

  /** The guild, or 10004. */
  guild(ref: Ref): Guild {
    const guild = this.guilds.get(idOf(ref));
    if (guild === undefined) throw refusal(10004);
    return guild;
  }

  /** The channel, or 10003. */
  channel(ref: Ref): Channel {
    const channel = this.channels.get(idOf(ref));
    if (channel === undefined) throw refusal(10003);
    return channel;
  }

  /** A user's permissions in a channel. A thread has its parent's permissions. A stranger has none. */
  permissionsIn(channel: Channel, userId: Snowflake): bigint {
    if (channel.guildId === null) {
      return userId === this.bot.id || userId === channel.recipientId ? DM_PERMISSIONS : 0n;
    }
    const guild = this.guilds.get(channel.guildId);
    if (guild === undefined) return 0n;
    const parent = channel.thread === null ? undefined : this.channels.get(channel.parentId ?? '');
    return channelPermissions(guild, parent ?? channel, userId, parent && 'SendMessagesInThreads');
  }

  /** A channel object. */
  describe(channel: Channel): JsonObject {
    return wireChannel(channel, this.users.get(channel.recipientId ?? ''));
  }

  #setTags(
    { forum, name }: Channel,
    { tags = [], requiresTag = false }: Pick<ChannelPlan, 'tags' | 'requiresTag'>,
  ): void {
    if (forum === null) throw new Error(`${name} is not a forum.`);
    forum.requiresTag = requiresTag;
    forum.tags = tags.map((tag) => ({
      id: this.nextId(),
      name: tag.replace(/^!/, ''),
      moderated: tag.startsWith('!'),
    }));
  }

  #tellChannel(name: string, channel: Channel): void {
    this.#dispatch(name, channel.guildId, () => this.describe(channel));
  }

  #dispatch(name: string, guildId: Snowflake | null, data: () => JsonObject): void {
    this.#tell({ kind: 'dispatch', name, guildId, intents: INTENT_GUILDS, data });
  }

  #addUser(username: string, bot: boolean): User {
    const user: User = { id: this.nextId(), username, bot, acceptsDirectMessages: true, hasInstalled: false };
    this.users.set(user.id, user);
    return user;
  }

  /** @param botId the bot that it belongs to, if it does */
  #addRole(guild: Guild, name: string, permissions: PermissionSet, botId?: Snowflake): Role {
    const role: Role = {
      id: this.nextId(),
      name,
      permissions: permissionBits(permissions),
      position: guild.roles.size,
      managed: botId !== undefined,
      botId,
      mentionable: false,
    };
    guild.roles.set(role.id, role);
    return role;
  }

  #addChannel(
    guildId: Snowflake | null,
    type: number,
    name: string,
    parentId: Snowflake | null,
    thread: ThreadState | null,
    id = this.nextId(),
    recipientId: Snowflake | null = null,
  ): Channel {
    const siblings = this.guilds.get(guildId ?? '')?.channelIds;
    const position = siblings?.size ?? 0;
    const channel = {
      id,
      type,
      guildId,
      name,
      parentId,
      overwrites: [],
      recipientId,
      position,
      thread,
      forum: FORUMS.includes(type) ? { tags: [], requiresTag: false } : null,
      messages: null,
    };
    this.channels.set(id, channel);
    siblings?.add(id);
    return channel;
  }
}
