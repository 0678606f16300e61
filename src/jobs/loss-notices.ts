import type { Logger } from '../ports.ts';
import type { Loss } from '../store/losses.ts';
import type { Store } from '../store/store.ts';

export interface LossNoticeTools {
  readonly store: Store;
  readonly log: Logger;
  /** Notifies the people who look after the channel, and says whom it reached. */
  readonly notify: (loss: Loss) => Promise<'guild' | 'subscriber' | 'nobody' | 'retry'>;
}

const noticesPerRun = 50;

/** Notifies guilds once of digest messages that did not arrive, or may not have. */
export async function notifyLosses({ store, log, notify }: LossNoticeTools, signal: AbortSignal): Promise<void> {
  for (const loss of await store.unnotifiedLosses(noticesPerRun)) {
    if (signal.aborted) return;
    const notified = await notify(loss);
    if (notified === 'retry') continue;
    const { channelId, guildId, date, deliveries } = loss;
    await store.noteLossNotified(deliveries.map(({ id }) => id));
    const parts = deliveries.map(({ part, state }) => ({ part, state }));
    const fields = { event: 'digest.incomplete', channelId, guildId, date, parts, notified };
    log.warn(fields, `digest of ${date} for ${channelId}: some of it may not have arrived`);
  }
}
