import { type Meaning, withoutMeaning } from '../../meaning/meaning.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Topic } from '../topic.ts';
import { createAboutTopics } from './about-topics.ts';
import { createBatchReader } from './batch-reader.ts';
import { Evaluator } from './evaluator.ts';
import { createLeftOutFilter, statusesOf } from './left-out.ts';
import { createMatchBuffer, type MatchBuffer } from './match-buffer.ts';
import { matchPostings } from './matching.ts';
import type { NumberedTexts } from './numbered-texts.ts';
import { createQueryIndex } from './query-index.ts';
import { TermDictionary } from './term-dictionary.ts';
import { createTextScanner, type TextScanner } from './text-scanner.ts';
import { createVocabulary, type Vocabulary, wordsAtMost } from './vocabulary.ts';

/**
 * The matches of some topics in a batch of papers.
 * @internal
 */
export interface TopicMatches {
  /** Canonical texts of topics that match a paper, in no order. */
  readonly topics: readonly string[];
  /** The papers of `topics[n]`, by their numbers in the batch, are `papers` from `starts[n]` to `starts[n + 1]`. */
  readonly starts: Int32Array;
  /** Ascending for each topic. */
  readonly papers: Uint16Array;
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
  /** Adds the topic in place. False where it is there already. */
  add(topic: Topic): boolean;
  /** Removes all topics at once. It remembers the words of the papers that it has read. */
  clear(): void;
  /**
   * Matches all topics with the papers and yields every few milliseconds. Topics cannot change until it is done. The
   * matches come in blocks; each topic is in at most one of them.
   * @throws RangeError for more than `batchLimit` papers
   */
  match(papers: readonly Paper[]): Generator<void, readonly TopicMatches[]>;
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

  const holdStill = () => {
    if (isMatching) throw new Error('topics cannot change while they are matched');
  };
  const numberOf = (canonical: string): number => filed.queryIndex.texts.numberOf(canonical);
  return {
    get size() {
      return filed.queryIndex.texts.size;
    },
    has: (canonical) => numberOf(canonical) !== 0,
    add({ canonical, root }) {
      holdStill();
      if (numberOf(canonical) !== 0) return false;
      filed.queryIndex.add(canonical, root);
      filed.leftOut.add(numberOf(canonical), root);
      return true;
    },
    clear() {
      holdStill();
      filed = empty();
    },
    *match(papers) {
      holdStill();
      isMatching = true;
      try {
        return yield* matchFiled(papers, filed);
      } finally {
        isMatching = false;
      }
    },
  };
}

type FiledTopics = ReturnType<typeof fileNothing>;

/** A dictionary without terms, an index without queries, and what reads papers for them. */
function fileNothing(vocabulary: Vocabulary, scanner: TextScanner, meaning: Meaning) {
  const dictionary = new TermDictionary(vocabulary);
  const about = createAboutTopics(meaning);
  const queryIndex = createQueryIndex(dictionary, about, meaning);
  const reader = createBatchReader(dictionary, scanner, queryIndex.fileForStems);
  return { dictionary, about, queryIndex, reader, leftOut: createLeftOutFilter() };
}

function* matchFiled(
  papers: readonly Paper[],
  { dictionary, about, queryIndex, reader, leftOut }: FiledTopics,
): Generator<void, readonly TopicMatches[]> {
  const batch = yield* reader.read(papers);
  const writer = createMatchBuffer();
  const knowledge = {
    operatorTermsOf: queryIndex.operatorTermsOf,
    about: yield* about.read(papers, batch.rowLength),
  };
  const evaluator = new Evaluator(batch, dictionary, knowledge);
  yield* matchPostings(batch, { postings: queryIndex.postings, evaluator, writer });
  const matches: TopicMatches[] = [];
  const statuses = statusesOf(papers);
  for (const found of writer.finish()) matches.push(yield* nameTopics(leftOut.drop(found, statuses), queryIndex.texts));
  return matches;
}

/**
 * How many topics are named between two yields. A million texts lie all over the memory, so this takes a few
 * milliseconds.
 */
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
