import { cooperate, yieldTurn } from '../../cooperate.ts';
import type { NewsPaper } from '../../digests/news.ts';
import type { Store } from '../../store/store.ts';
import type { Percolator } from '../../topics/index/percolator.ts';

/** A page of papers takes a few milliseconds to read. */
const papersAPage = 256;

/** The news between two numbers, oldest first. It yields to the event loop after each page. */
export async function* newsPages(
  after: number,
  store: Pick<Store, 'newsAfter'>,
  upTo = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly NewsPaper[]> {
  for (let from = after; from < upTo; ) {
    const page = await store.newsAfter(from, papersAPage);
    const last = page.at(-1);
    if (last === undefined) return;
    yield last.newsNumber <= upTo ? page : page.filter(({ newsNumber }) => newsNumber <= upTo);
    if (page.length < papersAPage) return;
    from = last.newsNumber;
    await yieldTurn();
  }
}

/** Adds the news that matches each topic of the index to `found`, by canonical topic. It takes at most `batchLimit` news. */
export async function gatherMatches(
  index: Percolator,
  news: readonly NewsPaper[],
  found: Map<string, NewsPaper[]>,
): Promise<void> {
  for (const { topics, starts, papers } of await cooperate(index.match(news.map(({ paper }) => paper)))) {
    for (const [at, canonical] of topics.entries()) {
      const matching = found.get(canonical) ?? [];
      found.set(canonical, matching);
      for (const number of papers.subarray(starts[at], starts[at + 1])) {
        const item = news[number];
        if (item !== undefined) matching.push(item);
      }
    }
  }
}
