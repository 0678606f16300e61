import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';

/**
 * How far the publication of a message in an announcement channel is.
 * - `given-up`: Discord did not publish it within a day, or never will
 * - `cancelled`: the channel no longer publishes its digests
 */
export type PublicationState = 'waiting' | 'published' | 'given-up' | 'cancelled';

/** A posted message that the servers which follow its channel should get. */
export interface DuePublication {
  readonly deliveryId: number;
  readonly channelId: string;
  readonly guildId: string;
  readonly date: LocalDate;
  readonly messageId: string;
  /** When the message was posted. */
  readonly sentAt: Instant;
  /** Whether the channel still publishes its digests. */
  readonly isWanted: boolean;
}

/** The publication of one message of a digest. */
export interface Publication {
  readonly state: PublicationState;
  /** When it is tried next; null if it is not tried any more. */
  readonly dueAt: Instant | null;
  /** Why it waits or was given up; null otherwise. */
  readonly reason: string | null;
}

export type PublicationSettlement =
  | { readonly state: 'published' | 'cancelled' }
  | { readonly state: 'waiting'; readonly dueAt: Instant; readonly reason: string }
  | { readonly state: 'given-up'; readonly reason: string };

/**
 * Verbs for the publication of digests. A message with papers waits for its publication from the step that settles it as
 * sent, if it stands in an announcement channel that publishes.
 */
export interface PublicationVerbs {
  /** Messages whose publication is due, the longest due first, those of a digest in order. */
  duePublications(now: Instant, limit: number): Promise<readonly DuePublication[]>;
  /** Records the outcome of an attempt. A publication that has ended stays as it is. */
  settlePublication(deliveryId: number, settlement: PublicationSettlement): Promise<void>;
  /** The publications of a channel's digest, in order. Empty if nothing of it is published. */
  publications(channelId: string, date: LocalDate): Promise<readonly Publication[]>;
}
