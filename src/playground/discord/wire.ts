import type { JsonObject } from './form.ts';
import {
  type Channel,
  type Guild,
  MESSAGE_FLAGS,
  type Member,
  type Message,
  type Role,
  type ScheduledEvent,
  type User,
} from './world-shapes.ts';

/** An instant as Discord writes it. */
export function wireTime(instant: number): string {
  return new Date(instant).toISOString().replace('Z', '000+00:00');
}

/** A user object. */
export function wireUser(user: User): JsonObject {
  return {
    id: user.id,
    username: user.username,
    discriminator: user.bot ? '0001' : '0',
    global_name: user.bot ? null : user.username,
    avatar: null,
    bot: user.bot,
    system: false,
    public_flags: 0,
  };
}

/** A role object. */
export function wireRole(role: Role): JsonObject {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: role.position,
    permissions: role.permissions.toString(),
    managed: role.managed,
    mentionable: role.mentionable,
    ...(role.botId === undefined ? {} : { tags: { bot_id: role.botId } }),
    flags: 0,
  };
}

/** A member object, without the user. */
export function wireMember(member: Member): JsonObject {
  return {
    roles: member.roleIds,
    joined_at: wireTime(member.joinedAt),
    nick: null,
    avatar: null,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

/** A channel object: a guild's channel, a thread, or a direct message. */
export function wireChannel(channel: Channel, recipient: User | undefined): JsonObject {
  const last = channel.messages?.findLast((message) => message.onlyFor === undefined)?.id ?? null;
  const common = { id: channel.id, type: channel.type, last_message_id: last, flags: 0 };
  if (channel.guildId === null) return { ...common, recipients: recipient ? [wireUser(recipient)] : [] };
  const named = { ...common, guild_id: channel.guildId, name: channel.name, parent_id: channel.parentId };
  if (channel.thread !== null) return { ...named, ...wireThread(channel) };
  return {
    ...named,
    position: channel.position,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    ...wireForum(channel),
    permission_overwrites: channel.overwrites.map((each) => ({
      id: each.id,
      type: each.type,
      allow: each.allow.toString(),
      deny: each.deny.toString(),
    })),
  };
}

const REQUIRE_TAG = 1 << 4;

function wireForum({ forum }: Channel): JsonObject {
  if (forum === null) return {};
  return {
    flags: forum.requiresTag ? REQUIRE_TAG : 0,
    available_tags: forum.tags.map((tag) => ({ ...tag, emoji_id: null, emoji_name: null })),
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: 0,
  };
}

function wireThread(channel: Channel): JsonObject {
  const { thread } = channel;
  if (thread === null) return {};
  const messages = channel.messages?.length ?? 0;
  return {
    owner_id: thread.ownerId,
    rate_limit_per_user: 0,
    message_count: messages,
    member_count: 1,
    total_message_sent: messages,
    ...(thread.appliedTags === undefined ? {} : { applied_tags: thread.appliedTags }),
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: wireTime(thread.archivedAt ?? thread.createdAt),
      create_timestamp: wireTime(thread.createdAt),
    },
  };
}

/** A guild object, as GET answers it. */
export function wireGuild(guild: Guild): JsonObject {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: guild.systemChannelId,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    application_id: null,
    vanity_url_code: null,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: guild.preferredLocale,
    features: [],
    emojis: [],
    stickers: [],
    roles: [...guild.roles.values()].map(wireRole),
  };
}

/** A scheduled event object. */
export function wireEvent(event: ScheduledEvent, creator: User, now: number): JsonObject {
  return {
    id: event.id,
    guild_id: event.guildId,
    name: event.name,
    description: event.description,
    channel_id: event.channelId,
    creator_id: event.creatorId,
    creator: wireUser(creator),
    image: null,
    scheduled_start_time: wireTime(event.startsAt),
    scheduled_end_time: event.endsAt === null ? null : wireTime(event.endsAt),
    status: event.startsAt > now ? 1 : 2,
    entity_type: event.type,
    entity_id: null,
    entity_metadata: event.location === null ? null : { location: event.location },
    recurrence_rule: null,
    privacy_level: 2,
    sku_ids: [],
    guild_scheduled_event_exceptions: [],
  };
}

/** The facts that {@link wireMessage} looks up. */
export interface MessageSurroundings {
  readonly author: User;
  readonly users: ReadonlyMap<string, User>;
  readonly guildId: string | null;
  /** Where attachments are served: `http://127.0.0.1:PORT/attachments`. */
  readonly attachmentsUrl: string;
  readonly applicationId: string;
  /** False hides text, embeds and components, as from a bot without the Message Content intent. */
  readonly showsContent: boolean;
}

/** A message object. */
export function wireMessage(message: Message, around: MessageSurroundings): JsonObject {
  const { body } = message;
  const shown = around.showsContent;
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: wireUser(around.author),
    content: shown ? body.content : '',
    embeds: shown ? body.embeds : [],
    components: shown ? body.components : [],
    attachments: shown ? wireAttachments(message, around.attachmentsUrl) : [],
    mentions: body.pings.userIds.flatMap((id) => around.users.get(id) ?? []).map(wireUser),
    mention_roles: body.pings.roleIds,
    mention_everyone: body.pings.everyone,
    timestamp: wireTime(message.createdAt),
    edited_timestamp: message.editedAt === undefined ? null : wireTime(message.editedAt),
    tts: false,
    pinned: false,
    flags: body.flags | (message.threadId === undefined ? 0 : MESSAGE_FLAGS.hasThread),
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.replyTo === undefined ? {} : wireReference(message, around.guildId)),
    ...(message.origin === undefined ? {} : wireOrigin(message, around)),
  };
}

function wireAttachments(message: Message, attachmentsUrl: string): readonly JsonObject[] {
  return message.body.attachments.map((file) => {
    const url = `${attachmentsUrl}/${message.channelId}/${file.id}/${encodeURIComponent(file.filename)}`;
    return {
      id: file.id,
      filename: file.filename,
      size: file.data.byteLength,
      url,
      proxy_url: url,
      content_type: file.contentType,
      ...(file.description === undefined ? {} : { description: file.description }),
    };
  });
}

function wireReference(message: Message, guildId: string | null): JsonObject {
  const place = guildId === null ? {} : { guild_id: guildId };
  return { message_reference: { type: 0, channel_id: message.channelId, message_id: message.replyTo, ...place } };
}

function wireOrigin(message: Message, around: MessageSurroundings): JsonObject {
  const { origin } = message;
  if (origin === undefined) return {};
  const user = around.users.get(origin.userId);
  return {
    application_id: around.applicationId,
    webhook_id: around.applicationId,
    interaction_metadata: {
      id: origin.interactionId,
      type: origin.type,
      user: user === undefined ? undefined : wireUser(user),
      authorizing_integration_owners: { '0': around.guildId ?? '0' },
      ...(origin.commandName === undefined ? {} : { name: origin.commandName }),
    },
  };
}
