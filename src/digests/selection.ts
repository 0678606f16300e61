import type { PaperId } from '../papers/paper.ts';
import { type Match, matchTopic } from '../topics/match.ts';
import { readPaper } from '../topics/paper-text.ts';
import type { Topic } from '../topics/topic.ts';
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
  /** Papers that the channel was given before. */
  readonly posted: ReadonlySet<PaperId>;
  /** Which of the news match; where many channels are served, what matches is known already (see `jobs/news-desk`). */
  readonly matchesOf?: NewsMatcher;
}

/** A paper that became news, and what in it met a topic. */
export interface MatchedNews extends TopicMatch {
  readonly news: NewsPaper;
}

/** The news that match a topic, oldest first. */
export type NewsMatcher = (topic: Topic) => readonly MatchedNews[];

/** Holds news against topics one by one, each paper being cut into words once. */
function createNewsMatcher(news: readonly NewsPaper[]): NewsMatcher {
  const texts = news.map((item) => ({ item, text: readPaper(item.paper) }));
  return (topic) =>
    texts.flatMap(({ item, text }) => {
      const match = matchTopic(topic, text);
      return match === null ? [] : [{ news: item, topic, match }];
    });
}

/** A paper for the channel, with all topics that it matched, in the order of the subscriptions. */
export interface SelectedPaper {
  readonly news: NewsPaper;
  /** One or more, each topic once. */
  readonly matches: readonly TopicMatch[];
}

/** One topic, and what in the paper met it. */
export interface TopicMatch {
  readonly topic: Topic;
  readonly match: Match;
}

/** The papers that are new to the channel and match, each once, in the order of the news. */
export function selectPapers({
  subscriptions,
  news,
  posted,
  matchesOf = createNewsMatcher(news),
}: SelectionInput): readonly SelectedPaper[] {
  const selected = new Map<NewsPaper, TopicMatch[]>();
  for (const { topic, newsAfter } of distinctTopics(subscriptions)) {
    for (const matched of matchesOf(topic)) {
      const { news: item } = matched;
      if (item.newsNumber <= newsAfter || posted.has(item.paper.id)) continue;
      const matches = selected.get(item);
      if (matches === undefined) selected.set(item, [matched]);
      else matches.push(matched);
    }
  }
  return [...selected]
    .map(([item, matches]) => ({ news: item, matches }))
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
