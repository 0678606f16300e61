import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NewsPaper } from '../digests/digest.ts';
import { createPaperReader, type PaperReader } from '../digests/selection.ts';
import type { Store } from '../store/store.ts';

/** The news as one round of planning sees it: fetched and cut into words once for all its channels. */
export interface NewsDesk {
  /** Oldest first. */
  newsAfter(newsNumber: number): Promise<readonly NewsPaper[]>;
  readonly read: PaperReader;
}

/** More than any digest considers: a month of everything that arXiv announces. */
const newsLimit = 50_000;

/** How many papers are cut into words before the event loop gets a turn: some ten milliseconds. */
const papersAtATime = 50;

export function createNewsDesk(store: Store): NewsDesk {
  const read = createPaperReader();
  let fetchedAfter = Number.POSITIVE_INFINITY;
  let fetched: readonly NewsPaper[] = [];
  return {
    read,
    async newsAfter(newsNumber) {
      if (newsNumber < fetchedAfter) {
        fetched = await store.newsAfter(newsNumber, newsLimit);
        fetchedAfter = newsNumber;
        await readInPieces(fetched, read);
      }
      return fetched.filter((news) => news.newsNumber > newsNumber);
    },
  };
}

async function readInPieces(news: readonly NewsPaper[], read: PaperReader): Promise<void> {
  for (const [index, { paper }] of news.entries()) {
    read(paper);
    if (index % papersAtATime === papersAtATime - 1) await nextTurn();
  }
}
