import type { NewsPaper } from '../digests/digest.ts';
import type { MatchedNews, NewsMatcher } from '../digests/selection.ts';
import type { Store } from '../store/store.ts';
import { batchLimit } from '../topics/index/batch.ts';
import { createTopicIndex, type TopicMatches } from '../topics/index/topic-index.ts';
import { matchTopic } from '../topics/match.ts';
import { readPaper } from '../topics/paper-text.ts';
import type { Topic } from '../topics/topic.ts';
import { inTurns } from './turns.ts';

/** The news as one round of planning sees it: fetched once, and matched once with each topic, for all its channels. */
export interface NewsDesk {
  /** Oldest first. */
  newsAfter(newsNumber: number): Promise<readonly NewsPaper[]>;
  /**
   * Finds which of the news that were fetched last match the topics, and why. To be called for many channels at once:
   * the papers are read for all of their topics together. `matchesOf` then tells of these topics, and of no others.
   */
  matchTopics(topics: readonly Topic[]): Promise<void>;
  readonly matchesOf: NewsMatcher;
}

/** More than any digest considers: a month of everything that arXiv announces. */
const newsLimit = 50_000;

export function createNewsDesk(store: Store): NewsDesk {
  // It keeps what it has learnt of the papers' words; topics are in it only as long as they are matched.
  const index = createTopicIndex();
  // By canonical topic, for the whole round: without reasons, which take the room of the papers themselves.
  const matching = new Map<string, readonly NewsPaper[]>();
  let explained: ReadonlyMap<string, readonly MatchedNews[]> = new Map();
  let fetchedAfter = Number.POSITIVE_INFINITY;
  let fetched: readonly NewsPaper[] = [];
  const fetchedSince = new Map<number, readonly NewsPaper[]>();

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
  return {
    async newsAfter(newsNumber) {
      if (newsNumber < fetchedAfter) {
        fetched = await store.newsAfter(newsNumber, newsLimit);
        fetchedAfter = newsNumber;
        matching.clear();
        fetchedSince.clear();
      }
      // Most channels had their last digest after the same news.
      const known = fetchedSince.get(newsNumber) ?? fetched.filter((news) => news.newsNumber > newsNumber);
      fetchedSince.set(newsNumber, known);
      return known;
    },
    async matchTopics(topics) {
      await findMatching(topics);
      explained = await inTurns(explainAll(topics, matching));
    },
    matchesOf({ canonical }) {
      const matched = explained.get(canonical);
      if (matched === undefined) throw new Error(`the topic “${canonical}” has not been matched`);
      return matched;
    },
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

/** Paper by paper, so that each is cut into words once, and its words are let go of before those of the next. */
function* explainAll(
  topics: readonly Topic[],
  matching: ReadonlyMap<string, readonly NewsPaper[]>,
): Generator<void, ReadonlyMap<string, readonly MatchedNews[]>> {
  const explained = new Map<string, MatchedNews[]>(topics.map(({ canonical }) => [canonical, []]));
  for (const [news, matched] of topicsByNews(topics, matching)) {
    const text = readPaper(news.paper);
    for (const topic of matched) {
      const match = matchTopic(topic, text);
      if (match !== null) explained.get(topic.canonical)?.push({ news, topic, match });
    }
    yield;
  }
  return explained;
}

/** Oldest news first. */
function topicsByNews(
  topics: readonly Topic[],
  matching: ReadonlyMap<string, readonly NewsPaper[]>,
): readonly (readonly [NewsPaper, readonly Topic[]])[] {
  const byNews = new Map<NewsPaper, Topic[]>();
  for (const topic of new Map(topics.map((each) => [each.canonical, each])).values()) {
    for (const news of matching.get(topic.canonical) ?? []) {
      const matched = byNews.get(news);
      if (matched === undefined) byNews.set(news, [topic]);
      else matched.push(topic);
    }
  }
  return [...byNews].sort(([one], [other]) => one.newsNumber - other.newsNumber);
}
