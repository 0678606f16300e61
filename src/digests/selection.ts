import type { Topic } from '../topics/topic.ts';
import { createNewsReader, type NewsPaper, type NewsReader } from './news.ts';

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
}

/** A paper for the channel. */
export interface SelectedPaper {
  readonly news: NewsPaper;
  /** The topics that it matched, one or more, each once, in the order of the subscriptions. Those of `folded` follow. */
  readonly topics: readonly Topic[];
  /** How many of them it is about. */
  readonly aboutCount: number;
  /** Its duplicates that matched too, and that it stands for. Absent where none did: see `foldDuplicates`. */
  readonly folded?: readonly NewsPaper[];
}

/** The matching papers that became news since the channel follows their topics, each once, in no order. */
export function selectPapers({
  subscriptions,
  news,
  reader = createNewsReader(news),
}: SelectionInput): readonly SelectedPaper[] {
  const selection: Selection = new Map();
  for (const followed of distinctTopics(subscriptions)) {
    const { about, others } = reader.matchesOf(followed.topic);
    addTo(selection, followed, about, 1);
    addTo(selection, followed, others, 0);
  }
  return [...selection.values()];
}

type Selection = Map<NewsPaper, { readonly news: NewsPaper; readonly topics: Topic[]; aboutCount: number }>;

function addTo(
  selection: Selection,
  { topic, newsAfter }: FollowedTopic,
  matching: readonly NewsPaper[],
  aboutCount: number,
): void {
  for (const news of matching) {
    if (news.newsNumber <= newsAfter) continue;
    const selected = selection.get(news);
    if (selected === undefined) {
      selection.set(news, { news, topics: [topic], aboutCount });
    } else {
      selected.topics.push(topic);
      selected.aboutCount += aboutCount;
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
