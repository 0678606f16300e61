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
  const selection: Selection = new Map();
  for (const followed of distinctTopics(subscriptions)) {
    addTo(selection, followed, reader.matchesOf(followed.topic));
  }
  const selected = [...selection.values()];
  return filter === null ? selected : selected.filter(({ news: { paper } }) => refusalOf(paper, filter) === null);
}

type Selection = Map<NewsPaper, { readonly news: NewsPaper; topics: readonly Topic[]; readonly relevance: number[] }>;

function addTo(selection: Selection, { topic, newsAfter }: FollowedTopic, matching: TopicNews): void {
  // Most papers match one topic of the channel. They share this list.
  const alone = [topic];
  for (let index = 0; index < matching.news.length; index += 1) {
    const news = matching.news[index] as NewsPaper;
    if (news.newsNumber <= newsAfter) continue;
    const relevance = matching.relevance[index] ?? 0;
    const selected = selection.get(news);
    if (selected === undefined) selection.set(news, { news, topics: alone, relevance: [relevance] });
    else {
      selected.topics = [...selected.topics, topic];
      selected.relevance.push(relevance);
    }
  }
}

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
