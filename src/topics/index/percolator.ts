import type { Paper } from '../../papers/paper.ts';
import type { Topic } from '../topic.ts';
import { createBatchReader } from './batch-reader.ts';
import { Evaluator } from './evaluator.ts';
import { createMatchBuffer, type MatchBuffer } from './match-buffer.ts';
import { matchDrawers } from './matching.ts';
import type { NumberedTexts } from './numbered-texts.ts';
import { createQueryIndex } from './query-index.ts';
import { TermDictionary } from './term-dictionary.ts';
import { createVocabulary, wordsAtMost } from './vocabulary.ts';

/** Which of some topics match which papers of a batch, once for each topic however many follow it. */
export interface TopicMatches {
  /** Canonical texts of those that match any paper, in no order. */
  readonly topics: readonly string[];
  /** The papers of `topics[n]`, by their numbers in the batch, are `papers` from `starts[n]` to `starts[n + 1]`. */
  readonly starts: Int32Array;
  /** Ascending for each topic. */
  readonly papers: Uint16Array;
}

/**
 * Many topics, each once, to be held against papers. Each is filed under the rarest of what it requires, so that papers
 * meet those only that they could match. Finds exactly what `matches` finds.
 */
export interface Percolator {
  /** How many topics there are. */
  readonly size: number;
  has(canonical: string): boolean;
  /** Files the topic, without touching others. False where it is there already. */
  add(topic: Topic): boolean;
  /** Takes the topic out, without touching others. False where it is not there. */
  remove(canonical: string): boolean;
  /**
   * Matches all topics against the papers, a few milliseconds' work at a time, so that whoever iterates can let others
   * work in between. No topic can be added or removed before it is done. What is found comes in pieces: each topic is in
   * one of them, if in any.
   * @throws RangeError for more than `batchLimit` papers
   */
  match(papers: readonly Paper[]): Generator<void, readonly TopicMatches[]>;
}

export const createPercolator = (): Percolator => percolatorOf(new TermDictionary(createVocabulary(wordsAtMost)));

/** @param lexicon an empty one */
export function percolatorOf(lexicon: TermDictionary): Percolator {
  const filing = createQueryIndex(lexicon);
  const reader = createBatchReader(lexicon, filing.meetStems);
  const { texts, drawers } = filing;
  let isMatching = false;

  const holdStill = () => {
    if (isMatching) throw new Error('topics cannot change while they are matched');
  };
  return {
    get size() {
      return texts.size;
    },
    has: (canonical) => texts.numberOf(canonical) !== 0,
    add({ canonical, root }) {
      holdStill();
      if (texts.numberOf(canonical) !== 0) return false;
      filing.file(canonical, root);
      return true;
    },
    remove(canonical) {
      holdStill();
      const topic = texts.numberOf(canonical);
      if (topic !== 0) filing.takeOut(topic);
      return topic !== 0;
    },
    *match(papers) {
      holdStill();
      isMatching = true;
      try {
        const batch = yield* reader.read(papers);
        const writer = createMatchBuffer();
        const checker = new Evaluator(batch, lexicon, filing.termsOf);
        yield* matchDrawers(batch, { drawers, checker, writer });
        const matches: TopicMatches[] = [];
        for (const findings of writer.finish()) matches.push(yield* nameTopics(findings, texts));
        return matches;
      } finally {
        isMatching = false;
      }
    },
  };
}

/** Where nearly all of a million topics match, their texts are spread over all of memory: a few milliseconds' work. */
const namesAtATime = 4_096;

function* nameTopics(
  { topics, starts, papers, count }: MatchBuffer,
  texts: NumberedTexts,
): Generator<void, TopicMatches> {
  const names = new Array<string>(count);
  for (let at = 0; at < count; at++) {
    names[at] = texts.textOf(topics[at] ?? 0);
    if (at % namesAtATime === namesAtATime - 1) yield;
  }
  return { topics: names, starts, papers };
}
