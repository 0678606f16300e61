import { latestOccurrence, occurrenceDate } from '../../digests/schedule.ts';
import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import type { DigestRun } from '../../store/runs.ts';
import type { DigestInput, Store } from '../../store/store.ts';
import type { LocalDate } from '../../time.ts';
import { isBehind } from './catch-up.ts';
import { type DigestDay, readDueDay } from './digest-day.ts';
import { recordFailedRun, recordWaitingRun } from './digest-runs.ts';
import { followedTopics } from './followed-topics.ts';
import type { ListingReadiness } from './listing-readiness.ts';
import type { PlanTools } from './planning-round.ts';
import type { WriteGroup } from './write-group.ts';

/** A due channel whose digest can be made now. */
export interface ReadyChannel {
  readonly input: DigestInput;
  readonly day: DigestDay;
  /** When its digest of that day was first examined. */
  readonly since: Instant;
}

export interface ExaminationTools extends Pick<PlanTools, 'store' | 'clock' | 'log'> {
  readonly readiness: ListingReadiness;
  readonly writes: WriteGroup;
}

/** A due channel, as it was read together with others. */
export interface DueChannel {
  readonly channel: ChannelRecord;
  /** The date of its digest. */
  readonly date: LocalDate;
  /** The material of its digest, or why it cannot be read. Null if the channel was deleted meanwhile. */
  readonly read: PromiseSettledResult<DigestInput> | null;
  /** The run of the digest, if it was examined before. */
  readonly earlier: DigestRun | null;
  /** The number of the newest news. */
  readonly lastNewsNumber: number;
}

/** Reads due channels together: one by one, each statement would cross the connection to the database for each of them. */
export async function readDueChannels(
  channels: readonly ChannelRecord[],
  { store, clock }: Pick<PlanTools, 'store' | 'clock'>,
): Promise<readonly DueChannel[]> {
  const now = clock();
  const reads = await readInputs(
    channels.map(({ channelId }) => channelId),
    store,
  );
  const lastNewsNumber = await store.lastNewsNumber();
  const byDate = Map.groupBy(channels, ({ schedule }) => occurrenceDate(schedule, latestOccurrence(schedule, now)));
  const due: DueChannel[] = [];
  for (const [date, ofDate] of byDate) {
    const runs = await store.digestRunsOn(
      date,
      ofDate.map(({ channelId }) => channelId),
    );
    for (const channel of ofDate) {
      const { channelId } = channel;
      const [read, earlier] = [reads.get(channelId) ?? null, runs.get(channelId) ?? null];
      due.push({ channel, date, read, earlier, lastNewsNumber });
    }
  }
  return due;
}

/** Reads the material of digests. If that fails, each channel is read alone, so that a broken one holds up no other. */
async function readInputs(
  channelIds: readonly string[],
  store: Pick<Store, 'digestInput' | 'digestInputs'>,
): Promise<ReadonlyMap<string, PromiseSettledResult<DigestInput>>> {
  try {
    const inputs = await store.digestInputs(channelIds);
    return new Map(inputs.map((value) => [value.channel.channelId, { status: 'fulfilled', value }]));
  } catch {
    const reads = await Promise.allSettled(channelIds.map((channelId) => store.digestInput(channelId)));
    return new Map(channelIds.flatMap((channelId, index) => (reads[index] ? [[channelId, reads[index]]] : [])));
  }
}

/**
 * Decides what to do with a due channel. `returning`: it has to catch up first. Null: it waits for a source, it failed, or
 * it is gone; the first two are recorded as its run, with the group's writes.
 */
export async function examineChannel(
  { channel, date, read, earlier, lastNewsNumber }: DueChannel,
  tools: ExaminationTools,
): Promise<ReadyChannel | 'returning' | null> {
  const { clock, readiness, writes } = tools;
  const now = clock();
  const since = earlier?.since ?? now;
  if (read === null) return null;
  try {
    if (read.status === 'rejected') throw read.reason;
    const input = read.value;
    if (channel.pausedAt !== null || isBehind(input, lastNewsNumber)) return 'returning';
    const topics = followedTopics(input).map(({ topic }) => topic);
    const day = await readDueDay(channel, { since, now, topics }, readiness);
    if (!day.isWaiting) return { input, day, since };
    if (earlier?.state !== 'waiting') writes.add(() => recordWaitingRun(channel, day, since, tools));
  } catch (error) {
    writes.add(() => recordFailedRun(channel, { date, since }, error, tools));
  }
  return null;
}
