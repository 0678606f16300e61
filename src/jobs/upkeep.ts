import { setImmediate as nextTurn } from 'node:timers/promises';
import { localDate } from '../digests/schedule.ts';
import type { Clock, Instant, Logger } from '../ports.ts';
import type { Store } from '../store/store.ts';

const dayMs = 24 * 3_600_000;

/** How long what a guild left behind is kept, for the case that the bot was removed by mistake. */
const guildKeptDays = 7;

/** The longest window that upvotes are looked at over, and some days before it, to know what it began with. */
const upvotesKeptDays = 40;

export interface UpkeepTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  /** For how many days each kind of thing is kept. */
  readonly keepDays: { readonly papers: number; readonly listings: number; readonly deliveries: number };
}

/** Deletes what is past its time, once a day, in steps that hold up nobody. */
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
    while (!signal.aborted && (await store.deleteGuildSome(guildId))) await nextTurn();
    log.info({ event: 'guild.deleted', guildId }, `deleted what was kept of guild ${guildId}`);
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
    await nextTurn();
  }
  const isAny = Object.values(deleted).some((count) => count > 0);
  if (isAny) log.info({ event: 'store.pruned', ...deleted }, 'deleted what is past its time');
}

/** Keeps track of the guilds that the bot is on, so that what a guild left behind is deleted in time, and not before. */
export interface GuildWatch {
  removed(guildId: string): void;
  present(guildId: string): void;
  /** Compares with what the gateway says at start: guilds come and go while the bot is away. */
  reconcile(present: { has(guildId: string): boolean }): Promise<void>;
}

export async function createGuildWatch({ store, clock, log }: Omit<UpkeepTools, 'keepDays'>): Promise<GuildWatch> {
  const gone = new Set(await store.guildsRemovedBefore(Number.MAX_SAFE_INTEGER));
  const safely = (work: Promise<unknown>, guildId: string) =>
    void work.catch((err: unknown) =>
      log.error({ event: 'guild.unnoted', guildId, err }, 'a guild could not be noted'),
    );

  async function noteRemoved(guildId: string): Promise<void> {
    gone.add(guildId);
    await store.noteGuildRemoved(guildId, clock());
    const fields = { event: 'guild.removed', guildId, keptDays: guildKeptDays };
    log.info(fields, `removed from guild ${guildId}; what is kept of it is deleted in ${guildKeptDays} days`);
  }

  async function notePresent(guildId: string): Promise<void> {
    if (!gone.delete(guildId)) return;
    await store.noteGuildReturned(guildId);
    log.info({ event: 'guild.returned', guildId }, `back on guild ${guildId}; everything is as it was`);
  }

  return {
    removed: (guildId) => safely(noteRemoved(guildId), guildId),
    present: (guildId) => safely(notePresent(guildId), guildId),
    async reconcile(present) {
      for (const guildId of await store.guilds()) {
        if (present.has(guildId)) await notePresent(guildId);
        else if (!gone.has(guildId)) await noteRemoved(guildId);
      }
    },
  };
}
