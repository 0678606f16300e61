import type { DeliveryState } from './outbox.ts';

/** Verbs that tell whether the store works, and how much it has to do. */
export interface HealthVerbs {
  /**
   * Commits a write that changes nothing.
   * @throws StoreError if the database cannot be written
   */
  proveWritable(): Promise<void>;
  /** How many deliveries are in each state in which they are not finished. */
  outboxDepth(): Promise<Readonly<Record<OpenState, number>>>;
}

/** The states of a delivery that is not finished. */
export type OpenState = Extract<DeliveryState, 'planned' | 'sending' | 'retry' | 'blocked'>;
