import { cooperate } from '../../cooperate.ts';
import type { NewsPaper } from '../../digests/news.ts';
import type { Store } from '../../store/store.ts';
import type { Percolator } from '../../topics/index/percolator.ts';
import type { Topic } from '../../topics/topic.ts';
import { matchWithTopics, type NewsMatches, newsPages } from './news-matches.ts';

/** The news of one round, and what of it matches topics. All topics of the index are matched with it at once. */
export interface MatchedNews {
  /** What was fetched last, oldest first. */
  readonly news: readonly NewsPaper[];
  /** Fetches the news after a number, unless it is there already, and returns whether it did. */
  fetch(newsNumber: number): Promise<boolean>;
  /** Adds the topics to the index if they are not there, and matches the news unless that was done with all of them. */
  match(topics: readonly Topic[]): Promise<void>;
  /**
   * The news that matches a topic, oldest first.
   * @throws Error if the topic was not matched
   */
  of(topic: Topic): readonly NewsPaper[];
}

/** Beyond this many topics, an index begins again with none, because it would take too much memory. */
const topicsKept = 100_000;

/** @param index one that no other round uses at the same time; it keeps its topics for later rounds */
export function createMatchedNews(store: Pick<Store, 'newsAfter'>, index: Percolator): MatchedNews {
  let fetchedAfter = Number.POSITIVE_INFINITY;
  let news: readonly NewsPaper[] = [];
  // Null if there is other news, or if topics were added.
  let matches: NewsMatches | null = null;

  function* addAll(topics: readonly Topic[]): Generator<void> {
    for (const topic of topics) {
      if (index.add(topic)) matches = null;
      yield;
    }
  }
  const forgetTopics = () => {
    index.clear();
    matches = null;
  };
  return {
    get news() {
      return news;
    },
    async fetch(newsNumber) {
      if (newsNumber >= fetchedAfter) return false;
      news = (await Array.fromAsync(newsPages(newsNumber, store))).flat();
      fetchedAfter = newsNumber;
      matches = null;
      return true;
    },
    async match(topics) {
      if (topics.length === 0) return;
      if (index.size > topicsKept) forgetTopics();
      try {
        await cooperate(addAll(topics));
        matches ??= await matchWithTopics(news, index);
      } catch (error) {
        forgetTopics();
        throw error;
      }
    },
    of({ canonical }) {
      if (matches === null) throw new Error(`the topic “${canonical}” has not been matched`);
      return matches.of(canonical);
    },
  };
}
