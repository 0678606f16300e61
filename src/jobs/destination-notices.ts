import type { Destination } from '../digests/destination.ts';
import type { Clock, Logger } from '../ports.ts';
import type { Store } from '../store/store.ts';

export interface DestinationNoticeTools {
  readonly store: Pick<Store, 'unnotifiedDestinationBlocks' | 'noteDestinationBlockNotified'>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Notifies the people who asked for the destination, and says whom it reached. */
  readonly notify: (destination: Destination) => Promise<'guild' | 'subscriber' | 'nobody' | 'retry'>;
}

const noticesPerRun = 50;

/** Reports each block of a destination once. */
export async function notifyDestinationBlocks(
  { store, clock, log, notify }: DestinationNoticeTools,
  signal: AbortSignal,
): Promise<void> {
  for (const destination of await store.unnotifiedDestinationBlocks(noticesPerRun)) {
    if (signal.aborted) return;
    const { id: destinationId, kind, channelId, blockedReason: reason } = destination;
    const notified = await notify(destination);
    if (notified === 'retry') continue;
    await store.noteDestinationBlockNotified(destinationId, clock());
    const fields = { event: 'destination.blocked', destinationId, kind, channelId, reason, notified };
    log.warn(fields, `${kind} ${destinationId} of ${channelId}: ${reason}`);
  }
}
