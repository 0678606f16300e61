import type { Paper, PaperId } from '../papers/paper.ts';
import { type Match, matchTopic } from '../topics/match.ts';
import { type PaperText, readPaper } from '../topics/paper-text.ts';
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
  /** Oldest first. */
  readonly news: readonly NewsPaper[];
  /** Papers that the channel was given before. */
  readonly posted: ReadonlySet<PaperId>;
  /** Cuts a paper into words; where many channels are served, one that remembers (`createPaperReader`). */
  readonly read?: PaperReader;
}

export type PaperReader = (paper: Paper) => PaperText;

/** Reads each paper once, however many channels it is held against, for as long as both are kept. */
export function createPaperReader(): PaperReader {
  const texts = new WeakMap<Paper, PaperText>();
  return (paper) => {
    const text = texts.get(paper) ?? readPaper(paper);
    texts.set(paper, text);
    return text;
  };
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
  read = readPaper,
}: SelectionInput): readonly SelectedPaper[] {
  const followed = distinctTopics(subscriptions);
  return distinctPapers(news)
    .filter(({ paper }) => !posted.has(paper.id))
    .map((item) => ({ news: item, matches: matchAll(followed, item, read) }))
    .filter(({ matches }) => matches.length > 0);
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

/** Each paper once: as it last became news, in the place where it first did. */
export const distinctPapers = (news: readonly NewsPaper[]): readonly NewsPaper[] => [
  ...new Map(news.map((item) => [item.paper.id, item])).values(),
];

function matchAll(
  followed: readonly FollowedTopic[],
  { paper, newsNumber }: NewsPaper,
  read: PaperReader,
): readonly TopicMatch[] {
  const fresh = followed.filter(({ newsAfter }) => newsNumber > newsAfter);
  if (fresh.length === 0) return [];
  const text = read(paper);
  return fresh.flatMap(({ topic }) => {
    const match = matchTopic(topic, text);
    return match === null ? [] : [{ topic, match }];
  });
}
