import { memoByObject } from '../memo.ts';
import type { Topic } from '../topics/topic.ts';
import { createNewsReader, type NewsPaper, type NewsReader, type TopicNews } from './news.ts';
import { type PaperFilter, refusalOf } from './paper-filter.ts';

/** A topic that a channel follows, and the news from which on it does. */
export interface FollowedTopic {
  readonly topic: Topic;
  /** Only papers that became news after this number count. */
  readonly newsAfter: number;
}

export interface SelectionInput {
  readonly subscriptions: readonly FollowedTopic[];
  /** Oldest first, each paper once. */
  readonly news: readonly NewsPaper[];
  /** Matches the news. A round of planning passes one that knows the matches (see `jobs/round-matches.ts`). */
  readonly reader?: NewsReader;
  /** What a matching paper needs beside; null or absent if nothing. */
  readonly filter?: PaperFilter | null;
}

/** A paper for the channel. */
export interface SelectedPaper {
  readonly news: NewsPaper;
  /** The topics that it matched, one or more, each once, in the order of the subscriptions. Those of `folded` follow. */
  readonly topics: readonly Topic[];
  /** Its relevance to each of them. */
  readonly relevance: readonly number[];
  /** Its duplicates that matched too, and that it stands for. Absent where none did: see `foldDuplicates`. */
  readonly folded?: readonly NewsPaper[];
}

/** The matching papers that became news since the channel follows their topics, each once, in no order. */
export function selectPapers({
  subscriptions,
  news,
  reader = createNewsReader(news),
  filter = null,
}: SelectionInput): readonly SelectedPaper[] {
  const selection: Selection = { papers: [], places: new Map() };
  for (const followed of distinctTopics(subscriptions)) addTo(selection, followed, reader);
  const { papers } = selection;
  return filter === null ? papers : papers.filter(({ news: { paper } }) => refusalOf(paper, filter) === null);
}

interface Selection {
  readonly papers: SelectedPaper[];
  /** Where each is in the list. */
  readonly places: Map<NewsPaper, number>;
}

function addTo({ papers, places }: Selection, { topic, newsAfter }: FollowedTopic, reader: NewsReader): void {
  const matching = reader.matchesOf(topic);
  const singles = (reader.isShared?.(topic) === false ? createSingles : sharedSingles)(matching);
  for (let index = 0; index < matching.news.length; index += 1) {
    const news = matching.news[index] as NewsPaper;
    if (news.newsNumber <= newsAfter) continue;
    const place = places.get(news);
    if (place === undefined) places.set(news, papers.push(singles.at(index)) - 1);
    else papers[place] = withTopic(papers[place] as SelectedPaper, singles.topic, matching.relevance[index] ?? 0);
  }
}

const withTopic = ({ news, topics, relevance }: SelectedPaper, topic: Topic, weight: number): SelectedPaper => ({
  news,
  topics: [...topics, topic],
  relevance: [...relevance, weight],
});

/** The matches of a topic as papers that matched it alone. Most papers match one topic of a channel. */
interface Singles {
  readonly topic: Topic;
  /** The match with this number. */
  at(index: number): SelectedPaper;
}

function createSingles({ topic, news, relevance }: TopicNews): Singles {
  const topics = [topic];
  return {
    topic,
    at: (index) => ({ news: news[index] as NewsPaper, topics, relevance: [relevance[index] ?? 0] }),
  };
}

// A topic that many channels follow has hundreds of matches.
const sharedSingles = memoByObject((matching: TopicNews): Singles => {
  const singles = createSingles(matching);
  const made: SelectedPaper[] = [];
  return {
    topic: singles.topic,
    at(index) {
      const known = made[index] ?? singles.at(index);
      made[index] = known;
      return known;
    },
  };
});

/** Each topic once, followed since the earliest of its subscriptions. */
export function distinctTopics(subscriptions: readonly FollowedTopic[]): readonly FollowedTopic[] {
  const followed = new Map<string, FollowedTopic>();
  for (const subscription of subscriptions) {
    const { canonical } = subscription.topic;
    const earlier = followed.get(canonical);
    if (earlier === undefined || subscription.newsAfter < earlier.newsAfter) followed.set(canonical, subscription);
  }
  return [...followed.values()];
}
