import type { Instant } from '../ports.ts';
import type { ChannelRecord } from './channels.ts';

/** A pause: nothing is planned for the channel, and nothing of it is forgotten. */
export interface PauseVerbs {
  /** Pauses the channel, or gives its pause another end. Null where the channel is not stored. */
  pauseChannel(channelId: string, at: Instant, until: Instant | null): Promise<ChannelRecord | null>;
  /** Ends the pause. */
  resumeChannel(channelId: string, nextDigestAt: Instant): Promise<ChannelRecord>;
  /**
   * Leaves out the news up to this number, for good, and adds to `skippedPapers` how many papers match that the channel
   * has not had. Nothing where an earlier digest considered them, or they were left out before.
   */
  leaveOutNews(channelId: string, upTo: number, skippedPapers: number): Promise<void>;
  /** The number of the newest news that was news before this moment; 0 where there is none. */
  newsNumberBefore(at: Instant): Promise<number>;
}

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
  untoldBlocks(limit: number): Promise<readonly BlockedChannel[]>;
  noteBlockTold(channelId: string, at: Instant): Promise<void>;
  /** Blocked channels of the guild, or those of any guild that were not looked at since the given moment. */
  blockedChannels(
    which: { readonly guildId: string } | { readonly uncheckedSince: Instant },
  ): Promise<readonly BlockedChannel[]>;
  noteBlockChecked(channelId: string, at: Instant): Promise<void>;
  /** Lets a channel be posted to again, what the block held back included. False where it was not blocked. */
  unblockChannel(channelId: string, at: Instant): Promise<boolean>;
}
