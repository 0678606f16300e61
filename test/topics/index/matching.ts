import type { Paper } from '../../../src/papers/paper.ts';
import type { Percolator } from '../../../src/topics/index/percolator.ts';
import { parseTopic } from '../../../src/topics/language/parse.ts';
import { matches } from '../../../src/topics/matching/match.ts';
import { readPaper } from '../../../src/topics/matching/paper-text.ts';
import type { Topic } from '../../../src/topics/topic.ts';
import { meaning } from '../../support/shipped-meaning.ts';

export function topicOf(text: string): Topic {
  const parsed = parseTopic(text, meaning);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.topic;
}

/** Runs a generator to its end. */
export function finish<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** By canonical text: the papers, by their numbers. */
export type Found = Readonly<Record<string, readonly number[]>>;

export function foundByIndex(index: Percolator, topics: readonly Topic[], papers: readonly Paper[]): Found {
  const { papersOf } = finish(index.match(papers));
  const found = topics.map(({ canonical }) => [canonical, [...papersOf(canonical)]] as const);
  return Object.fromEntries(found.filter(([, numbers]) => numbers.length > 0));
}

/** What matching every topic with every paper finds. */
export function foundByOracle(topics: readonly Topic[], papers: readonly Paper[]): Found {
  const texts = papers.map(readPaper);
  const found = topics.map((topic) => [
    topic.canonical,
    texts.flatMap((text, at) => (matches(topic, text) ? [at] : [])),
  ]);
  return Object.fromEntries(found.filter(([, numbers]) => numbers !== undefined && numbers.length > 0));
}
