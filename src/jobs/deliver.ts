import type { DestinationKind } from '../digests/destination.ts';
import type { Clock, Instant, Logger, Meter, Random } from '../ports.ts';
import type { Poster, PostOutcome } from '../posting/poster.ts';
import type { Delivery, Settlement } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { logOutcome, outcomeOfPost, outcomeOfSearch, patienceMs, UnauthorizedError } from './delivery-outcome.ts';
import { createSender } from './sender.ts';

export interface DeliverTools {
  readonly store: Store;
  readonly poster: Poster;
  /** The kind of the destinations that it sends to. Absent: it sends to channels of Discord. */
  readonly kind?: DestinationKind;
  readonly clock: Clock;
  readonly log: Logger;
  readonly random: Random;
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
   * Settles deliveries that were interrupted while they were sent. It looks for each in the channel, and sends it again
   * only if it is not there. If the channel cannot be read, the delivery stays uncertain; if Discord cannot be asked,
   * the next call tries again.
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
}

/** How many channels are searched concurrently. */
const lookUpsAtOnce = 64;

/** @param interrupted all deliveries that the store called interrupted at start, before any was claimed */
export function createDeliverer(tools: DeliverTools, interrupted: readonly Delivery[]): Deliverer {
  const { store, poster, clock, log, meter, kind } = tools;
  /** Deliveries that are `sending` in the store, but that nothing sends. */
  let broken = interrupted.filter(({ destination }) => destination?.kind === kind);

  async function settle(delivery: Delivery, settlement: Settlement): Promise<void> {
    try {
      await store.settleDelivery(delivery.id, settlement);
    } catch (error) {
      broken.push(delivery); // The store may have kept it or not, so it is recovered like one that a crash interrupted.
      throw error;
    }
    logOutcome(delivery, settlement, log);
    const { channelId, plannedAt } = delivery;
    meter?.({ kind: 'delivery', channelId, outcome: settlement.state, ms: clock() - plannedAt });
  }

  /** Their messages say in which thread of the digest the part belongs. */
  async function earlierParts({ channelId, destination, date, part }: Delivery): Promise<readonly Delivery[]> {
    return part === 1 || destination !== null
      ? []
      : (await store.deliveries(channelId, date)).filter((one) => one.part < part);
  }

  async function send(delivery: Delivery): Promise<void> {
    const outcome: PostOutcome = await poster.post(delivery, await earlierParts(delivery));
    await settle(delivery, outcomeOfPost(outcome, delivery, { now: clock(), random: tools.random }));
    if (outcome.kind === 'unauthorized') throw new UnauthorizedError(outcome.reason, kind);
  }

  const sender = createSender({ ...tools, send });

  async function lookUp(delivery: Delivery): Promise<void> {
    const found = await poster.find(delivery, await earlierParts(delivery));
    const settlement = outcomeOfSearch(found, clock());
    if (settlement !== null) return await settle(delivery, settlement);
    broken.push(delivery);
    if (found.kind === 'unauthorized') throw new UnauthorizedError(found.reason, kind);
    const reason = found.kind === 'retry' ? found.reason : found.kind;
    log.warn(
      { event: 'recovery.waiting', deliveryId: delivery.id, reason },
      'an interrupted delivery cannot be looked up yet',
    );
  }

  return {
    async recover(signal) {
      const open = broken;
      broken = [];
      await sideBySide(async () => {
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
          if (signal.aborted) broken.push(next);
          else await lookUp(next);
        }
      }).finally(() => broken.push(...open));
    },
    async deliverDue(signal) {
      await dropExpired(tools);
      await sender.sendDue(signal);
    },
    deliverTo: sender.sendTo,
  };
}

/** Lets all of them end before it throws the first failure. */
async function sideBySide(work: () => Promise<void>): Promise<void> {
  const results = await Promise.allSettled(Array.from({ length: lookUpsAtOnce }, work));
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  const worst = failures.find((reason) => reason instanceof UnauthorizedError) ?? failures[0];
  if (worst !== undefined) throw worst;
}

/** Drops old deliveries of blocked channels, which no attempt can drop because none is made. */
async function dropExpired({ store, clock, log }: DeliverTools): Promise<void> {
  const at = clock();
  const reason = 'nothing could be posted in the channel for 7 days';
  for (const delivery of await store.expireDeliveries(at - patienceMs, reason, at)) {
    logOutcome(delivery, { state: 'dropped', reason, at }, log);
  }
}
