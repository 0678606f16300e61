import type { DestinationKind } from '../digests/destination.ts';
import type { Clock, Instant, Logger, Meter, Random } from '../ports.ts';
import type { Poster, PostOutcome } from '../posting/poster.ts';
import type { Settlement } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { minuteMs } from '../time.ts';
import { logOutcome, outcomeOfPost, patienceMs, UnauthorizedError } from './delivery-outcome.ts';
import { createHand, type HeldDelivery } from './hand.ts';
import { createRecovery, earlierParts } from './recovery.ts';
import { createSender } from './sender.ts';
import type { WorkerLease } from './worker-lease.ts';

export interface DeliverTools {
  readonly store: Store;
  readonly poster: Poster;
  /** The kind of the destinations that it sends to. Absent: it sends to channels of Discord. */
  readonly kind?: DestinationKind;
  readonly clock: Clock;
  readonly log: Logger;
  readonly random: Random;
  /** The lease of this process; null while it has none, and then it sends nothing. */
  readonly lease: () => WorkerLease | null;
  readonly meter?: Meter;
  /** Asks for a call when the next delivery is due. Absent if the caller knows when. */
  readonly wakeAt?: (at: Instant) => void;
}

/**
 * Sends the deliveries of the outbox to channels, or to destinations of one kind. A process has only one for each, because
 * it knows what it is sending. None of them waits for another.
 */
export interface Deliverer {
  /**
   * Takes over and settles deliveries that were interrupted while they were sent, because their process died or was cut
   * off. It looks for each in the channel, and sends it again only if it is not there. If the channel cannot be read, the
   * delivery stays uncertain; if Discord cannot be asked, the next call tries again.
   * @throws UnauthorizedError if Discord refuses the token
   */
  recover(signal: AbortSignal): Promise<void>;
  /**
   * Sends every due delivery: the parts of a digest in order, and channels concurrently, so that a slow one delays no
   * other. A second call before the first is done adds newly due deliveries. The signal stops it from claiming more;
   * deliveries that are being sent are finished.
   * @throws UnauthorizedError if Discord refuses the token; the delivery waits for a valid one
   */
  deliverDue(signal: AbortSignal): Promise<void>;
  /** Sends the due deliveries of one channel ahead of all others, and waits only for these. Not for destinations. */
  deliverTo(channelId: string, signal: AbortSignal): Promise<void>;
  /** Asks for a wake-up if there is something to send or to recover that another process planned or left. */
  watch(lease: WorkerLease): Promise<void>;
}

/** How far back a deliverer looks for due deliveries of other processes, in milliseconds. Each minute it looks for all. */
const watchedMs = minuteMs;

export function createDeliverer(tools: DeliverTools): Deliverer {
  const { store, poster, clock, log, meter, kind, wakeAt } = tools;
  const hand = createHand(tools.lease);

  async function settle({ delivery, lease }: HeldDelivery, settlement: Settlement): Promise<void> {
    const { id, channelId, plannedAt } = delivery;
    if (!(await store.settleDelivery(lease.workerId, id, settlement))) {
      const fields = { event: 'delivery.late', deliveryId: id, channelId, state: settlement.state };
      return log.warn(fields, 'another process has taken over a delivery, and says how it ends');
    }
    logOutcome(delivery, settlement, log);
    meter?.({ kind: 'delivery', channelId, outcome: settlement.state, ms: clock() - plannedAt });
  }

  async function send(held: HeldDelivery): Promise<void> {
    const { delivery, lease } = held;
    const outcome: PostOutcome = await poster.post(delivery, await earlierParts(delivery, store), lease.ended);
    // The worker that takes it over looks for it. A message that was posted is there for everybody.
    if (lease.ended.aborted && outcome.kind !== 'sent') return;
    await settle(held, outcomeOfPost(outcome, delivery, { now: clock(), random: tools.random }));
    if (outcome.kind === 'unauthorized') throw new UnauthorizedError(outcome.reason, kind);
  }

  // If it cannot be settled, nobody knows what the store has kept. If it is still `sending` there, it is taken over again.
  const sender = createSender({ ...tools, hand, send: (held) => send(held).finally(() => hand.letGo(held)) });

  return {
    recover: createRecovery({ ...tools, hand, settle }),
    async deliverDue(signal) {
      await dropExpired(tools);
      await sender.sendDue(signal);
    },
    deliverTo: sender.sendTo,
    async watch(lease) {
      const now = clock();
      const taker = { workerId: lease.workerId, kind: kind ?? null, inHand: hand.inHand(lease) };
      const next = (await store.hasLostDeliveries(taker)) ? now : await sender.nextAt(now - watchedMs);
      if (next !== null) wakeAt?.(Math.max(next, now));
    },
  };
}

/** Drops old deliveries of blocked channels, which no attempt can drop because none is made. */
async function dropExpired({ store, clock, log }: DeliverTools): Promise<void> {
  const at = clock();
  const reason = 'nothing could be posted in the channel for 7 days';
  for (const delivery of await store.expireDeliveries(at - patienceMs, reason, at)) {
    logOutcome(delivery, { state: 'dropped', reason, at }, log);
  }
}
