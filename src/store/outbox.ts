import type { PaperId } from '../papers/paper.ts';
import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import type { DigestRun } from './runs.ts';

export interface DigestPlan {
  readonly channelId: string;
  readonly date: LocalDate;
  readonly papers: readonly PaperId[];
  readonly parts: readonly PlannedPart[];
  /** News up to this number has now been considered. */
  readonly consideredNewsNumber: number;
  readonly nextDigestAt: Instant;
  readonly at: Instant;
  /** What is remembered of the run. Where it is given, its day needs no digest any more. */
  readonly run?: DigestRun;
}

export interface PlannedPart {
  /** The message as it will be sent, whatever changes meanwhile: the text of a JSON object that only the poster reads. */
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

/** One part of a digest on its way: a row of the outbox. */
export interface Delivery extends Omit<PlannedPart, 'json'> {
  readonly id: number;
  /** What its JSON says. */
  readonly payload: unknown;
  readonly channelId: string;
  readonly date: LocalDate;
  /** 1 is the first. */
  readonly part: number;
  readonly parts: number;
  readonly state: DeliveryState;
  /** How many times it was claimed. */
  readonly attempts: number;
  /** True where an earlier attempt may have posted it, so that it must be looked for before it is sent again. */
  readonly inDoubt: boolean;
  readonly plannedAt: Instant;
  readonly dueAt: Instant;
  readonly messageId: string | null;
  readonly reason: string | null;
  /** Pages of papers that are no longer in the payload, since Discord took them in no form. */
  readonly leftOut: readonly string[];
}

/**
 * How an attempt ended. `blocked` concerns the channel (it is marked, too), `dropped` this part alone (a payload that
 * Discord will never take, or a week without success), `uncertain` a part that may have been posted, so that it is not
 * sent again. `inDoubt`: this attempt may have posted it; once in doubt, a delivery stays so until it is settled for
 * good. `payload`: what to send from now on instead of what was frozen, `leftOut`: pages of papers that it lacks.
 * Where the channel has no subscription any more, what was to be tried again is withdrawn. `messageId` is null where a
 * moderator deleted the message before its id was known.
 */
export type Settlement =
  | { readonly state: 'sent'; readonly messageId: string | null; readonly at: Instant }
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
