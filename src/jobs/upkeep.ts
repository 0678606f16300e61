import { yieldTurn } from '../cooperate.ts';
import { ownerOf } from '../digests/personal-guild.ts';
import { localDate } from '../digests/schedule.ts';
import type { Clock, Instant, Logger } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { dayMs } from '../time.ts';

/** How many days the data of a guild is kept after the bot is removed, in case that was a mistake. */
const guildKeptDays = 7;

/** The longest window of a trend, and some days more for the count at its start. */
const upvotesKeptDays = 40;

export interface UpkeepTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  /** For how many days each kind of thing is kept. */
  readonly keepDays: { readonly papers: number; readonly listings: number; readonly deliveries: number };
}

/** Deletes expired data once a day, in small steps that yield to other work. */
export function createUpkeep(tools: UpkeepTools): (signal: AbortSignal) => Promise<void> {
  let lastRunAt = Number.NEGATIVE_INFINITY;
  return async (signal) => {
    const now = tools.clock();
    if (Math.abs(now - lastRunAt) < dayMs) return;
    await deleteGuilds(tools, now, signal);
    await prune(tools, now, signal);
    if (!signal.aborted) lastRunAt = now;
  };
}

async function deleteGuilds({ store, log }: UpkeepTools, now: Instant, signal: AbortSignal): Promise<void> {
  for (const guildId of await store.guildsRemovedBefore(now - guildKeptDays * dayMs)) {
    while (!signal.aborted && (await store.deleteGuildSome(guildId))) await yieldTurn();
    log.info({ event: 'guild.deleted', guildId }, `deleted the data of guild ${guildId}`);
  }
}

async function prune({ store, log, keepDays }: UpkeepTools, now: Instant, signal: AbortSignal): Promise<void> {
  const limits = {
    papersBefore: now - keepDays.papers * dayMs,
    listingsBefore: localDate('UTC', now - keepDays.listings * dayMs),
    runsBefore: now - keepDays.listings * dayMs,
    upvotesBefore: now - upvotesKeptDays * dayMs,
    deliveriesBefore: localDate('UTC', now - keepDays.deliveries * dayMs),
  };
  const deleted = { papers: 0, listings: 0, deliveries: 0 };
  for (let isDone = false; !isDone && !signal.aborted; ) {
    const step = await store.pruneSome(limits);
    for (const kind of ['papers', 'listings', 'deliveries'] as const) deleted[kind] += step[kind];
    ({ isDone } = step);
    await yieldTurn();
  }
  const isAny = Object.values(deleted).some((count) => count > 0);
  if (isAny) log.info({ event: 'store.pruned', ...deleted }, 'deleted expired data');
}

/** Tracks which guilds the bot is on, so that the data of a guild is deleted some days after it left. */
export interface GuildWatch {
  removed(guildId: string): void;
  present(guildId: string): void;
  /**
   * Compares with the gateway's list when it has connected: guilds come and go while the bot is away.
   * @param isOurs whether the gateway hears of the guild. It hears only of those of its shards
   */
  reconcile(present: { has(guildId: string): boolean }, isOurs?: (guildId: string) => boolean): Promise<void>;
}

export async function createGuildWatch({ store, clock, log }: Omit<UpkeepTools, 'keepDays'>): Promise<GuildWatch> {
  const readGone = async () => new Set(await store.guildsRemovedBefore(Number.MAX_SAFE_INTEGER));
  let gone = await readGone();
  const safely = (work: Promise<unknown>, guildId: string) =>
    void work.catch((err: unknown) =>
      log.error({ event: 'guild.unnoted', guildId, err }, 'a change of guild could not be recorded'),
    );

  async function noteRemoved(guildId: string): Promise<void> {
    gone.add(guildId);
    await store.noteGuildRemoved(guildId, clock());
    const fields = { event: 'guild.removed', guildId, keptDays: guildKeptDays };
    log.info(fields, `removed from guild ${guildId}; its data is deleted in ${guildKeptDays} days`);
  }

  async function notePresent(guildId: string): Promise<void> {
    if (!gone.delete(guildId)) return;
    await store.noteGuildReturned(guildId);
    log.info({ event: 'guild.returned', guildId }, `back on guild ${guildId}; everything is as it was`);
  }

  return {
    removed: (guildId) => safely(noteRemoved(guildId), guildId),
    present: (guildId) => safely(notePresent(guildId), guildId),
    async reconcile(present, isOurs = () => true) {
      // Another process may have heard of them until now.
      gone = await readGone();
      for (const guildId of await store.guilds()) {
        if (ownerOf(guildId) !== null || !isOurs(guildId)) continue;
        if (present.has(guildId)) await notePresent(guildId);
        else if (!gone.has(guildId)) await noteRemoved(guildId);
      }
    },
  };
}
