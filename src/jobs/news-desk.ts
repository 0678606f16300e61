import type { NewsPaper } from '../digests/digest.ts';
import type { MatchedNews, NewsReader } from '../digests/selection.ts';
import { isTellingOf } from '../digests/telling.ts';
import type { Store } from '../store/store.ts';
import { batchLimit } from '../topics/index/batch.ts';
import { createTopicIndex, type TopicMatches } from '../topics/index/topic-index.ts';
import { type PaperText, readPaper } from '../topics/paper-text.ts';
import type { Topic } from '../topics/topic.ts';
import { inTurns } from './turns.ts';

/** The news as one round of planning sees it: fetched once, and matched once with each topic, for all its channels. */
export interface NewsDesk extends NewsReader {
  /** Oldest first. */
  newsAfter(newsNumber: number): Promise<readonly NewsPaper[]>;
  /**
   * Finds which of the news that were fetched last match the topics. To be called for many channels at once: the papers
   * are read for all of their topics together. `matchesOf` then tells of these topics, and of no others.
   */
  matchTopics(topics: readonly Topic[]): Promise<void>;
}

/** More than any digest considers: a month of everything that arXiv announces. */
const newsLimit = 50_000;
/** So many papers stay cut into words, some 15 kB each where digests show them. */
const textsRemembered = 2_000;
/** How many papers of one topic are looked at between two turns. */
const weighedAtATime = 256;

export function createNewsDesk(store: Pick<Store, 'newsAfter'>): NewsDesk {
  // It keeps what it has learnt of the papers' words; topics are in it only as long as they are matched.
  const index = createTopicIndex();
  // By canonical topic: for the whole round as little as can be of each paper, and more for the channels at hand.
  const matching = new Map<string, readonly NewsPaper[]>();
  let weighed: ReadonlyMap<string, readonly MatchedNews[]> = new Map();
  const texts = new Map<NewsPaper, PaperText>();
  let fetchedAfter = Number.POSITIVE_INFINITY;
  let fetched: readonly NewsPaper[] = [];
  const fetchedSince = new Map<number, readonly NewsPaper[]>();

  const textOf = (news: NewsPaper): PaperText => {
    const known = texts.get(news);
    if (known !== undefined) return known;
    if (texts.size >= textsRemembered) texts.clear();
    const text = readPaper(news.paper);
    texts.set(news, text);
    return text;
  };
  const findMatching = async (topics: readonly Topic[]): Promise<void> => {
    const open = topics.filter((topic) => !matching.has(topic.canonical) && index.add(topic));
    if (open.length === 0) return;
    try {
      const found = new Map<string, NewsPaper[]>();
      for (let from = 0; from < fetched.length; from += batchLimit) {
        const batch = fetched.slice(from, from + batchLimit);
        gather(await inTurns(index.match(batch.map(({ paper }) => paper))), batch, found);
      }
      for (const { canonical } of open) matching.set(canonical, found.get(canonical) ?? []);
    } finally {
      for (const { canonical } of open) index.remove(canonical);
    }
  };
  function* weigh(topics: readonly Topic[]): Generator<void, ReadonlyMap<string, readonly MatchedNews[]>> {
    const found = new Map<string, MatchedNews[]>();
    for (const topic of topics) {
      if (found.has(topic.canonical)) continue;
      const matches: MatchedNews[] = [];
      found.set(topic.canonical, matches);
      for (const news of matching.get(topic.canonical) ?? []) {
        matches.push({ news, topic, isTelling: isTellingOf(topic, textOf(news)) });
        if (matches.length % weighedAtATime === 0) yield;
      }
      yield;
    }
    return found;
  }
  return {
    async newsAfter(newsNumber) {
      if (newsNumber < fetchedAfter) {
        fetched = await store.newsAfter(newsNumber, newsLimit);
        fetchedAfter = newsNumber;
        matching.clear();
        texts.clear();
        fetchedSince.clear();
      }
      // Most channels had their last digest after the same news.
      const known = fetchedSince.get(newsNumber) ?? fetched.filter((news) => news.newsNumber > newsNumber);
      fetchedSince.set(newsNumber, known);
      return known;
    },
    async matchTopics(topics) {
      await findMatching(topics);
      weighed = await inTurns(weigh(topics));
    },
    matchesOf({ canonical }) {
      const known = weighed.get(canonical);
      if (known === undefined) throw new Error(`the topic “${canonical}” has not been matched`);
      return known;
    },
    textOf,
  };
}

function gather(
  { topics, starts, papers }: TopicMatches,
  batch: readonly NewsPaper[],
  found: Map<string, NewsPaper[]>,
): void {
  for (const [at, canonical] of topics.entries()) {
    const matching = found.get(canonical) ?? [];
    found.set(canonical, matching);
    for (const number of papers.subarray(starts[at], starts[at + 1])) {
      const news = batch[number];
      if (news !== undefined) matching.push(news);
    }
  }
}
