import type { Delivery } from '../store/outbox.ts';
import { takingTurns } from '../taking-turns.ts';
import type { WorkerLease } from './worker-lease.ts';

/** A delivery that this process has, and the lease under which it got it. */
export interface HeldDelivery {
  readonly delivery: Delivery;
  readonly lease: WorkerLease;
}

/** The deliveries of one deliverer. */
export interface Hand {
  /**
   * Takes what the store gives to the worker, which is nothing while there is no lease. One takes after another, so that
   * what is on its way here is not mistaken for something that got lost.
   * @param ask gets the ids of the deliveries that the worker has in hand
   */
  take(
    ask: (workerId: string, inHand: readonly number[]) => Promise<readonly Delivery[]>,
  ): Promise<readonly HeldDelivery[]>;
  /** The ids of the deliveries that the worker of this lease has. */
  inHand(lease: WorkerLease): readonly number[];
  /** It is settled, or left to others. */
  letGo(held: HeldDelivery): void;
}

/** @param currentLease null while this process has none */
export function createHand(currentLease: () => WorkerLease | null): Hand {
  const all = new Set<HeldDelivery>();
  const turns = takingTurns();

  const inHand = (lease: WorkerLease): readonly number[] =>
    [...all].filter((one) => one.lease === lease).map(({ delivery }) => delivery.id);
  async function takeNow(ask: Parameters<Hand['take']>[0]): Promise<readonly HeldDelivery[]> {
    const lease = currentLease();
    if (lease === null) return [];
    const taken = (await ask(lease.workerId, inHand(lease))).map((delivery) => ({ delivery, lease }));
    for (const one of taken) all.add(one);
    return taken;
  }
  return {
    take: (ask) => turns.take(() => takeNow(ask)),
    inHand,
    letGo: (held) => void all.delete(held),
  };
}
