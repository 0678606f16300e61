import { latestOccurrence, occurrenceDate } from '../../digests/schedule.ts';
import type { Instant } from '../../ports.ts';
import type { ChannelRecord } from '../../store/channels.ts';
import type { DigestInput } from '../../store/store.ts';
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

/**
 * Decides what to do with a due channel. `returning`: it has to catch up first. Null: it waits for a source, or it
 * failed; either is recorded as its run, with the group's writes.
 */
export async function examineChannel(
  channel: ChannelRecord,
  tools: ExaminationTools,
): Promise<ReadyChannel | 'returning' | null> {
  const { store, clock, readiness, writes } = tools;
  const { channelId } = channel;
  const now = clock();
  const date = occurrenceDate(channel.schedule, latestOccurrence(channel.schedule, now));
  const earlier = await store.digestRun(channelId, date);
  const since = earlier?.since ?? now;
  try {
    const input = await store.digestInput(channelId);
    if (channel.pausedAt !== null || (await isBehind(input, tools))) return 'returning';
    const topics = followedTopics(input).map(({ topic }) => topic);
    const day = await readDueDay(channel, { since, now, topics }, readiness);
    if (!day.isWaiting) return { input, day, since };
    if (earlier?.state !== 'waiting') writes.add(() => recordWaitingRun(channel, day, since, tools));
  } catch (error) {
    writes.add(() => recordFailedRun(channel, { date, since }, error, tools));
  }
  return null;
}
