import type { Clock, Logger } from '../ports.ts';
import type { BlockedChannel } from '../store/blocks.ts';
import type { Store } from '../store/store.ts';
import { dayMs } from '../time.ts';

export interface BlockWatchTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  /** Notifies the people who can lift a block, and says whom it reached. */
  readonly notify: (channel: BlockedChannel) => Promise<'guild' | 'subscriber' | 'nobody' | 'retry'>;
  /** Whether the bot can post in the channel now. */
  readonly check: (channel: BlockedChannel) => Promise<'open' | 'closed' | 'unknown'>;
}

/** Watches channels that the bot cannot post in: it reports each block, and lifts those that are over. */
export interface BlockWatch {
  /** The bot's permissions in the guild may have changed: the next run checks its blocked channels. */
  permissionsChanged(guildId: string): void;
  /** Reports each block once, and checks those that may be over. */
  run(signal: AbortSignal): Promise<void>;
}

const checkEveryMs = dayMs;
const noticesPerRun = 50;

export function createBlockWatch(tools: BlockWatchTools): BlockWatch {
  const changed = new Set<string>();
  return {
    permissionsChanged: (guildId) => void changed.add(guildId),
    async run(signal) {
      const guilds = [...changed];
      changed.clear();
      const { store, clock } = tools;
      const suspects = [
        ...(await Promise.all(guilds.map((guildId) => store.blockedChannels({ guildId })))).flat(),
        ...(await store.blockedChannels({ uncheckedSince: clock() - checkEveryMs })),
      ];
      const isUnknown = async (channel: BlockedChannel) => !signal.aborted && !(await checkChannel(channel, tools));
      for (const channel of new Map(suspects.map((one) => [one.channelId, one])).values()) {
        if (await isUnknown(channel)) changed.add(channel.guildId);
      }
      await notifyBlocks(tools, signal);
    },
  };
}

/** False if Discord could not be asked. */
async function checkChannel(channel: BlockedChannel, { store, clock, log, check }: BlockWatchTools): Promise<boolean> {
  const { channelId, guildId } = channel;
  const outlook = await check(channel);
  if (outlook === 'unknown') return false;
  if (outlook === 'closed') await store.noteBlockChecked(channelId, clock());
  else if (await store.unblockChannel(channelId, clock())) {
    log.info({ event: 'channel.unblocked', channelId, guildId }, `the bot can post in channel ${channelId} again`);
  }
  return true;
}

async function notifyBlocks({ store, clock, log, notify }: BlockWatchTools, signal: AbortSignal): Promise<void> {
  for (const channel of await store.unnotifiedBlocks(noticesPerRun)) {
    if (signal.aborted) return;
    const { channelId, guildId, reason } = channel;
    const notified = await notify(channel);
    if (notified === 'retry') continue;
    await store.noteBlockNotified(channelId, clock());
    log.warn({ event: 'channel.blocked', channelId, guildId, reason, notified }, `channel ${channelId}: ${reason}`);
  }
}
