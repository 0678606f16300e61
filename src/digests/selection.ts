import { matches } from '../topics/match.ts';
import { type PaperText, readPaper } from '../topics/paper-text.ts';
import type { Topic } from '../topics/topic.ts';
import type { NewsPaper } from './digest.ts';
import { isTellingOf } from './telling.ts';

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
  /** The news that match a topic, oldest first. */
  matchesOf(topic: Topic): readonly MatchedNews[];
  /** A paper of the news, cut into words. */
  textOf(news: NewsPaper): PaperText;
}

/** A topic that a paper matched. */
interface TopicMatch {
  readonly topic: Topic;
  /** Whether the paper is about the topic, by more than a word in its abstract: see `isTellingOf`. */
  readonly isTelling: boolean;
}

/** A paper that became news, and a topic that it matched. */
export interface MatchedNews extends TopicMatch {
  readonly news: NewsPaper;
}

/** Holds news against topics one by one, each paper being cut into words once. */
export function createNewsReader(news: readonly NewsPaper[]): NewsReader {
  const texts = new Map(news.map((item) => [item, readPaper(item.paper)]));
  return {
    matchesOf: (topic) =>
      [...texts].flatMap(([item, text]) =>
        matches(topic, text) ? [{ news: item, topic, isTelling: isTellingOf(topic, text) }] : [],
      ),
    textOf: (item) => texts.get(item) ?? readPaper(item.paper),
  };
}

/** A paper for the channel, with all topics that it matched, in the order of the subscriptions. */
export interface SelectedPaper {
  readonly news: NewsPaper;
  /** One or more, each topic once. */
  readonly matches: readonly TopicMatch[];
}

/** The papers that became news since the channel follows and match, each once, in the order of the news. */
export function selectPapers({
  subscriptions,
  news,
  reader = createNewsReader(news),
}: SelectionInput): readonly SelectedPaper[] {
  const selected = new Map<NewsPaper, TopicMatch[]>();
  for (const { topic, newsAfter } of distinctTopics(subscriptions)) {
    for (const matched of reader.matchesOf(topic)) {
      const { news: item } = matched;
      if (item.newsNumber <= newsAfter) continue;
      const found = selected.get(item);
      if (found === undefined) selected.set(item, [matched]);
      else found.push(matched);
    }
  }
  return [...selected]
    .map(([item, found]) => ({ news: item, matches: found }))
    .sort((one, other) => one.news.newsNumber - other.news.newsNumber);
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
