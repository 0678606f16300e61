import type { Paper } from '../../../src/papers/paper.ts';
import type { Percolator, TopicMatches } from '../../../src/topics/index/percolator.ts';
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

export const foundByIndex = (index: Percolator, papers: readonly Paper[]): Found =>
  toRecord(finish(index.match(papers)));

const toRecord = (blocks: readonly TopicMatches[]): Found => {
  const found = blocks.flatMap(({ topics, starts, papers }) =>
    topics.map((topic, at) => [topic, [...papers.subarray(starts[at], starts[at + 1])]] as const),
  );
  const record = Object.fromEntries(found);
  if (Object.keys(record).length < found.length) throw new Error('a topic is in more than one block');
  return record;
};

/** What matching every topic with every paper finds. */
export function foundByOracle(topics: readonly Topic[], papers: readonly Paper[]): Found {
  const texts = papers.map(readPaper);
  const found = topics.map((topic) => [
    topic.canonical,
    texts.flatMap((text, at) => (matches(topic, text) ? [at] : [])),
  ]);
  return Object.fromEntries(found.filter(([, numbers]) => numbers !== undefined && numbers.length > 0));
}
