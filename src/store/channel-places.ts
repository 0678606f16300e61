import type { ChannelKind } from '../digests/channel-kind.ts';
import type { Instant } from '../ports.ts';
import type { ChannelRecord } from './channels.ts';

/** What Discord says about a channel. A null is not known, and what was known before stays. */
export interface ChannelNote {
  readonly name: string | null;
  readonly kind: ChannelKind | null;
}

export interface Move {
  readonly guildId: string;
  readonly fromChannelId: string;
  readonly toChannelId: string;
  readonly at: Instant;
}

export interface MovedSubscriptions {
  /** How many topics the new channel has because of the move. */
  readonly moved: number;
  /** How many were dropped because the new channel has them already. */
  readonly alreadyThere: number;
  /** How many parts of digests for the old channel are not sent. */
  readonly withdrawnParts: number;
  /** The new channel. */
  readonly channel: ChannelRecord;
}

/** Verbs for what becomes of channels on Discord: names, kinds, and topics that move to another channel. */
export interface PlaceVerbs {
  /** Remembers the names and kinds of stored channels of the guild, by id. Other channels are ignored. */
  noteChannels(guildId: string, notes: ReadonlyMap<string, ChannelNote>): Promise<void>;
  /** The remembered names of the guild's channels, by id. */
  channelNames(guildId: string): Promise<ReadonlyMap<string, string>>;
  /**
   * Moves all subscriptions of a channel to another one of the guild. A channel that has no settings yet gets those of
   * the old one. No paper that the old channel considered comes again. Null if the old channel has no subscription.
   */
  moveSubscriptions(move: Move): Promise<MovedSubscriptions | null>;
}
