import type { NewsPaper, TopicNews } from '../../digests/news.ts';
import type { PaperText } from '../../topics/matching/paper-text.ts';
import { relevance } from '../../topics/relevance/relevance.ts';
import type { Topic } from '../../topics/topic.ts';

/** Measures the relevance of a topic's matches, oldest first. */
export interface Weighing {
  readonly topic: Topic;
  readonly result: TopicNews;
  /** The match that is weighed next; undefined after the last one. */
  next(): NewsPaper | undefined;
  /** @param text that of the next match */
  weigh(text: PaperText): void;
}

export function createWeighing(topic: Topic, matching: readonly NewsPaper[]): Weighing {
  const news = matching.toSorted((one, other) => one.newsNumber - other.newsNumber);
  const weights = new Float64Array(news.length);
  let at = 0;
  return {
    topic,
    result: { news, relevance: weights },
    next: () => news[at],
    weigh(text) {
      weights[at] = relevance(topic, text);
      at += 1;
    },
  };
}

/**
 * Weighs paper by paper, so that each is read once for all topics.
 * @param news all of it, oldest first
 */
export function* weighTogether(
  weighings: readonly Weighing[],
  news: readonly NewsPaper[],
  textOf: (news: NewsPaper) => PaperText,
): Generator<void> {
  const waiting = new Map<NewsPaper | undefined, Weighing[]>();
  const wait = (weighing: Weighing) => {
    const others = waiting.get(weighing.next());
    if (others === undefined) waiting.set(weighing.next(), [weighing]);
    else others.push(weighing);
  };
  weighings.forEach(wait);
  for (const item of news) {
    const awaiting = waiting.get(item);
    if (awaiting === undefined) continue;
    waiting.delete(item);
    const text = textOf(item);
    for (const weighing of awaiting) {
      weighing.weigh(text);
      wait(weighing);
    }
    yield;
  }
}
