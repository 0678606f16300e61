import type { Clock, Logger } from '../ports.ts';
import type { BlockedChannel } from '../store/blocks.ts';
import type { Store } from '../store/store.ts';
import { dayMs } from '../time.ts';

export interface PermissionWatchTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  /** Whether the bot can post in the channel now. */
  readonly check: (channel: BlockedChannel) => Promise<'open' | 'closed' | 'unknown'>;
}

/** Lifts blocks that a change of permissions ended, in the process that hears of it. */
export interface PermissionWatch {
  /** The bot's permissions in the guild may have changed: the next run checks its blocked channels. */
  permissionsChanged(guildId: string): void;
  run(signal: AbortSignal): Promise<void>;
}

export function createPermissionWatch(tools: PermissionWatchTools): PermissionWatch {
  const changed = new Set<string>();
  return {
    permissionsChanged: (guildId) => void changed.add(guildId),
    async run(signal) {
      const guilds = [...changed];
      changed.clear();
      for (const guildId of guilds)
        if (!(await checkChannels(await tools.store.blockedChannels({ guildId }), tools, signal))) changed.add(guildId);
    },
  };
}

export interface BlockWatchTools extends PermissionWatchTools {
  /** Notifies the people who can lift a block, and says whom it reached. */
  readonly notify: (channel: BlockedChannel) => Promise<'guild' | 'subscriber' | 'nobody' | 'retry'>;
}

const checkEveryMs = dayMs;
const noticesPerRun = 50;

/** Reports each channel that the bot cannot post in once, and checks daily whether it can. */
export async function watchBlocks(tools: BlockWatchTools, signal: AbortSignal): Promise<void> {
  const { store, clock } = tools;
  await checkChannels(await store.blockedChannels({ uncheckedSince: clock() - checkEveryMs }), tools, signal);
  await notifyBlocks(tools, signal);
}

/** False if Discord could not be asked about each of them. */
async function checkChannels(
  channels: readonly BlockedChannel[],
  tools: PermissionWatchTools,
  signal: AbortSignal,
): Promise<boolean> {
  let isDone = true;
  for (const channel of channels) isDone = !signal.aborted && (await checkChannel(channel, tools)) && isDone;
  return isDone;
}

/** False if Discord could not be asked. */
async function checkChannel(
  channel: BlockedChannel,
  { store, clock, log, check }: PermissionWatchTools,
): Promise<boolean> {
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
