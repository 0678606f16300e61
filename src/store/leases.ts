import type { DestinationKind } from '../digests/destination.ts';
import type { Delivery } from './outbox.ts';

/** A process that does work of the bot, for the time of one lease. */
export interface Worker {
  /** Unique among all processes, and new for each lease. */
  readonly id: string;
  /** How long the lease lasts if nobody renews it, in milliseconds by the clock of the database. */
  readonly leaseMs: number;
}

/** The worker that takes over deliveries, and which ones it can take. */
export interface Taker {
  readonly workerId: string;
  /** The kind of the destinations that it sends to; null: it sends to channels. */
  readonly kind: DestinationKind | null;
  /** The ids of the deliveries that it is sending. Others with its name come from a claim whose answer was lost. */
  readonly inHand: readonly number[];
}

/**
 * Leases: several processes may use one database, and a worker has what it claimed until its lease ends. It ends by
 * itself if the worker dies or is cut off, and cannot be renewed then, because others may have taken over its work. All
 * times are those of the database, because the clocks of machines differ.
 */
export interface LeaseVerbs {
  /** Begins the lease of a new worker. */
  beginLease(worker: Worker): Promise<void>;
  /** Lets the lease last from now on. False if it has ended. */
  renewLease(worker: Worker): Promise<boolean>;
  /** Ends the lease of a worker, so that others get its work at once. */
  endLease(workerId: string): Promise<void>;
  /** Ends all leases. The caller knows that no worker lives: the lock of a file proves it. */
  endLeases(): Promise<void>;
  /**
   * Takes a task that one worker does at a time. False if another worker has it, or if the lease of this one has ended.
   * A worker has the task until its lease ends.
   */
  takeTask(task: string, workerId: string): Promise<boolean>;
  /**
   * Takes over deliveries that are `sending` although nobody sends them: the lease of their worker has ended. They have to
   * be looked for before they are sent again. Nobody else gets them meanwhile.
   */
  takeOverDeliveries(taker: Taker, limit: number): Promise<readonly Delivery[]>;
  /** Whether there is something to take over. */
  hasLostDeliveries(taker: Taker): Promise<boolean>;
  /**
   * Takes a share of the requests that one token may send, for all workers together: the next `wanted` of an even row
   * with this distance. Returns in how many milliseconds the first of them may leave.
   */
  reserveRequests(name: string, wanted: number, apartMs: number): Promise<number>;
}
