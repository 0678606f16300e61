import { isAbout } from '../digests/aboutness.ts';
import type { NewsPaper, NewsReader, TopicNews } from '../digests/news.ts';
import { inStanding } from '../digests/ranking.ts';
import type { Store } from '../store/store.ts';
import { batchLimit } from '../topics/index/batch.ts';
import { createPercolator } from '../topics/index/percolator.ts';
import { type PaperText, readPaper } from '../topics/matching/paper-text.ts';
import type { Topic } from '../topics/topic.ts';
import { cooperate } from './cooperate.ts';
import { gatherMatches, newsPages } from './news-matches.ts';

/** The news as one round of planning sees it: fetched once, and matched once with each topic, for all its channels. */
export interface RoundMatches extends NewsReader {
  /** Oldest first. All of them are kept for the round: for channels that are not behind (see `catch-up.ts`). */
  newsAfter(newsNumber: number): Promise<readonly NewsPaper[]>;
  /**
   * Finds which of the news that were fetched last match the topics. To be called for many channels at once: the papers
   * are read for all of their topics together.
   */
  matchTopics(topics: readonly Topic[]): Promise<void>;
  /** Tells apart which of the matches are about their topic. `matchesOf` then tells of these topics, and of no others. */
  weighMatches(topics: readonly Topic[]): Promise<void>;
}

/** So many papers stay cut into words, some 15 kB each where digests show them. */
const textsRemembered = 2_000;
/** How many papers of one topic are looked at between two turns. */
const weighedAtATime = 256;

export function createRoundMatches(store: Pick<Store, 'newsAfter'>): RoundMatches {
  // It keeps what it has learnt of the papers' words; topics are in it only as long as they are matched.
  const index = createPercolator();
  // By canonical topic, for the whole round: as little as can be of each paper.
  const matching = new Map<string, readonly NewsPaper[]>();
  const weighed = new Map<string, TopicNews>();
  const textOf = createTextReader();
  let fetchedAfter = Number.POSITIVE_INFINITY;
  let fetched: readonly NewsPaper[] = [];
  const fetchedSince = new Map<number, readonly NewsPaper[]>();

  const findMatching = async (topics: readonly Topic[]): Promise<void> => {
    const isKnown = ({ canonical }: Topic) => matching.has(canonical) || weighed.has(canonical);
    const open = topics.filter((topic) => !isKnown(topic) && index.add(topic));
    if (open.length === 0) return;
    try {
      const found = new Map<string, NewsPaper[]>();
      for (let from = 0; from < fetched.length; from += batchLimit) {
        await gatherMatches(index, fetched.slice(from, from + batchLimit), found);
      }
      for (const { canonical } of open) matching.set(canonical, found.get(canonical) ?? []);
    } finally {
      for (const { canonical } of open) index.remove(canonical);
    }
  };
  const matchingOf = ({ canonical }: Topic): readonly NewsPaper[] => {
    const found = matching.get(canonical);
    if (found === undefined) throw new Error(`the topic “${canonical}” has not been matched`);
    return found;
  };
  function* weigh(topic: Topic): Generator<void, TopicNews> {
    const [about, others]: [NewsPaper[], NewsPaper[]] = [[], []];
    for (const [at, news] of matchingOf(topic).entries()) {
      (isAbout(topic, textOf(news)) ? about : others).push(news);
      if (at % weighedAtATime === weighedAtATime - 1) yield;
    }
    return { about: inStanding(about), others: inStanding(others) };
  }
  function* weighAll(topics: readonly Topic[]): Generator<void> {
    for (const topic of topics) {
      if (weighed.has(topic.canonical)) continue;
      weighed.set(topic.canonical, yield* weigh(topic));
      matching.delete(topic.canonical);
      yield;
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
      // Most channels had their last digest after the same news.
      const known = fetchedSince.get(newsNumber) ?? fetched.filter((news) => news.newsNumber > newsNumber);
      fetchedSince.set(newsNumber, known);
      return known;
    },
    matchTopics: findMatching,
    weighMatches: (topics) => cooperate(weighAll(topics)),
    matchesOf({ canonical }) {
      const found = weighed.get(canonical);
      if (found === undefined) throw new Error(`the matches of the topic “${canonical}” have not been weighed`);
      return found;
    },
    textOf,
  };
}

/** Cuts papers into words, each once as long as there are no more of them than are remembered. */
function createTextReader(): (news: NewsPaper) => PaperText {
  const texts = new Map<NewsPaper, PaperText>();
  return (news) => {
    const known = texts.get(news);
    if (known !== undefined) return known;
    if (texts.size >= textsRemembered) texts.clear();
    const text = readPaper(news.paper);
    texts.set(news, text);
    return text;
  };
}
