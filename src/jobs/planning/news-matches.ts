import { cooperate, yieldTurn } from '../../cooperate.ts';
import type { NewsPaper } from '../../digests/news.ts';
import type { Store } from '../../store/store.ts';
import { batchLimit } from '../../topics/index/batch.ts';
import type { BatchMatches, Percolator } from '../../topics/index/percolator.ts';

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

/** Which news matches which topics. */
export interface NewsMatches {
  /**
   * The news that matches a topic of the index, in order.
   * @throws Error if the topic was not in the index when the news was matched
   */
  of(canonical: string): readonly NewsPaper[];
}

/** Matches news with all topics of the index. */
export async function matchWithTopics(news: readonly NewsPaper[], index: Percolator): Promise<NewsMatches> {
  const batches: BatchMatches[] = [];
  for (let from = 0; from < news.length; from += batchLimit) {
    const papers = news.slice(from, from + batchLimit).map(({ paper }) => paper);
    batches.push(await cooperate(index.match(papers)));
  }
  return {
    of(canonical) {
      const found: NewsPaper[] = [];
      for (const [at, matches] of batches.entries()) {
        for (const number of matches.papersOf(canonical)) {
          const item = news[at * batchLimit + number];
          if (item !== undefined) found.push(item);
        }
      }
      return found;
    },
  };
}
