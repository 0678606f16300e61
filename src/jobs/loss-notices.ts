import type { Logger } from '../ports.ts';
import type { Loss } from '../store/losses.ts';
import type { Store } from '../store/store.ts';

export interface LossNoticeTools {
  readonly store: Store;
  readonly log: Logger;
  /** Tells those who look after the channel, and which of them. */
  readonly tell: (loss: Loss) => Promise<'guild' | 'subscriber' | 'nobody' | 'retry'>;
}

const toldAtOnce = 50;

/** Tells guilds what of their digests did not arrive, or may not have: once, and where Discord can be asked. */
export async function tellOfLosses({ store, log, tell }: LossNoticeTools, signal: AbortSignal): Promise<void> {
  for (const loss of await store.unnotifiedLosses(toldAtOnce)) {
    if (signal.aborted) return;
    const told = await tell(loss);
    if (told === 'retry') continue;
    const { channelId, guildId, date, deliveries } = loss;
    await store.noteLossNotified(deliveries.map(({ id }) => id));
    const parts = deliveries.map(({ part, state }) => ({ part, state }));
    const fields = { event: 'digest.incomplete', channelId, guildId, date, parts, told };
    log.warn(fields, `digest of ${date} for ${channelId}: not all of it arrived for certain`);
  }
}
