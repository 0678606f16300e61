import { matches } from '../topics/matching/match.ts';
import { type PaperText, readPaper } from '../topics/matching/paper-text.ts';
import type { Topic } from '../topics/topic.ts';
import { isAbout } from './aboutness.ts';
import type { NewsPaper } from './digest.ts';

/** A topic that a channel follows, and since when. */
export interface FollowedTopic {
  readonly topic: Topic;
  /** Only papers that became news after this number are new to it. */
  readonly newsAfter: number;
}

export interface SelectionInput {
  readonly subscriptions: readonly FollowedTopic[];
  /** Oldest first, each paper once. */
  readonly news: readonly NewsPaper[];
  /** Reads the news; where many channels are served, what matches is known already (see `jobs/news-desk`). */
  readonly reader?: NewsReader;
}

/** The news as topics are held against them. */
export interface NewsReader {
  matchesOf(topic: Topic): TopicNews;
  /** A paper of the news, cut into words. */
  textOf(news: NewsPaper): PaperText;
}

/** The news that match a topic, in no order. */
export interface TopicNews {
  /** Those that are about it, by more than a word in the abstract: see `isAbout`. */
  readonly about: readonly NewsPaper[];
  readonly others: readonly NewsPaper[];
}

/** Holds news against topics one by one, each paper being cut into words once. */
export function createNewsReader(news: readonly NewsPaper[]): NewsReader {
  const texts = new Map(news.map((item) => [item, readPaper(item.paper)]));
  const textOf = (item: NewsPaper): PaperText => texts.get(item) ?? readPaper(item.paper);
  return {
    textOf,
    matchesOf(topic) {
      const matching = news.filter((item) => matches(topic, textOf(item)));
      const { about = [], others = [] } = Object.groupBy(matching, (item) =>
        isAbout(topic, textOf(item)) ? 'about' : 'others',
      );
      return { about, others };
    },
  };
}

/** A paper for the channel. */
export interface SelectedPaper {
  readonly news: NewsPaper;
  /** The topics that it matched, one or more, each once, in the order of the subscriptions. */
  readonly topics: readonly Topic[];
  /** How many of them it is about. */
  readonly aboutCount: number;
}

/** The papers that became news since the channel follows and match, each once, in no order. */
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
