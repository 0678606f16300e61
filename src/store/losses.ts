import type { LocalDate } from '../time.ts';
import type { Delivery } from './outbox.ts';

/** What a channel lost of a digest, or may have lost, and of which its guild was not told yet. */
export interface Loss {
  readonly channelId: string;
  readonly guildId: string;
  readonly date: LocalDate;
  /** Parts that are `dropped` or `uncertain`, and parts without some of their papers; in order. */
  readonly deliveries: readonly Delivery[];
  /** Who subscribed the channel, the earliest first; each once. */
  readonly subscribers: readonly string[];
}

/** Losses: what Discord took in no form, what could not be posted in time, and what nobody knows to have arrived. */
export interface LossVerbs {
  /** Of digests of which nothing is still under way, so that all that one lost is told at once; the oldest first. */
  unnotifiedLosses(limit: number): Promise<readonly Loss[]>;
  /** These deliveries are not among the untold any more. */
  noteLossNotified(deliveryIds: readonly number[]): Promise<void>;
}
