import type { AnnounceType } from '../papers/announce-type.ts';
import type { Paper } from '../papers/paper.ts';
import { matches } from '../topics/matching/match.ts';
import { type PaperText, readPaper } from '../topics/matching/paper-text.ts';
import { relevance } from '../topics/relevance/relevance.ts';
import type { Topic } from '../topics/topic.ts';

/** A paper that became news, with its place in the order in which papers did so. */
export interface NewsPaper {
  readonly paper: Paper;
  readonly announceType: AnnounceType;
  /** Grows by one with each paper that becomes news, over all sources; never reused. */
  readonly newsNumber: number;
  /** The papers of other places that are most likely the same work. Absent where there is none. */
  readonly duplicates?: readonly Paper[];
}

/** Matches topics against the news. */
export interface NewsReader {
  matchesOf(topic: Topic): TopicNews;
  /** The words of a paper. */
  textOf(news: NewsPaper): PaperText;
  /** Whether several channels may follow the topic, so that its items are remembered. Absent means true. */
  isShared?(topic: Topic): boolean;
}

/** The news that matches a topic, in no order. */
export interface TopicNews {
  readonly topic: Topic;
  readonly news: readonly NewsPaper[];
  /** The relevance of each of them to the topic. */
  readonly relevance: ArrayLike<number>;
}

/** A reader that matches one topic at a time, and splits each paper into words once. */
export function createNewsReader(news: readonly NewsPaper[]): NewsReader {
  const texts = new Map(news.map((item) => [item, readPaper(item.paper)]));
  const textOf = (item: NewsPaper): PaperText => texts.get(item) ?? readPaper(item.paper);
  return {
    textOf,
    matchesOf(topic) {
      const matching = news.filter((item) => matches(topic, textOf(item)));
      return { topic, news: matching, relevance: matching.map((item) => relevance(topic, textOf(item))) };
    },
  };
}
