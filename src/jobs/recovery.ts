import type { DestinationKind } from '../digests/destination.ts';
import type { Clock, Logger } from '../ports.ts';
import type { Poster } from '../posting/poster.ts';
import type { Delivery, Settlement } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { outcomeOfSearch, UnauthorizedError } from './delivery-outcome.ts';
import type { Hand, HeldDelivery } from './hand.ts';

export interface RecoveryTools {
  readonly store: Store;
  readonly poster: Poster;
  readonly kind?: DestinationKind;
  readonly clock: Clock;
  readonly log: Logger;
  readonly hand: Hand;
  readonly settle: (held: HeldDelivery, settlement: Settlement) => Promise<void>;
}

/** How many channels are searched concurrently. */
const lookUpsAtOnce = 64;
/** More than a process ever sends at once. */
const takenOverAtOnce = 1_000;

/** Makes what takes over interrupted deliveries, looks for each in its channel, and settles it. */
export function createRecovery(tools: RecoveryTools): (signal: AbortSignal) => Promise<void> {
  const { hand } = tools;
  /** What could not be looked up yet. */
  let unclear: HeldDelivery[] = [];

  async function recoverOne(held: HeldDelivery): Promise<void> {
    let isOver = true;
    try {
      isOver = await lookUp(held, tools);
    } finally {
      if (isOver) hand.letGo(held);
      else unclear.push(held);
    }
  }
  return async (signal) => {
    const taken = await takeOver(tools);
    const open = [...unclear, ...taken];
    unclear = [];
    await sideBySide(async () => {
      while (!signal.aborted) {
        const next = open.pop();
        if (next === undefined) return;
        await recoverOne(next);
      }
    }).finally(() => unclear.push(...open));
  };
}

async function takeOver({ store, kind, hand, log }: RecoveryTools): Promise<readonly HeldDelivery[]> {
  const taken = await hand.take((workerId, inHand) =>
    store.takeOverDeliveries({ workerId, kind: kind ?? null, inHand }, takenOverAtOnce),
  );
  const fields = { event: 'leases.taken-over', deliveries: taken.length, ...(kind === undefined ? {} : { kind }) };
  if (taken.length > 0) log.info(fields, 'deliveries that were interrupted while they were sent are looked for');
  return taken;
}

/** False if it could not be looked up. */
async function lookUp(
  held: HeldDelivery,
  { store, poster, kind, clock, log, settle }: RecoveryTools,
): Promise<boolean> {
  const { delivery, lease } = held;
  if (lease.ended.aborted) return true;
  const found = await poster.find(delivery, await earlierParts(delivery, store));
  const settlement = outcomeOfSearch(found, clock());
  if (settlement !== null) {
    await settle(held, settlement);
    return true;
  }
  if (found.kind === 'unauthorized') throw new UnauthorizedError(found.reason, kind);
  const reason = found.kind === 'retry' ? found.reason : found.kind;
  const fields = { event: 'recovery.waiting', deliveryId: delivery.id, reason };
  log.warn(fields, 'an interrupted delivery cannot be looked up yet');
  return false;
}

/** The earlier parts of its digest in its channel. Their messages say in which thread of the digest the part belongs. */
export async function earlierParts(
  { channelId, destination, date, part }: Delivery,
  store: Pick<Store, 'deliveries'>,
): Promise<readonly Delivery[]> {
  return part === 1 || destination !== null
    ? []
    : (await store.deliveries(channelId, date)).filter((one) => one.part < part);
}

/** Lets all of them end before it throws the first failure. */
async function sideBySide(work: () => Promise<void>): Promise<void> {
  const results = await Promise.allSettled(Array.from({ length: lookUpsAtOnce }, work));
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  const worst = failures.find((reason) => reason instanceof UnauthorizedError) ?? failures[0];
  if (worst !== undefined) throw worst;
}
