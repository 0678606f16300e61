import type { Instant } from '../ports.ts';

/** A channel that the bot cannot post to, and the users who can be notified. */
export interface BlockedChannel {
  readonly channelId: string;
  readonly guildId: string;
  /** Its last known name; null if it is not known. */
  readonly name: string | null;
  readonly reason: string;
  readonly blockedAt: Instant;
  /** User ids of its subscribers, earliest first, each once. */
  readonly subscribers: readonly string[];
}

/** Verbs for channels that the bot cannot post to. A blocked channel keeps its settings and deliveries. */
export interface BlockVerbs {
  /**
   * Blocked channels with subscriptions whose guilds have not been notified of the block. A block that comes back for
   * the same reason before anything was posted is the same block.
   */
  unnotifiedBlocks(limit: number): Promise<readonly BlockedChannel[]>;
  /** Marks the channel as blocked, because nothing can be posted there. Its deliveries are held when they are next tried. */
  blockChannel(channelId: string, reason: string, at: Instant): Promise<void>;
  noteBlockNotified(channelId: string, at: Instant): Promise<void>;
  /** Blocked channels of the guild, or those of all guilds that have not been checked since the given moment. */
  blockedChannels(
    which: { readonly guildId: string } | { readonly uncheckedSince: Instant },
  ): Promise<readonly BlockedChannel[]>;
  noteBlockChecked(channelId: string, at: Instant): Promise<void>;
  /** Ends the block of a channel. Its held deliveries are sent. False if it was not blocked. */
  unblockChannel(channelId: string, at: Instant): Promise<boolean>;
}
