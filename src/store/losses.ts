import type { LocalDate } from '../time.ts';
import type { Delivery } from './outbox.ts';

/** A digest that lost something, or may have, and whose guild has not been notified. */
export interface Loss {
  readonly channelId: string;
  readonly guildId: string;
  readonly date: LocalDate;
  /** Parts that are `dropped` or `uncertain`, and parts that lack some of their papers, in order. */
  readonly deliveries: readonly Delivery[];
  /** User ids of the channel's subscribers, earliest first, each once. */
  readonly subscribers: readonly string[];
}

/** Verbs for losses: what Discord refused, what could not be posted in time, and what may not have arrived. */
export interface LossVerbs {
  /** Losses of digests that have no unfinished delivery, so that one notice covers a digest. Oldest first. */
  unnotifiedLosses(limit: number): Promise<readonly Loss[]>;
  /** Marks the losses of these deliveries as notified. */
  noteLossNotified(deliveryIds: readonly number[]): Promise<void>;
}
