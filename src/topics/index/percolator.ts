import { type Meaning, withoutMeaning } from '../../meaning/meaning.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Topic } from '../topic.ts';
import { fileNothing } from './filed-topics.ts';
import { createMatchFinder, type MatchBuffer } from './match-buffer.ts';
import { createTextScanner } from './text-scanner.ts';
import { createVocabulary, type Vocabulary, wordsAtMost } from './vocabulary.ts';

/** Which papers of a batch match which topics. */
export interface BatchMatches {
  /**
   * The papers that match a topic of the index, by their numbers in the batch, ascending.
   * @throws Error if the topic is not in the index, or if topics were added after the papers were matched
   */
  papersOf(canonical: string): Uint16Array;
}

/**
 * A percolator: an inverted index over queries, which finds the topics that match a paper (Elasticsearch and Lucene
 * Monitor use the same name and idea). Each topic is filed in the posting list of the rarest term that it requires, so
 * that a paper is checked only against topics that it could match. It finds exactly what `matches` finds.
 */
export interface Percolator {
  /** How many topics there are. */
  readonly size: number;
  has(canonical: string): boolean;
  /** Adds the topic in place, and notes that it is asked for. False where it is there already. */
  add(topic: Topic): boolean;
  /** Removes the topic in place. False where it is not there. */
  remove(canonical: string): boolean;
  /**
   * Removes the topics that have sentences. To compare a sentence with the papers of another batch takes longer than to
   * add it again. Yields after a few.
   */
  removeSentences(): Generator<void>;
  /** Removes the topics that were not asked for since the last sweep. Yields after a few. */
  sweep(): Generator<void>;
  /** Removes all topics at once. It remembers the words of the papers that it has read. */
  clear(): void;
  /**
   * Matches all topics with the papers and yields every few milliseconds. Topics cannot change until it is done.
   * @throws RangeError for more than `batchLimit` papers
   */
  match(papers: readonly Paper[]): Generator<void, BatchMatches>;
}

/** @param meaning the table that its topics were read with */
export const createPercolator = (meaning: Meaning = withoutMeaning): Percolator =>
  percolatorOf(createVocabulary(wordsAtMost), meaning);

/**
 * The percolator over a vocabulary.
 * @internal
 */
export function percolatorOf(vocabulary: Vocabulary, meaning: Meaning): Percolator {
  const scanner = createTextScanner(vocabulary.formOf);
  const empty = () => fileNothing(vocabulary, scanner, meaning);
  let filed = empty();
  let isMatching = false;
  // Matches know by it whether topics were added since.
  let additions = 0;

  const topicsToChange = () => {
    if (isMatching) throw new Error('topics cannot change while they are matched');
    return filed;
  };
  const matchesIn = (blocks: readonly MatchBuffer[]): BatchMatches => {
    const [then, find] = [additions, createMatchFinder(blocks, filed.texts.end)];
    return {
      papersOf(canonical) {
        const topic = filed.texts.numberOf(canonical);
        if (topic === 0 || then !== additions) throw new Error(`the topic “${canonical}” has not been matched`);
        return find(topic);
      },
    };
  };
  return {
    get size() {
      return filed.texts.size;
    },
    has: (canonical) => filed.texts.numberOf(canonical) !== 0,
    add(topic) {
      const isNew = topicsToChange().add(topic);
      if (isNew) additions += 1;
      return isNew;
    },
    remove: (canonical) => topicsToChange().remove(canonical),
    *removeSentences() {
      yield* topicsToChange().removeSentences();
    },
    *sweep() {
      yield* topicsToChange().sweep();
    },
    clear() {
      topicsToChange();
      filed = empty();
      additions += 1;
    },
    *match(papers) {
      const topics = topicsToChange();
      isMatching = true;
      try {
        return matchesIn(yield* topics.match(papers));
      } finally {
        isMatching = false;
      }
    },
  };
}
