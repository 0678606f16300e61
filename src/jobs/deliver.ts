import type { Poster, PostOutcome } from '../discord/posting/poster.ts';
import type { Clock, Instant, Logger, Random } from '../ports.ts';
import type { Delivery, Settlement } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { logOutcome, patienceMs, outcomeOfSearch, outcomeOfPost, UnauthorizedError } from './delivery-outcome.ts';
import { createSender } from './sender.ts';

export interface DeliverTools {
  readonly store: Store;
  readonly poster: Poster;
  readonly clock: Clock;
  readonly log: Logger;
  readonly random: Random;
  /** Asks to be called when the next delivery is due. Absent where whoever calls knows when. */
  readonly wakeAt?: (at: Instant) => void;
}

/** Sends what the outbox holds. There is one a process: it knows what of the outbox the process itself is sending. */
export interface Deliverer {
  /**
   * Settles what was being sent when the process (or only its settling) broke off: looked for in the channel first,
   * sent again only where it is not there, left alone where nobody can tell. What Discord could not be asked about
   * stays for the next time.
   * @throws UnauthorizedError where the token is refused
   */
  recover(signal: AbortSignal): Promise<void>;
  /**
   * Sends every delivery that is due, parts of a digest in order, channels side by side: a slow one delays no other.
   * Called again before it is done, it goes on with what is due since. The signal stops it from taking more; what is
   * being sent is finished.
   * @throws UnauthorizedError where the token is refused; the delivery waits for a better one.
   */
  deliverDue(signal: AbortSignal): Promise<void>;
  /** Sends what is due to one channel, ahead of all others, and waits for this alone. */
  deliverTo(channelId: string, signal: AbortSignal): Promise<void>;
}

/** Looks into channels at once. */
const lookUpsAtOnce = 64;

/** @param interrupted what the store called interrupted at start, before anything was claimed */
export function createDeliverer(tools: DeliverTools, interrupted: readonly Delivery[]): Deliverer {
  const { store, poster, clock, log } = tools;
  /** `sending` in the store, but by nobody. */
  let broken = [...interrupted];

  async function settle(delivery: Delivery, settlement: Settlement): Promise<void> {
    try {
      await store.settleDelivery(delivery.id, settlement);
    } catch (error) {
      broken.push(delivery); // Whether the store kept it or not: looked up like one that a crash cut off.
      throw error;
    }
    logOutcome(delivery, settlement, log);
  }

  async function send(delivery: Delivery): Promise<void> {
    const outcome: PostOutcome = await poster.post(delivery);
    await settle(delivery, outcomeOfPost(outcome, delivery, { now: clock(), random: tools.random }));
    if (outcome.kind === 'unauthorized') throw new UnauthorizedError(outcome.reason);
  }

  const sender = createSender({ ...tools, send });

  async function lookUp(delivery: Delivery): Promise<void> {
    const found = await poster.find(delivery);
    const settlement = outcomeOfSearch(found, clock());
    if (settlement !== null) return await settle(delivery, settlement);
    broken.push(delivery);
    if (found.kind === 'unauthorized') throw new UnauthorizedError(found.reason);
    const reason = found.kind === 'retry' ? found.reason : found.kind;
    log.warn({ event: 'recovery.waiting', deliveryId: delivery.id, reason }, 'cannot look it up yet');
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

/** Lets all of them come to their end before it tells of the first failure. */
async function sideBySide(work: () => Promise<void>): Promise<void> {
  const results = await Promise.allSettled(Array.from({ length: lookUpsAtOnce }, work));
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  const worst = failures.find((reason) => reason instanceof UnauthorizedError) ?? failures[0];
  if (worst !== undefined) throw worst;
}

/** What a blocked channel holds back is never attempted, so that no attempt can give it up. */
async function dropExpired({ store, clock, log }: DeliverTools): Promise<void> {
  const at = clock();
  const reason = 'the channel could not be posted to within 7 days';
  for (const delivery of await store.expireDeliveries(at - patienceMs, reason, at)) {
    logOutcome(delivery, { state: 'dropped', reason, at }, log);
  }
}
