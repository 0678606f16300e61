import { cooperate } from '../../cooperate.ts';
import type { NewsPaper, NewsReader, TopicNews } from '../../digests/news.ts';
import type { DigestInput, Store } from '../../store/store.ts';
import { batchLimit } from '../../topics/index/batch.ts';
import { createPercolator } from '../../topics/index/percolator.ts';
import { createPackedTexts } from '../../topics/matching/packed-texts.ts';
import type { Topic } from '../../topics/topic.ts';
import { followedTopics, lastSeenNews, topicsOfOne } from './followed-topics.ts';
import { createListingReader, type ListingReader } from './late-papers.ts';
import { gatherMatches, newsPages } from './news-matches.ts';
import { createWeighing, weighTogether } from './weighing.ts';

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
  /** Forgets the matches of these topics. */
  forgetOwn(): void;
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

export function createRoundMatches(store: Pick<Store, 'newsAfter' | 'meaning' | 'paperListings'>): RoundMatches {
  // It keeps its cache of tokens for the round. Topics are in it only while they are matched.
  const index = createPercolator(store.meaning);
  // By canonical topic.
  const matching = new Map<string, readonly NewsPaper[]>();
  const weighed = new Map<string, TopicNews>();
  const own = createOwnTopics(weighed);
  const packed = createPackedTexts(textsRemembered);
  const textOf = ({ paper }: NewsPaper) => packed(paper);
  let fetchedAfter = Number.POSITIVE_INFINITY;
  let fetched: readonly NewsPaper[] = [];
  const fetchedSince = new Map<number, readonly NewsPaper[]>();

  const findMatching = async (topics: readonly Topic[]): Promise<void> => {
    try {
      const open = await cooperate(addUnknown(topics));
      if (open.length === 0) return;
      const found = new Map<string, NewsPaper[]>();
      for (let from = 0; from < fetched.length; from += batchLimit) {
        await gatherMatches(index, fetched.slice(from, from + batchLimit), found);
      }
      for (const canonical of open) matching.set(canonical, found.get(canonical) ?? []);
    } finally {
      index.clear();
    }
  };
  /** Adds the topics that are not matched yet, each once, and returns their canonical texts. */
  function* addUnknown(topics: readonly Topic[]): Generator<void, readonly string[]> {
    const open: string[] = [];
    for (const topic of topics) {
      const { canonical } = topic;
      if (matching.has(canonical) || weighed.has(canonical) || !index.add(topic)) continue;
      open.push(canonical);
      yield;
    }
    return open;
  }
  const matchingOf = ({ canonical }: Topic): readonly NewsPaper[] => {
    const found = matching.get(canonical);
    if (found === undefined) throw new Error(`the topic “${canonical}” has not been matched`);
    return found;
  };
  function* weighAll(topics: readonly Topic[]): Generator<void> {
    const open = new Map(topics.map((topic) => [topic.canonical, topic]));
    for (const canonical of weighed.keys()) open.delete(canonical);
    const weighings = Array.from(open.values(), (topic) => createWeighing(topic, matchingOf(topic)));
    if (weighings.length > 0) yield* weighTogether(weighings, fetched, textOf);
    for (const { topic, result } of weighings) {
      weighed.set(topic.canonical, result);
      matching.delete(topic.canonical);
    }
  }
  return {
    async newsAfter(newsNumber) {
      if (newsNumber < fetchedAfter) {
        fetched = (await Array.fromAsync(newsPages(newsNumber, store))).flat();
        fetchedAfter = newsNumber;
        matching.clear();
        weighed.clear();
        fetchedSince.clear();
      }
      // Most channels got their last digest after the same news.
      const known = fetchedSince.get(newsNumber) ?? fetched.filter((news) => news.newsNumber > newsNumber);
      fetchedSince.set(newsNumber, known);
      return known;
    },
    matchTopics: findMatching,
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
    forgetOwn() {
      for (const canonical of own) weighed.delete(canonical);
      own.clear();
    },
    isShared: ({ canonical }) => !own.has(canonical),
  };
}
