import type { Instant } from '../../ports.ts';
import type { JsonObject } from './form.ts';
import type { Snowflake } from './snowflake.ts';

/** Discord's numbers for the kinds of channel. */
export const CHANNEL_TYPES = {
  text: 0,
  dm: 1,
  voice: 2,
  category: 4,
  announcement: 5,
  'announcement-thread': 10,
  'public-thread': 11,
  'private-thread': 12,
  stage: 13,
  forum: 15,
  media: 16,
} as const;

/** A kind of channel. */
export type ChannelKind = keyof typeof CHANNEL_TYPES;

/** A user: a person or the bot. */
export interface User {
  readonly id: Snowflake;
  readonly username: string;
  readonly bot: boolean;
  /** Whether others may write to them directly; off answers 50007. */
  acceptsDirectMessages: boolean;
  /** Whether they installed the app for themselves, and may use it anywhere. */
  hasInstalled: boolean;
}

/** A role; the one with the guild's own id is @everyone. */
export interface Role {
  readonly id: Snowflake;
  readonly name: string;
  permissions: bigint;
  readonly position: number;
  readonly managed: boolean;
  /** The bot that it belongs to; undefined for other roles. */
  readonly botId: Snowflake | undefined;
  /** Whether anyone may mention it. */
  mentionable: boolean;
}

/** A user's membership of a guild. */
export interface Member {
  readonly userId: Snowflake;
  readonly joinedAt: Instant;
  roleIds: readonly Snowflake[];
}

/** A channel's permissions for a role (`type` 0) or a member (`type` 1), which override the guild's roles. */
export interface Overwrite {
  readonly id: Snowflake;
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

/** A channel, a thread, or a direct message. */
export interface Channel {
  readonly id: Snowflake;
  readonly type: number;
  /** Null in a direct message. */
  readonly guildId: Snowflake | null;
  name: string;
  /** The category of a channel, or the channel of a thread. */
  readonly parentId: Snowflake | null;
  overwrites: readonly Overwrite[];
  /** The other person in a direct message. */
  readonly recipientId: Snowflake | null;
  readonly position: number;
  readonly thread: ThreadState | null;
  /** Null for all but forums and media channels. */
  readonly forum: ForumState | null;
  /** Oldest first. Made when the first message comes, so that ten thousand silent channels cost nothing. */
  messages: Message[] | null;
}

/** The fields that only threads have. */
export interface ThreadState {
  readonly ownerId: Snowflake;
  readonly createdAt: Instant;
  archived: boolean;
  /** When it was last archived or opened again; absent if it never was. */
  archivedAt?: Instant;
  locked: boolean;
  autoArchiveMinutes: number;
  /** The ids of the tags of a post; absent if it has none. */
  readonly appliedTags?: readonly Snowflake[];
}

/** The fields that only forums and media channels have. */
export interface ForumState {
  tags: readonly ForumTag[];
  /** Whether each post needs a tag. */
  requiresTag: boolean;
}

/** A tag that posts of a forum can have. Only those who manage threads may apply a moderated one. */
interface ForumTag {
  readonly id: Snowflake;
  readonly name: string;
  readonly moderated: boolean;
}

/** A guild. */
export interface Guild {
  readonly id: Snowflake;
  readonly name: string;
  readonly ownerId: Snowflake;
  readonly roles: Map<Snowflake, Role>;
  readonly members: Map<Snowflake, Member>;
  readonly channelIds: Set<Snowflake>;
  readonly banned: Set<Snowflake>;
  /** Where Discord posts its own news of the guild; null where it does not. */
  systemChannelId: Snowflake | null;
  /** The language that its owner has chosen. */
  preferredLocale: string;
  /** An outage of Discord: the guild exists but does not answer. */
  unavailable: boolean;
}

/** A file in a message. */
export interface Attachment {
  readonly id: Snowflake;
  readonly filename: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly description: string | undefined;
}

/** Whom a message pings, after its `allowed_mentions` and the author's permissions. */
export interface Pings {
  readonly everyone: boolean;
  readonly userIds: readonly Snowflake[];
  readonly roleIds: readonly Snowflake[];
}

/** The author's part of a message, which an edit can change. */
export interface MessageBody {
  readonly content: string;
  readonly embeds: readonly JsonObject[];
  readonly components: readonly JsonObject[];
  readonly attachments: readonly Attachment[];
  readonly flags: number;
  readonly pings: Pings;
}

/** A message as it is stored. */
export interface Message {
  readonly id: Snowflake;
  readonly channelId: Snowflake;
  readonly authorId: Snowflake;
  readonly createdAt: Instant;
  /** 0 ordinary, 19 reply, 20 answer to a command, 23 answer to a context menu command. */
  readonly type: number;
  readonly nonce: string | number | undefined;
  readonly replyTo: Snowflake | undefined;
  /** Set on an ephemeral message: the only person who sees it. */
  readonly onlyFor: Snowflake | undefined;
  /** The interaction that it answers. */
  readonly origin: MessageOrigin | undefined;
  body: MessageBody;
  editedAt: Instant | undefined;
  /** The id of its thread: its own id, as in Discord. */
  threadId: Snowflake | undefined;
}

/** Discord's numbers for the places of scheduled events. */
export const EVENT_TYPES = { stage: 1, voice: 2, external: 3 } as const;

/** A scheduled event of a guild. */
export interface ScheduledEvent {
  readonly id: Snowflake;
  readonly guildId: Snowflake;
  readonly creatorId: Snowflake;
  readonly type: number;
  readonly name: string;
  readonly description: string | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  /** The voice channel or the stage; null if it takes place elsewhere. */
  readonly channelId: Snowflake | null;
  /** Where it takes place, unless that is a channel. */
  readonly location: string | null;
}

/** Which interaction a message answers. */
export interface MessageOrigin {
  readonly interactionId: Snowflake;
  readonly type: number;
  readonly userId: Snowflake;
  readonly commandName: string | undefined;
}

/** A webhook of a channel: it posts by token (type 1), or copies what a followed channel announces (type 2). */
export interface Webhook {
  readonly id: Snowflake;
  readonly type: number;
  readonly channelId: Snowflake;
  readonly name: string;
  readonly token: string;
  /** The announcement channel that a follower's webhook copies from. */
  readonly sourceChannelId: Snowflake | null;
}

/** Bits of a message's `flags`. */
export const MESSAGE_FLAGS = {
  crossposted: 1 << 0,
  isCrosspost: 1 << 1,
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;
