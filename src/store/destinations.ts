import type { Destination, DestinationKind } from '../digests/destination.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { Delivery, DeliveryState } from './outbox.ts';

/** A destination that is not stored yet. */
export type NewDestination = Omit<Destination, 'id' | 'createdAt' | 'blockedReason'> & { readonly at: Instant };

/** A destination and the last message to it that is not withdrawn; null if there was none. */
export interface KnownDestination extends Destination {
  readonly last: { readonly date: LocalDate; readonly state: DeliveryState; readonly reason: string | null } | null;
}

/**
 * Verbs for destinations, which people have confirmed. A destination gets the digests that are planned while it is not
 * blocked. Its deliveries are rows of the outbox, and no verb for a channel's deliveries returns them.
 */
export interface DestinationVerbs {
  /** Stores a destination. Null if the channel has it already, or is not stored. */
  addDestination(destination: NewDestination): Promise<Destination | null>;
  /** The destinations of a channel, the oldest first. */
  destinations(channelId: string): Promise<readonly KnownDestination[]>;
  /**
   * Deletes a destination and its unsent messages. A message that is being sent at that moment counts as uncertain until
   * its outcome is known. False if there is no such destination, or if it is not one of the given channel.
   */
  removeDestination(id: number, channelId?: string): Promise<boolean>;
  /** Ends the block of a destination. Its held messages are sent. False if it was not blocked. */
  unblockDestination(id: number): Promise<boolean>;
  /** Blocked destinations whose owners have not been notified of the block. */
  unnotifiedDestinationBlocks(limit: number): Promise<readonly Destination[]>;
  noteDestinationBlockNotified(id: number, at: Instant): Promise<void>;
  /** The same as `claimDeliveries`, for destinations of a kind. Those of guilds that removed the bot get nothing. */
  claimDestinationDeliveries(
    workerId: string,
    kind: DestinationKind,
    now: Instant,
    limit: number,
  ): Promise<readonly Delivery[]>;
  /** When the next delivery to a destination of this kind is due after this moment; null if there is none. */
  nextDestinationDeliveryAt(kind: DestinationKind, now: Instant): Promise<Instant | null>;
}
