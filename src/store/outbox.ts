import type { Destination } from '../digests/destination.ts';
import type { PlannedPing } from '../digests/pings.ts';
import type { PaperId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { DigestRun } from './runs.ts';

export interface DigestPlan {
  readonly channelId: string;
  readonly date: LocalDate;
  readonly papers: readonly PaperId[];
  /** Papers that matched and were over the maximum, best first. Absent if there is none. */
  readonly leftOut?: readonly PaperId[];
  readonly parts: readonly PlannedPart[];
  /** The messages for destinations. What is planned for one that was removed meanwhile is left out. */
  readonly copies?: readonly PlannedCopy[];
  /** News up to this number has now been considered. */
  readonly consideredNewsNumber: number;
  readonly at: Instant;
  /** Whether somebody asked for the digest, who gets it even if the channel is paused. */
  readonly isRequested?: boolean;
  /** Who is pinged for which of the papers. A paper that somebody was pinged for before is left out. */
  readonly pings?: readonly PlannedPing[];
  /** The record of the run. If it is given, its day needs no further digest. */
  readonly run?: DigestRun;
}

/** The messages of a digest for a destination. */
export interface PlannedCopy {
  readonly destinationId: number;
  readonly parts: readonly PlannedPart[];
}

export interface PlannedPart {
  /** The frozen message: the text of a JSON object that only the poster reads. */
  readonly json: string;
  /** At most 25 characters, derived from channel, date and part. */
  readonly nonce: string;
}

export type DeliveryState =
  | 'planned'
  | 'sending'
  | 'sent'
  | 'retry'
  | 'blocked'
  | 'dropped'
  | 'uncertain'
  | 'withdrawn';

/** One part of a digest: a row of the outbox. */
export interface Delivery extends Omit<PlannedPart, 'json'> {
  readonly id: number;
  /** The parsed JSON of the message. */
  readonly payload: unknown;
  readonly channelId: string;
  /** The destination of the channel that gets it; null for the channel itself. */
  readonly destination: Destination | null;
  readonly date: LocalDate;
  /** 1 is the first. */
  readonly part: number;
  readonly parts: number;
  readonly state: DeliveryState;
  /** How many times it was claimed. */
  readonly attempts: number;
  /** Whether an earlier attempt may have posted it. If so, it is looked up in the channel before it is sent again. */
  readonly inDoubt: boolean;
  readonly plannedAt: Instant;
  readonly dueAt: Instant;
  readonly messageId: string | null;
  /** The thread that has the message, or the post of a forum; null if it is in the channel itself. */
  readonly threadId: string | null;
  readonly reason: string | null;
  /** Pages of papers that were taken out of the payload because Discord refused them. */
  readonly leftOut: readonly string[];
}

/**
 * How an attempt ended.
 * - `blocked` marks the channel, or the destination, as well as the delivery
 * - `dropped` ends this part alone: Discord will never accept the payload, or a week passed without success
 * - `uncertain` ends a part that may have been posted, so that it is not sent again
 *
 * `inDoubt`: this attempt may have posted the part. A delivery in doubt stays in doubt until it ends. `payload`
 * replaces the frozen message, and `leftOut` has the pages of the papers that it lacks. If the channel has no
 * subscription left, a delivery that would be retried is withdrawn. If its destination was removed, it is deleted. `messageId` is null if a moderator deleted the
 * message before its id was known. `threadId` names the thread that has the message, if it is not in the channel itself.
 */
export type Settlement =
  | {
      readonly state: 'sent';
      readonly messageId: string | null;
      readonly threadId?: string | null;
      readonly at: Instant;
    }
  | {
      readonly state: 'retry';
      readonly dueAt: Instant;
      readonly reason: string;
      readonly inDoubt?: boolean;
      readonly payload?: unknown;
      readonly leftOut?: readonly string[];
    }
  | { readonly state: 'blocked'; readonly reason: string; readonly at: Instant; readonly inDoubt?: boolean }
  | { readonly state: 'dropped' | 'uncertain'; readonly reason: string; readonly at: Instant };
