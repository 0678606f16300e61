import { latestOccurrence, occurrenceDate } from '../../digests/schedule.ts';
import type { ChannelRecord, DuePosition } from '../../store/channels.ts';
import { catchUp } from './catch-up.ts';
import type { DigestDay } from './digest-day.ts';
import { createDigestMaker, type DigestMaker, type MadeDigest } from './digest-maker.ts';
import { recordFailedRun } from './digest-runs.ts';
import { examineChannel, type ReadyChannel, readDueChannels } from './due-channel.ts';
import { alikeTogether } from './followed-topics.ts';
import { type FrozenDigest, freezeDigest } from './frozen-digest.ts';
import { createPlanningRound, type PlanningRound, type PlanTools } from './planning-round.ts';
import { endPause } from './resumption.ts';
import { correctStrayChannels } from './stray-channels.ts';
import type { DigestThread, DigestThreads } from './thread/digest-thread.ts';
import { createWriteGroup } from './write-group.ts';

/** How many due channels are read at once. */
const channelsPerPage = 500;
/** How many due channels are examined together. Reading them takes a few milliseconds. */
const channelsAtOnce = 50;
/** How many channels' topics are matched together at least. Each group reads the papers once more. */
const channelsTogether = 5_000;

export interface DuePlanTools extends PlanTools {
  /** Start a thread for the digests of many channels. Without it, all are made in this thread. */
  readonly digestThreads?: DigestThreads;
}

/**
 * Plans the digest of every due channel, or lets it wait for its sources. A channel that fails delays no other.
 * Channels that come back and have to catch up are planned after all others.
 */
export async function planDueDigests(tools: DuePlanTools, signal: AbortSignal): Promise<void> {
  await correctStrayChannels(tools);
  // Created when first needed: at most wake-ups no channel is due.
  let round: PlanningRound | undefined;
  const ready: ReadyChannel[] = [];
  const returning: ChannelRecord[] = [];
  await using threads = threadOnDemand(tools);
  const planAll = async (made: PlanningRound) => {
    for (const [maker, channels] of divide(ready.splice(0), createDigestMaker(made.matches, tools), threads))
      await planTogether(channels, maker, tools, signal);
  };
  for await (const due of duePages(tools, signal)) {
    round ??= createPlanningRound(tools, await tools.keptTopics?.indexAt(tools.clock()));
    const examined = await examineAll(due, round, tools);
    ready.push(...examined.ready);
    returning.push(...examined.returning);
    if (ready.length >= channelsTogether) await planAll(round);
  }
  if (round !== undefined) await planAll(round);
  tools.keptTopics?.endRound();
  for (const channel of returning) if (!signal.aborted) await planReturning(channel, tools, signal);
}

/** Starts a thread for a group of many channels, which later groups use as well, and ends it with the round. */
function threadOnDemand({ digestThreads }: DuePlanTools): AsyncDisposable & Pick<DigestThreads, 'startFor'> {
  let started: DigestThread | null = null;
  return {
    startFor(channels) {
      started ??= digestThreads?.startFor(channels) ?? null;
      return started;
    },
    async [Symbol.asyncDispose]() {
      await started?.[Symbol.asyncDispose]();
    },
  };
}

/** Which channels are planned by which maker. Copies for destinations are composed here: see `serveDigests`. */
function divide(
  channels: readonly ReadyChannel[],
  here: DigestMaker,
  threads: Pick<DigestThreads, 'startFor'>,
): readonly (readonly [DigestMaker, readonly ReadyChannel[]])[] {
  const thread = threads.startFor(channels.length);
  if (thread === null) return [[here, channels]];
  const { copied = [], plain = [] } = Object.groupBy(channels, ({ input }) =>
    input.destinations.length > 0 ? 'copied' : 'plain',
  );
  return [
    [thread, plain],
    [here, copied],
  ];
}

/** The due channels, the longest due first. */
async function* duePages({ store, clock }: PlanTools, signal: AbortSignal): AsyncGenerator<readonly ChannelRecord[]> {
  let position: DuePosition | undefined;
  while (!signal.aborted) {
    const due = await store.dueChannels(clock(), channelsPerPage, position);
    if (due.length === 0) return;
    yield due;
    position = due.at(-1);
  }
}

interface ExaminedChannels {
  readonly ready: readonly ReadyChannel[];
  /** They have to catch up first. */
  readonly returning: readonly ChannelRecord[];
}

/** Examines due channels, and returns those that do not wait. */
async function examineAll(
  channels: readonly ChannelRecord[],
  { readiness }: PlanningRound,
  tools: PlanTools,
): Promise<ExaminedChannels> {
  const ready: ReadyChannel[] = [];
  const returning: ChannelRecord[] = [];
  const writes = createWriteGroup();
  for (let from = 0; from < channels.length; from += channelsAtOnce) {
    for (const due of await readDueChannels(channels.slice(from, from + channelsAtOnce), tools)) {
      const examined = await examineChannel(due, { ...tools, readiness, writes });
      if (examined === 'returning') returning.push(due.channel);
      else if (examined !== null) ready.push(examined);
      // The store may answer at once: without this, thousands of channels would hold the event loop.
      await writes.pause();
    }
  }
  await writes.finish();
  return { ready, returning };
}

/** Plans channels whose digests can be made. */
async function planTogether(
  channels: readonly ReadyChannel[],
  maker: DigestMaker,
  tools: PlanTools,
  signal: AbortSignal,
): Promise<void> {
  if (channels.length === 0 || signal.aborted) return;
  const writes = createWriteGroup();
  const waiting = alikeTogether(channels);
  let planned = 0;
  for await (const group of maker.make(waiting)) {
    for (const made of group) {
      const channel = waiting[planned];
      planned += 1;
      if (channel !== undefined) writes.add(() => storeDigest(channel, made, tools));
    }
    await writes.pause();
    if (signal.aborted) break;
  }
  await writes.finish();
}

async function storeDigest({ input, day, since }: ReadyChannel, made: MadeDigest, tools: PlanTools): Promise<void> {
  try {
    if ('error' in made) throw made.error;
    logFrozen(input.channel, day, await freezeDigest(made, tools), tools);
  } catch (error) {
    await recordFailedRun(input.channel, { date: day.date, since }, error, tools);
  }
}

function logFrozen(
  { channelId, guildId }: ChannelRecord,
  { date, missing, covers }: DigestDay,
  { outcome, counts }: FrozenDigest,
  { log }: PlanTools,
): void {
  const listings = missing.map(({ source, date: listed, state }) => ({ source, date: listed, state }));
  const fields = { event: `digest.${outcome}`, channelId, guildId, date, ...counts, covers, missing: listings };
  log.info(fields, `digest of ${date}: ${outcome}`);
}

/** Plans a channel whose pause ended or whose block was long. It has a round to itself, because it needs older news. */
async function planReturning(record: ChannelRecord, tools: PlanTools, signal: AbortSignal): Promise<void> {
  const { store, clock } = tools;
  try {
    if (record.pausedAt === null) await catchUp(record.channelId, tools);
    else await endPause(record, 'over', tools);
    const channel = await store.channel(record.channelId);
    if (channel === null || channel.nextDigestAt > clock()) return;
    const round = createPlanningRound(tools);
    const { ready } = await examineAll([channel], round, tools);
    await planTogether(ready, createDigestMaker(round.matches, tools), tools, signal);
  } catch (error) {
    const now = clock();
    const date = occurrenceDate(record.schedule, latestOccurrence(record.schedule, now));
    await recordFailedRun(record, { date, since: now }, error, tools);
  }
}
