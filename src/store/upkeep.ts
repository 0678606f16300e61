import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';

/** What keeps the store from growing for ever. */
export interface UpkeepVerbs {
  /** Guilds that have channels here. */
  guilds(): Promise<readonly string[]>;
  /** Remembers that the bot is no longer on the guild. What was remembered before stands. */
  noteGuildRemoved(guildId: string, at: Instant): Promise<void>;
  /** Forgets that; true where it was so. */
  noteGuildReturned(guildId: string): Promise<boolean>;
  /** Guilds that removed the bot, up to the given moment. */
  guildsRemovedBefore(at: Instant): Promise<readonly string[]>;
  /** Deletes some of what is kept of a removed guild, where it has not come back meanwhile; true while there is more. */
  deleteGuildSome(guildId: string): Promise<boolean>;
  /** Deletes some of what is older than the limits, little enough to hold up nobody. */
  pruneSome(limits: Retention): Promise<PruneStep>;
}

/** What is older is deleted. Papers that a channel was given stay, so that it is never given them twice. */
export interface Retention {
  /** Papers that became news before this moment. */
  readonly papersBefore: Instant;
  /** What the listings of earlier dates held. */
  readonly listingsBefore: LocalDate;
  readonly runsBefore: Instant;
  /** How many upvotes papers had. */
  readonly upvotesBefore: Instant;
  /** Deliveries that are over, of digests of earlier dates. */
  readonly deliveriesBefore: LocalDate;
}

export interface PruneStep {
  readonly papers: number;
  readonly listings: number;
  readonly deliveries: number;
  readonly isDone: boolean;
}
