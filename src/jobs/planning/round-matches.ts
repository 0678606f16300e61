import { cooperate } from '../../cooperate.ts';
import type { NewsPaper, NewsReader, TopicNews } from '../../digests/news.ts';
import type { FollowedTopic } from '../../digests/selection.ts';
import type { DigestInput, Store } from '../../store/store.ts';
import { createPercolator, type Percolator } from '../../topics/index/percolator.ts';
import { createPackedTexts } from '../../topics/matching/packed-texts.ts';
import type { Topic } from '../../topics/topic.ts';
import { followedTopics, lastSeenNews, topicsOfOne } from './followed-topics.ts';
import { createListingReader, type ListingReader } from './late-papers.ts';
import { createMatchedNews } from './matched-news.ts';
import { createWeighings, weighTogether } from './weighing.ts';

/** The news of one round of planning. It is fetched once and matched once with each topic, for all channels. */
export interface RoundMatches extends NewsReader {
  /** The news after a number, oldest first. It stays in memory for the round, so `catch-up.ts` bounds how much it is. */
  newsAfter(newsNumber: number): Promise<readonly NewsPaper[]>;
  /**
   * Finds which of the news fetched last matches the topics. Call it for many channels at once: each paper is read once
   * for all topics.
   */
  matchTopics(topics: readonly Topic[]): Promise<void>;
  /** Measures how relevant the matches are to their topics. `matchesOf` then knows these topics. */
  weighMatches(topics: readonly Topic[]): Promise<void>;
  /** Notes which topics only one channel follows, by their canonical texts: their items are not remembered. */
  noteOwn(canonicals: readonly string[]): void;
  /** The listings of papers. Those of each are read once. */
  readonly listingsOf: ListingReader;
  /** Forgets the matches of those of the topics that were noted. */
  forgetOwn(topics: readonly FollowedTopic[]): void;
}

/** How many papers' words are remembered, at some 2 kB a paper. */
const textsRemembered = 5_000;

/** Fetches the news for these channels, and matches all of their topics with it. */
export async function matchNews(inputs: readonly DigestInput[], matches: RoundMatches): Promise<void> {
  const topics = inputs.flatMap(followedTopics).map(({ topic }) => topic);
  matches.noteOwn(topicsOfOne(inputs));
  await matches.newsAfter(Math.min(...inputs.map(lastSeenNews)));
  await matches.matchTopics(topics);
  await matches.weighMatches(topics);
}

/** @param index as for `createMatchedNews` */
export function createRoundMatches(
  store: Pick<Store, 'newsAfter' | 'meaning' | 'paperListings'>,
  index: Percolator = createPercolator(store.meaning),
): RoundMatches {
  const matched = createMatchedNews(store, index);
  // By canonical topic.
  const weighed = new Map<string, TopicNews>();
  const own = createOwnTopics(weighed);
  const packed = createPackedTexts(textsRemembered);
  const textOf = ({ paper }: NewsPaper) => packed(paper);
  const fetchedSince = new Map<number, readonly NewsPaper[]>();

  function* weighAll(topics: readonly Topic[]): Generator<void> {
    const open = topics.filter(({ canonical }) => !weighed.has(canonical));
    const weighings = yield* createWeighings(open, matched.of);
    if (weighings.length > 0) yield* weighTogether(weighings, matched.news, textOf);
    for (const { topic, result } of weighings) weighed.set(topic.canonical, result);
    yield* index.removeSentences();
  }
  return {
    async newsAfter(newsNumber) {
      if (await matched.fetch(newsNumber)) {
        weighed.clear();
        fetchedSince.clear();
      }
      // Most channels got their last digest after the same news.
      const known = fetchedSince.get(newsNumber) ?? matched.news.filter((news) => news.newsNumber > newsNumber);
      fetchedSince.set(newsNumber, known);
      return known;
    },
    matchTopics: (topics) => matched.match(topics.filter(({ canonical }) => !weighed.has(canonical))),
    weighMatches: (topics) => cooperate(weighAll(topics)),
    ...own,
    listingsOf: createListingReader(store),
    matchesOf({ canonical }) {
      const found = weighed.get(canonical);
      if (found === undefined) throw new Error(`the matches of the topic “${canonical}” have not been weighed`);
      return found;
    },
    textOf,
  };
}

/** The topics that only one channel follows, among those that are weighed. */
function createOwnTopics(
  weighed: Map<string, TopicNews>,
): Required<Pick<RoundMatches, 'noteOwn' | 'forgetOwn' | 'isShared'>> {
  const own = new Set<string>();
  return {
    noteOwn(canonicals) {
      for (const canonical of canonicals) own.add(canonical);
    },
    forgetOwn(topics) {
      for (const { topic } of topics) if (own.delete(topic.canonical)) weighed.delete(topic.canonical);
    },
    isShared: ({ canonical }) => !own.has(canonical),
  };
}
