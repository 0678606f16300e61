import { type DestinationKind, destinationKinds } from '../digests/destination.ts';
import type { DestinationPoster } from '../posting/poster.ts';
import { createAlarm, type Timer } from './alarm.ts';
import { createDeliverer, type DeliverTools } from './deliver.ts';
import type { Job } from './wake-up.ts';
import type { WorkerLease } from './worker-lease.ts';

export interface DestinationTools extends Omit<DeliverTools, 'poster' | 'kind' | 'wakeAt' | 'meter'> {
  readonly destinationPosters: ReadonlyMap<DestinationKind, DestinationPoster>;
  readonly signal: AbortSignal;
}

/** What sends the copies of digests to destinations. */
export interface DestinationSending {
  /** One job for each kind of destination, so that a slow one delays no other, and one for kinds that are turned off. */
  readonly jobs: readonly Job[];
  /** Sends what was just planned, without waiting for the next minute. */
  wakeNow(): void;
  /** Wakes the jobs that can send or recover what another process planned or left. */
  watch(lease: WorkerLease): Promise<void>;
}

export function createDestinationSending(
  { destinationPosters: posters, signal, ...tools }: DestinationTools,
  timer?: Timer,
): DestinationSending {
  const sending = Array.from(posters, ([kind, poster]) => {
    const alarm = createAlarm(tools.clock, timer);
    const deliverer = createDeliverer({ ...tools, poster, kind, wakeAt: alarm.setTo });
    const run = async () => {
      await deliverer.recover(signal);
      await deliverer.deliverDue(signal);
    };
    return { alarm, deliverer, job: { name: kind, run, alarm, mayOverlap: true } };
  });
  return {
    jobs: [...sending.map(({ job }) => job), { name: 'kinds turned off', run: () => giveUpTurnedOff(posters, tools) }],
    wakeNow: () => sending.forEach(({ alarm }) => void alarm.setTo(tools.clock())),
    async watch(lease) {
      for (const { deliverer } of sending) await deliverer.watch(lease);
    },
  };
}

/** Settles interrupted deliveries of kinds that the host has turned off: nobody can find out whether they arrived. */
async function giveUpTurnedOff(
  posters: DestinationTools['destinationPosters'],
  { store, clock, lease }: Pick<DestinationTools, 'store' | 'clock' | 'lease'>,
): Promise<void> {
  const workerId = lease()?.workerId;
  if (workerId === undefined) return;
  for (const kind of destinationKinds.filter((one) => !posters.has(one))) {
    const reason = `the host turned ${kind} off while it was being sent`;
    for (const { id } of await store.takeOverDeliveries({ workerId, kind, inHand: [] }, 1_000))
      await store.settleDelivery(workerId, id, { state: 'uncertain', reason, at: clock() });
  }
}
