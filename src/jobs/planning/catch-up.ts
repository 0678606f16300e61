import { idsOfWork } from '../../digests/duplicates/folding.ts';
import { filterOf, refusalOf } from '../../digests/paper-filter.ts';
import { distinctTopics } from '../../digests/selection.ts';
import type { PaperId } from '../../papers/paper.ts';
import type { Clock } from '../../ports.ts';
import type { DigestInput, Store } from '../../store/store.ts';
import { dayMs } from '../../time.ts';
import { createPercolator } from '../../topics/index/percolator.ts';
import { followedTopics, lastSeenNews } from './followed-topics.ts';
import { matchWithTopics, newsPages } from './news-matches.ts';

/** How many days of a pause are made up for, so that a channel that comes back is not flooded. */
export const resumedDays = 3;
const resumedMs = resumedDays * dayMs;
/**
 * How many news papers back a digest looks at most: ten days of all that arXiv announces, which memory has room for.
 * Only a channel that was blocked longer is further behind.
 */
const newsAtMost = 20_000;

export interface CatchUpTools {
  readonly store: Store;
  readonly clock: Clock;
}

/** The number after which news is recent enough for the channel's next digest. */
async function reachOf({ channel }: DigestInput, { store, clock }: CatchUpTools): Promise<number> {
  const reach = usualReach(await store.lastNewsNumber());
  return channel.pausedAt === null ? reach : Math.max(reach, await store.newsNumberBefore(clock() - resumedMs));
}

const usualReach = (lastNewsNumber: number): number => lastNewsNumber - newsAtMost;

/** Whether some news that a channel without a pause has not received is too old for its next digest. */
export const isBehind = (input: DigestInput, lastNewsNumber: number): boolean =>
  lastSeenNews(input) < usualReach(lastNewsNumber);

/** The input of the channel's next digest, as if the channel had caught up. */
export async function withinReach(input: DigestInput, tools: CatchUpTools): Promise<DigestInput> {
  const reach = await reachOf(input, tools);
  return lastSeenNews(input) < reach ? { ...input, consideredNewsNumber: reach } : input;
}

/** Skips the news that is too old for the channel's next digest. That digest says how many skipped papers matched. */
export async function catchUp(channelId: string, tools: CatchUpTools): Promise<DigestInput> {
  const { store } = tools;
  const input = await store.digestInput(channelId);
  const reach = await reachOf(input, tools);
  if (lastSeenNews(input) >= reach) return input;
  await store.leaveOutNews(channelId, reach, await countUnseen(input, reach, store));
  return await store.digestInput(channelId);
}

/** How many works among the news up to this number match, pass the channel's filter and have not reached the channel. */
async function countUnseen(input: DigestInput, upTo: number, store: Store): Promise<number> {
  const followed = distinctTopics(followedTopics(input));
  const index = createPercolator(input.meaning);
  for (const { topic } of followed) index.add(topic);
  const filter = filterOf(input.channel);
  const counted = new Set<PaperId>();
  let count = 0;
  for await (const news of newsPages(lastSeenNews(input), store, upTo)) {
    const matches = await matchWithTopics(news, index);
    const matching = followed
      .flatMap(({ topic, newsAfter }) => matches.of(topic.canonical).filter(({ newsNumber }) => newsNumber > newsAfter))
      .filter(({ paper }) => filter === null || refusalOf(paper, filter) === null);
    const posted = await store.postedPapers(input.channel.channelId, matching.flatMap(idsOfWork));
    for (const one of matching) {
      const ids = idsOfWork(one);
      if (!ids.some((id) => counted.has(id) || posted.has(id))) count += 1;
      for (const id of ids) counted.add(id);
    }
  }
  return count;
}
