import type { Instant } from '../ports.ts';

/** A channel that cannot be posted to, with those who can be told. */
export interface BlockedChannel {
  readonly channelId: string;
  readonly guildId: string;
  readonly reason: string;
  readonly blockedAt: Instant;
  /** Who subscribed it, the earliest first; each once. */
  readonly subscribers: readonly string[];
}

/** Blocks: a channel that cannot be posted to keeps all it has until it can. */
export interface BlockVerbs {
  /** Blocked channels with subscriptions, of whose block the guild was not told yet. */
  unnotifiedBlocks(limit: number): Promise<readonly BlockedChannel[]>;
  noteBlockNotified(channelId: string, at: Instant): Promise<void>;
  /** Blocked channels of the guild, or those of any guild that were not looked at since the given moment. */
  blockedChannels(
    which: { readonly guildId: string } | { readonly uncheckedSince: Instant },
  ): Promise<readonly BlockedChannel[]>;
  noteBlockChecked(channelId: string, at: Instant): Promise<void>;
  /** Lets a channel be posted to again, what the block held back included. False where it was not blocked. */
  unblockChannel(channelId: string, at: Instant): Promise<boolean>;
}
