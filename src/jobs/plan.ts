import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Digest } from '../digests/digest.ts';
import type { DigestNotes } from '../digests/notes.ts';
import { nextAfter } from '../digests/rescheduling.ts';
import { latestOccurrence, localDate, nextOccurrence, occurrenceDate } from '../digests/schedule.ts';
import type { Poster } from '../discord/posting/poster.ts';
import type { LocalDate } from '../papers/listing.ts';
import type { Clock, Instant, Logger } from '../ports.ts';
import type { PaperSource } from '../sources/source.ts';
import type { ChannelRecord, DuePosition } from '../store/channels.ts';
import type { DigestRun } from '../store/runs.ts';
import type { DigestInput, Store } from '../store/store.ts';
import { buildDigest, readNews } from './build-digest.ts';
import { catchUp, isBehind } from './catch-up.ts';
import { type DigestDay, readDigestDay } from './digest-day.ts';
import { withTrends } from './digest-trends.ts';
import { alikeTogether, followedTopics } from './followed-topics.ts';
import { createReadiness, type Readiness } from './readiness.ts';
import { resumeChannel } from './resumption.ts';
import { createRoundMatches, type RoundMatches } from './round-matches.ts';

export interface PlanTools {
  readonly store: Store;
  readonly poster: Poster;
  readonly sources: readonly PaperSource[];
  readonly clock: Clock;
  readonly log: Logger;
}

/** Their topics are matched together. */
const channelsAtATime = 2_000;
/** No schedule has a digest less often than once a week, give or take what clocks change. */
const longestWaitMs = 9 * 24 * 3_600_000;

/** What a round of planning knows of the news and of the sources, for all its channels. */
interface Round {
  readonly news: RoundMatches;
  readonly sources: Readiness;
}

const createRound = ({ store, sources, clock }: PlanTools): Round => ({
  news: createRoundMatches(store),
  sources: createReadiness(sources, store, clock()),
});

/**
 * Plans the digest of every channel that is due, or lets it wait for its sources. One failure delays no other, and nor
 * does a channel that comes back and has to catch up first: its turn is after all others.
 */
export async function planDueDigests(tools: PlanTools, signal: AbortSignal): Promise<void> {
  await correctStrays(tools);
  // Made when first needed: at most wake-ups nobody is due.
  let round: Round | undefined;
  const returning: ChannelRecord[] = [];
  let position: DuePosition | undefined;
  while (!signal.aborted) {
    const due = await tools.store.dueChannels(tools.clock(), channelsAtATime, position);
    if (due.length === 0) break;
    round ??= createRound(tools);
    returning.push(...(await planTogether(due, round, tools)));
    position = due.at(-1);
  }
  for (const channel of returning) if (!signal.aborted) await planReturning(channel, tools);
}

/** A clock that ran ahead and was set right again must not silence a channel until the time that it once showed. */
async function correctStrays({ store, clock, log }: PlanTools): Promise<void> {
  for (const { channelId, schedule, nextDigestAt } of await store.strayChannels(clock() + longestWaitMs)) {
    const corrected = nextOccurrence(schedule, clock());
    await store.correctNextDigest(channelId, corrected);
    const fields = { event: 'digest.rescheduled', channelId, was: nextDigestAt, nextDigestAt: corrected };
    log.warn(fields, 'the next digest was further ahead than any schedule can be: the clock was wrong');
  }
}

/** A channel whose day is there, or over. */
interface ReadyChannel {
  readonly stored: ChannelRecord;
  readonly input: DigestInput;
  readonly day: DigestDay;
  readonly since: Instant;
}

/**
 * To match the topics of all these channels at once is cheaper by far than channel by channel. Those that have to catch
 * up first are given back.
 */
async function planTogether(
  channels: readonly ChannelRecord[],
  round: Round,
  tools: PlanTools,
): Promise<readonly ChannelRecord[]> {
  const ready: ReadyChannel[] = [];
  const returning: ChannelRecord[] = [];
  for (const channel of channels) {
    const one = await readyChannel(channel, round, tools);
    if (one === 'returning') returning.push(channel);
    else if (one !== null) ready.push(one);
    await nextTurn();
  }
  if (ready.length > 0) await planAllReady(ready, round, tools);
  return returning;
}

async function planAllReady(ready: readonly ReadyChannel[], round: Round, tools: PlanTools): Promise<void> {
  await readNews(
    ready.map(({ input }) => input),
    round.news,
  );
  for (const one of alikeTogether(ready)) {
    await planReady(one, round, tools);
    // The store answers at once; without this, nobody else would have a turn for as long as thousands of channels take.
    await nextTurn();
  }
}

/** A channel whose pause is over, or whose block was a long one. It plans with news of its own, since it needs older ones. */
async function planReturning(stored: ChannelRecord, tools: PlanTools): Promise<void> {
  try {
    if (stored.pausedAt === null) await catchUp(stored.channelId, tools);
    else await resumeChannel(stored, tools);
    const channel = await tools.store.channel(stored.channelId);
    if (channel !== null && channel.nextDigestAt <= tools.clock())
      await planTogether([channel], createRound(tools), tools);
  } catch (error) {
    const now = tools.clock();
    const date = occurrenceDate(stored.schedule, latestOccurrence(stored.schedule, now));
    await noteFailure(stored, { date, since: now }, error, tools);
  }
}

/**
 * Null where the channel is not to be planned now: it waits for a source, say, or cannot be planned at all. `returning`
 * where it has to catch up first.
 */
async function readyChannel(
  channel: ChannelRecord,
  round: Round,
  tools: PlanTools,
): Promise<ReadyChannel | 'returning' | null> {
  const { store, clock } = tools;
  const { channelId } = channel;
  const now = clock();
  const date = occurrenceDate(channel.schedule, latestOccurrence(channel.schedule, now));
  const earlier = await store.digestRun(channelId, date);
  const since = earlier?.since ?? now;
  try {
    const input = await store.digestInput(channelId);
    if (channel.pausedAt !== null || (await isBehind(input, tools))) return 'returning';
    const topics = followedTopics(input).map(({ topic }) => topic);
    const day = await readDigestDay(channel, since, now, round.sources, () => topics);
    if (!day.isWaiting) return { stored: channel, input, day, since };
    await waitFor(day, { channel, since, isFirst: earlier?.state !== 'waiting' }, tools);
  } catch (error) {
    await noteFailure(channel, { date, since }, error, tools);
  }
  return null;
}

async function planReady({ stored, input, day, since }: ReadyChannel, round: Round, tools: PlanTools): Promise<void> {
  const { channelId, guildId } = stored;
  try {
    const { outcome, digest } = await planDigest(input, { day, since }, round, tools);
    const counts = { announced: digest.announcedCount, matched: digest.matchedCount, shown: digest.items.length };
    const missing = day.missing.map(({ source, date, state }) => ({ source, date, state }));
    const fields = { event: `digest.${outcome}`, channelId, guildId, date: day.date, ...counts, covers: day.covers };
    tools.log.info({ ...fields, missing }, `digest of ${day.date}: ${outcome}`);
  } catch (error) {
    await noteFailure(stored, { date: day.date, since }, error, tools);
  }
}

async function noteFailure(
  { channelId, guildId }: ChannelRecord,
  { date, since }: { readonly date: LocalDate; readonly since: Instant },
  error: unknown,
  { store, clock, log }: PlanTools,
): Promise<void> {
  log.error({ event: 'digest.failed', channelId, guildId, date, err: error }, 'the digest could not be planned');
  const reason = error instanceof Error ? error.message : String(error);
  await store.recordRun({ ...emptyRun(channelId, date, since, clock()), state: 'failed', reason });
}

async function waitFor(
  { date, missing }: DigestDay,
  { channel, since, isFirst }: { channel: ChannelRecord; since: Instant; isFirst: boolean },
  { store, clock, log }: PlanTools,
): Promise<void> {
  const { channelId, guildId } = channel;
  if (!isFirst) return;
  await store.recordRun({ ...emptyRun(channelId, date, since, clock()), state: 'waiting', missing });
  const names = missing.map(({ name }) => name).join(', ');
  log.info({ event: 'digest.waiting', channelId, guildId, date, missing }, `digest of ${date}: waiting for ${names}`);
}

const emptyRun = (channelId: string, date: LocalDate, since: Instant, at: Instant): Omit<DigestRun, 'state'> => ({
  channelId,
  date,
  since,
  at,
  announced: 0,
  matched: 0,
  shown: 0,
  missing: [],
  reason: null,
});

export interface PlannedDigest {
  /**
   * `quiet`: no paper matched. `stale`: none did, but a source had not told the day. `already-planned`: the channel has
   * its digest of this date.
   */
  readonly outcome: 'planned' | 'quiet' | 'stale' | 'already-planned';
  readonly digest: Digest;
}

/** Freezes the channel's digest of today, whether due or not. Where it is quiet, the scheduled one still comes. */
export async function planDigestNow(channelId: string, zone: string, tools: PlanTools): Promise<PlannedDigest> {
  const round = createRound(tools);
  const now = tools.clock();
  const input = await catchUp(channelId, tools);
  const readTopics = () => followedTopics(input).map(({ topic }) => topic);
  const missing = (await round.sources.gaps(now, readTopics)).map(({ canCome: _, ...gap }) => gap);
  const day = { date: localDate(zone, now), covers: null, missing, occurrences: [now] };
  await readNews([input], round.news);
  return await planDigest(input, { day, since: null }, round, tools);
}

interface PlannedDay {
  readonly day: Pick<DigestDay, 'date' | 'covers' | 'missing' | 'occurrences'>;
  /** When the scheduled digest was first due; null where it was asked for. */
  readonly since: Instant | null;
}

async function planDigest(
  input: DigestInput,
  { day, since }: PlannedDay,
  round: Round,
  { store, poster, clock }: PlanTools,
): Promise<PlannedDigest> {
  const now = clock();
  const { channelId, schedule, lastDigestDate, skippedPapers } = input.channel;
  const { covers, missing, date } = day;
  const { digest: bare, consideredNewsNumber } = await buildDigest(input, date, round.news, store);
  const told = await round.sources.told(day.occurrences, bare.matchedIn ?? {});
  const notes: DigestNotes = { covers, missing, told, madeAt: now, skippedPapers };
  const digest = await withTrends({ ...bare, notes }, store, now);
  const state = digest.items.length > 0 ? 'planned' : missing.length > 0 ? 'stale' : 'quiet';
  // A digest that was asked for and found nothing leaves the day open for the scheduled one.
  const isOver = state === 'planned' || since !== null;
  const counts = { announced: digest.announcedCount, matched: digest.matchedCount, shown: digest.items.length };
  const run: DigestRun = { ...emptyRun(channelId, date, since ?? now, now), ...counts, state, missing, told };
  const isNew = await store.planDigest({
    channelId,
    date,
    papers: digest.items.map(({ paper }) => paper.id),
    parts: state === 'planned' ? poster.compose(digest) : [],
    consideredNewsNumber,
    nextDigestAt: nextAfter(schedule, isOver ? date : lastDigestDate, now),
    at: now,
    ...(isOver ? { run } : {}),
  });
  return { outcome: isNew ? state : 'already-planned', digest };
}
