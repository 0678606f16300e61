import type { NewsPaper, TopicNews } from '../../digests/news.ts';
import type { PaperText } from '../../topics/matching/paper-text.ts';
import { relevance } from '../../topics/relevance/relevance.ts';
import type { Topic } from '../../topics/topic.ts';

/** Measures the relevance of a topic's matches, oldest first. */
interface Weighing {
  readonly topic: Topic;
  readonly result: TopicNews;
  /** The match that is weighed next; undefined after the last one. */
  next(): NewsPaper | undefined;
  /** @param text that of the next match */
  weigh(text: PaperText): void;
}

function createWeighing(topic: Topic, matching: readonly NewsPaper[]): Weighing {
  const news = matching.toSorted((one, other) => one.newsNumber - other.newsNumber);
  const weights = new Float64Array(news.length);
  let at = 0;
  return {
    topic,
    result: { topic, news, relevance: weights },
    next: () => news[at],
    weigh(text) {
      weights[at] = relevance(topic, text);
      at += 1;
    },
  };
}

/** Creates a weighing for each topic, once for topics with the same canonical text. */
export function* createWeighings(
  topics: readonly Topic[],
  matchingOf: (topic: Topic) => readonly NewsPaper[],
): Generator<void, readonly Weighing[]> {
  const weighings = new Map<string, Weighing>();
  for (const topic of topics) {
    if (weighings.has(topic.canonical)) continue;
    weighings.set(topic.canonical, createWeighing(topic, matchingOf(topic)));
    yield;
  }
  return [...weighings.values()];
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
    const next = weighing.next();
    const others = waiting.get(next);
    if (others === undefined) waiting.set(next, [weighing]);
    else others.push(weighing);
  };
  for (const weighing of weighings) {
    wait(weighing);
    yield;
  }
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
