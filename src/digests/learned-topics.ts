import { mostFrequent } from '../topics/relevance/written-words.ts';
import type { Topic } from '../topics/topic.ts';
import { createFeedback, type MarkedPaper } from './feedback.ts';

/** What a channel learned about one of its topics from marks, in words that people can read. */
export interface LearnedTopic {
  readonly topic: Topic;
  /** How many marks it comes from. */
  readonly marks: number;
  /** The words that raise a paper most, the heaviest first. */
  readonly more: readonly string[];
  /** The words that lower a paper most, the heaviest first. */
  readonly less: readonly string[];
}

/** How many words are named on each side. */
const wordsNamed = 3;

/** What the marks of a channel say about its topics, in small steps: those with the most marks first. */
export function* learnTopics(
  marked: readonly MarkedPaper[],
  topics: readonly Topic[],
): Generator<void, readonly LearnedTopic[]> {
  const feedback = createFeedback(marked);
  const learned: LearnedTopic[] = [];
  for (const topic of topics) {
    yield* feedback.learn(topic);
    const found = feedback.learnedOf(topic);
    if (found === null) continue;
    const stemsWhere = (isNamed: (weight: number) => boolean): readonly string[] =>
      [...found.words].flatMap(([stem, weight]) => (isNamed(weight) ? [stem] : [])).slice(0, wordsNamed);
    const [more, less] = [stemsWhere((weight) => weight > 0), stemsWhere((weight) => weight < 0)];
    const written = mostFrequent(new Set([...more, ...less]), feedback.texts);
    const inWords = (stems: readonly string[]) => stems.map((stem) => written.get(stem) ?? stem);
    learned.push({ topic, marks: found.marks, more: inWords(more), less: inWords(less) });
  }
  return learned.sort((one, other) => other.marks - one.marks);
}
