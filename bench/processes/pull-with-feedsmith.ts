import { parseRssFeed } from 'feedsmith';
import { yieldTurn } from '../../src/cooperate.ts';
import { categories } from '../../src/papers/categories.ts';
import { requestGroups } from '../../src/sources/arxiv/request-groups.ts';
import { peakMemory, withEffort } from './timed-fetch.ts';

/**
 * Reads the same bytes with feedsmith, a general reader of feeds, into its own objects: without cleaning, checks or
 * storing. Its times exclude the network.
 * Argument: the sources' address.
 */

export interface FeedsmithPull {
  readonly ms: number;
  readonly cpu: number;
  readonly longestBlock: number;
  readonly peakMemory: number;
  readonly papers: number;
}

const [url = ''] = process.argv.slice(2);
const bodies: Buffer[] = [];
for (const group of requestGroups(categories.map(({ id }) => id))) {
  bodies.push(Buffer.from(await (await fetch(`${url}/rss/${group.join('+')}`)).arrayBuffer()));
}
const { result, effort } = await withEffort(async () => {
  const ids = new Set<string>();
  for (const body of bodies) {
    const feed = parseRssFeed(body.toString());
    for (const { guid } of feed.items ?? []) ids.add(guid?.value ?? '');
    await yieldTurn();
  }
  return ids.size;
});
process.stdout.write(JSON.stringify({ ...effort, peakMemory: peakMemory(), papers: result } satisfies FeedsmithPull));
