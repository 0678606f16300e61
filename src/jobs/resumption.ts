import { setImmediate as nextTurn } from 'node:timers/promises';
import { nextAfter } from '../digests/rescheduling.ts';
import { selectPapers } from '../digests/selection.ts';
import type { Clock, Logger } from '../ports.ts';
import type { ChannelRecord } from '../store/channels.ts';
import type { DigestInput, Store } from '../store/store.ts';
import { followedTopics } from './followed-topics.ts';

/** How much of a pause is made up for: a channel that comes back is not flooded. */
export const resumedDays = 3;
const resumedMs = resumedDays * 24 * 3_600_000;

/** News held against the topics between two looks at other work. */
const newsAtOnce = 200;

export interface ResumeTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Ends a channel's pause. Its next digest has what came in the last three days; what matched before that is counted
 * and left out for good.
 */
export async function resumeChannel(
  channel: ChannelRecord,
  { store, clock, log }: ResumeTools,
): Promise<ChannelRecord> {
  const { channelId, guildId, schedule, lastDigestDate, pausedUntil } = channel;
  const now = clock();
  const input = await store.digestInput(channelId);
  const kept = await store.newsNumberBefore(now - resumedMs);
  const consideredNewsNumber = Math.max(kept, input.consideredNewsNumber);
  const skippedPapers = await countSkipped(input, consideredNewsNumber, store);
  // A pause that ended by itself while the bot was away still owes the digests since then.
  const endedAt = pausedUntil !== null && pausedUntil <= now ? pausedUntil - 1 : now;
  const nextDigestAt = nextAfter(schedule, lastDigestDate, endedAt);
  const resumed = await store.resumeChannel({ channelId, consideredNewsNumber, skippedPapers, nextDigestAt });
  log.info({ event: 'channel.resumed', channelId, guildId, skippedPapers, nextDigestAt }, 'a pause ended');
  return resumed;
}

async function countSkipped(input: DigestInput, upTo: number, store: Store): Promise<number> {
  const subscriptions = followedTopics(input);
  let skipped = 0;
  let from = Math.min(upTo, ...subscriptions.map(({ newsAfter }) => newsAfter));
  while (from < upTo) {
    const news = (await store.newsAfter(from, newsAtOnce)).filter(({ newsNumber }) => newsNumber <= upTo);
    const matched = selectPapers({ subscriptions, news }).map((selected) => selected.news.paper.id);
    skipped += matched.length - input.postedPapers(matched).size;
    from = news.at(-1)?.newsNumber ?? upTo;
    await nextTurn();
  }
  return skipped;
}
