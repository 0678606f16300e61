import type { DestinationKind } from '../digests/destination.ts';
import type { DestinationPoster } from '../posting/poster.ts';
import type { Delivery } from '../store/outbox.ts';
import { createAlarm, type Timer } from './alarm.ts';
import { createDeliverer, type DeliverTools } from './deliver.ts';
import type { Job } from './wake-up.ts';

export interface DestinationTools extends Omit<DeliverTools, 'poster' | 'kind' | 'wakeAt' | 'meter'> {
  readonly destinationPosters: ReadonlyMap<DestinationKind, DestinationPoster>;
  readonly signal: AbortSignal;
}

/** What sends the copies of digests to destinations. */
export interface DestinationSending {
  /** One job for each kind of destination, so that a slow one delays no other. */
  readonly jobs: readonly Job[];
  /** Sends what was just planned, without waiting for the next minute. */
  wakeNow(): void;
}

/** @param interrupted all deliveries that the store called interrupted at start */
export async function createDestinationSending(
  { destinationPosters: posters, signal, ...tools }: DestinationTools,
  interrupted: readonly Delivery[],
  timer?: Timer,
): Promise<DestinationSending> {
  await giveUpUnreachable(interrupted, posters, tools);
  const sending = Array.from(posters, ([kind, poster]) => {
    const alarm = createAlarm(tools.clock, timer);
    const deliverer = createDeliverer({ ...tools, poster, kind, wakeAt: alarm.setTo }, interrupted);
    const run = async () => {
      await deliverer.recover(signal);
      await deliverer.deliverDue(signal);
    };
    return { alarm, job: { name: kind, run, alarm, mayOverlap: true } };
  });
  return {
    jobs: sending.map(({ job }) => job),
    wakeNow: () => sending.forEach(({ alarm }) => void alarm.setTo(tools.clock())),
  };
}

/** Settles interrupted deliveries of kinds that the host has turned off since: nobody can find out whether they arrived. */
async function giveUpUnreachable(
  interrupted: readonly Delivery[],
  posters: DestinationTools['destinationPosters'],
  { store, clock }: Pick<DestinationTools, 'store' | 'clock'>,
): Promise<void> {
  for (const { id, destination } of interrupted) {
    if (destination === null || posters.has(destination.kind)) continue;
    const reason = `the host turned ${destination.kind} off while it was being sent`;
    await store.settleDelivery(id, { state: 'uncertain', reason, at: clock() });
  }
}
