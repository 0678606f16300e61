import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';

/** Verbs that keep the store from growing without end. */
export interface UpkeepVerbs {
  /** Guilds with stored channels. */
  guilds(): Promise<readonly string[]>;
  /** Records that the bot left the guild. The first record stays. */
  noteGuildRemoved(guildId: string, at: Instant): Promise<void>;
  /** Deletes the record that the bot left the guild. True if there was one. */
  noteGuildReturned(guildId: string): Promise<boolean>;
  /** Guilds that the bot left at or before the given moment. */
  guildsRemovedBefore(at: Instant): Promise<readonly string[]>;
  /** Deletes some data of a guild that the bot left and that did not come back. True while there is more. */
  deleteGuildSome(guildId: string): Promise<boolean>;
  /** Deletes some data older than the limits, in a step that is short enough to delay nothing else. */
  pruneSome(limits: Retention): Promise<PruneStep>;
}

/** Older data is deleted. Papers that a channel received stay, so that it never receives them twice; so do those on a reading list. */
export interface Retention {
  /** Papers that became news before this moment. */
  readonly papersBefore: Instant;
  /** Listings of earlier dates. */
  readonly listingsBefore: LocalDate;
  readonly runsBefore: Instant;
  /** Earlier upvote counts. */
  readonly upvotesBefore: Instant;
  /** Finished deliveries of digests of earlier dates, and which papers those digests left out. */
  readonly deliveriesBefore: LocalDate;
}

export interface PruneStep {
  readonly papers: number;
  readonly listings: number;
  readonly deliveries: number;
  readonly isDone: boolean;
}
