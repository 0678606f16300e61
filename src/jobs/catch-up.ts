import { distinctTopics } from '../digests/selection.ts';
import type { Clock } from '../ports.ts';
import type { DigestInput, Store } from '../store/store.ts';
import { createPercolator } from '../topics/index/percolator.ts';
import { followedTopics } from './followed-topics.ts';
import { gatherMatches, newsPages } from './news-matches.ts';

/** How much of a pause is made up for: a channel that comes back is not flooded. */
export const resumedDays = 3;
const resumedMs = resumedDays * 24 * 3_600_000;
/**
 * No digest looks further back than this many news: ten days of everything that arXiv announces, which is as much as
 * memory has room for. Only a channel that was blocked for longer is that far behind.
 */
const newsAtMost = 20_000;

export interface CatchUpTools {
  readonly store: Store;
  readonly clock: Clock;
}

/** The number after which news are recent enough for the channel's next digest. */
async function reachOf({ channel }: DigestInput, { store, clock }: CatchUpTools): Promise<number> {
  const reach = (await store.lastNewsNumber()) - newsAtMost;
  return channel.pausedAt === null ? reach : Math.max(reach, await store.newsNumberBefore(clock() - resumedMs));
}

/** Whether news that the channel has not had are too old for its next digest. */
export const isBehind = async (input: DigestInput, tools: CatchUpTools): Promise<boolean> =>
  firstUnseen(input) < (await reachOf(input, tools));

const firstUnseen = (input: DigestInput): number =>
  Math.min(...followedTopics(input).map(({ newsAfter }) => newsAfter));

/** What the channel's next digest is made from, as if it had caught up. */
export async function withinReach(input: DigestInput, tools: CatchUpTools): Promise<DigestInput> {
  const reach = await reachOf(input, tools);
  return firstUnseen(input) < reach ? { ...input, consideredNewsNumber: reach } : input;
}

/**
 * Leaves out the news that are too old for the channel's next digest, for good; its next digest tells how many of them
 * matched.
 */
export async function catchUp(channelId: string, tools: CatchUpTools): Promise<DigestInput> {
  const { store } = tools;
  const input = await store.digestInput(channelId);
  const reach = await reachOf(input, tools);
  if (firstUnseen(input) >= reach) return input;
  await store.leaveOutNews(channelId, reach, await countUnseen(input, reach, store));
  return await store.digestInput(channelId);
}

/** How many papers match that the channel has not had, among the news up to this number. */
async function countUnseen(input: DigestInput, upTo: number, store: Store): Promise<number> {
  const followed = distinctTopics(followedTopics(input));
  const index = createPercolator();
  for (const { topic } of followed) index.add(topic);
  let count = 0;
  for await (const news of newsPages(firstUnseen(input), store, upTo)) {
    const found = new Map<string, (typeof news)[number][]>();
    await gatherMatches(index, news, found);
    const matching = followed.flatMap(({ topic, newsAfter }) =>
      (found.get(topic.canonical) ?? []).filter(({ newsNumber }) => newsNumber > newsAfter),
    );
    const ids = [...new Set(matching.map(({ paper }) => paper.id))];
    count += ids.length - (await store.postedPapers(input.channel.channelId, ids)).size;
  }
  return count;
}
