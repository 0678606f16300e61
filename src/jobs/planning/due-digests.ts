import { beginStretch, type Stretch } from '../../cooperate.ts';
import { latestOccurrence, occurrenceDate } from '../../digests/schedule.ts';
import type { ChannelRecord, DuePosition } from '../../store/channels.ts';
import type { DigestInput } from '../../store/store.ts';
import { catchUp } from './catch-up.ts';
import type { DigestDay } from './digest-day.ts';
import { recordFailedRun } from './digest-runs.ts';
import { examineChannel, type ReadyChannel, readDueChannels } from './due-channel.ts';
import { alikeTogether, followedTopics } from './followed-topics.ts';
import { type FrozenDigest, freezeDigest, prepareDigest } from './frozen-digest.ts';
import { createPlanningRound, type PlanningRound, type PlanTools } from './planning-round.ts';
import { endPause } from './resumption.ts';
import { matchNews } from './round-matches.ts';
import { correctStrayChannels } from './stray-channels.ts';
import { createWriteGroup } from './write-group.ts';

/** How many due channels are read at once. */
const channelsPerPage = 500;
/** How many due channels are examined together. Reading them takes a few milliseconds. */
const examinedTogether = 50;
/** How many digests are made at once. They wait for the store, which can serve a few of them. */
const channelsAtOnce = 4;
/** How many channels' topics are matched together at least. Each group reads the papers once more. */
const channelsTogether = 5_000;

/**
 * Plans the digest of every due channel, or lets it wait for its sources. A channel that fails delays no other.
 * Channels that come back and have to catch up are planned after all others.
 */
export async function planDueDigests(tools: PlanTools, signal: AbortSignal): Promise<void> {
  await correctStrayChannels(tools);
  // Created when first needed: at most wake-ups no channel is due.
  let round: PlanningRound | undefined;
  const ready: ReadyChannel[] = [];
  const returning: ChannelRecord[] = [];
  for await (const due of duePages(tools, signal)) {
    round ??= createPlanningRound(tools, await tools.keptTopics?.indexAt(tools.clock()));
    const examined = await examineAll(due, round, tools);
    ready.push(...examined.ready);
    returning.push(...examined.returning);
    if (ready.length >= channelsTogether) await planTogether(ready.splice(0), round, tools, signal);
  }
  if (round !== undefined) await planTogether(ready.splice(0), round, tools, signal);
  tools.keptTopics?.endRound();
  for (const channel of returning) if (!signal.aborted) await planReturning(channel, tools, signal);
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
  for (let from = 0; from < channels.length; from += examinedTogether) {
    for (const due of await readDueChannels(channels.slice(from, from + examinedTogether), tools)) {
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

/**
 * Plans channels whose digests can be made. One match for the topics of all is far cheaper than one for each.
 * @param channels it is empty afterwards: a planned channel leaves memory while the others are planned
 */
async function planTogether(
  channels: ReadyChannel[],
  round: PlanningRound,
  tools: PlanTools,
  signal: AbortSignal,
): Promise<void> {
  if (channels.length === 0 || signal.aborted) return;
  await matchNews(inputsOf(channels), round.matches);
  const stretch = beginStretch();
  const writes = createWriteGroup(stretch);
  const waiting = alikeTogether(channels.splice(0)).reverse();
  while (waiting.length > 0 && !signal.aborted) {
    const group = waiting.splice(-channelsAtOnce).reverse();
    for (const write of await Promise.all(group.map((channel) => planReady(channel, round, { ...tools, stretch }))))
      writes.add(write);
    for (const { input } of group) round.matches.forgetOwn(followedTopics(input));
    await writes.pause();
  }
  await writes.finish();
}

const inputsOf = (channels: readonly ReadyChannel[]): readonly DigestInput[] => channels.map(({ input }) => input);

/** Makes the digest of a channel. The returned function stores it. */
async function planReady(
  { input, day, since }: ReadyChannel,
  { matches }: PlanningRound,
  tools: PlanTools & { readonly stretch: Stretch },
): Promise<() => Promise<void>> {
  const fail = (error: unknown) => recordFailedRun(input.channel, { date: day.date, since }, error, tools);
  try {
    const prepared = await prepareDigest(input, { day, since }, matches, tools);
    return () => freezeDigest(prepared, tools).then((frozen) => logFrozen(input.channel, day, frozen, tools), fail);
  } catch (error) {
    return () => fail(error);
  }
}

function logFrozen(
  { channelId, guildId }: ChannelRecord,
  { date, missing, covers }: DigestDay,
  { outcome, digest }: FrozenDigest,
  { log }: PlanTools,
): void {
  const counts = { announced: digest.announcedCount, matched: digest.matchedCount, shown: digest.items.length };
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
    await planTogether([...ready], round, tools, signal);
  } catch (error) {
    const now = clock();
    const date = occurrenceDate(record.schedule, latestOccurrence(record.schedule, now));
    await recordFailedRun(record, { date, since: now }, error, tools);
  }
}
