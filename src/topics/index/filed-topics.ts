import type { Meaning } from '../../meaning/meaning.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Topic } from '../topic.ts';
import { createAboutTopics } from './about-topics.ts';
import { createBatchReader } from './batch-reader.ts';
import { Evaluator } from './evaluator.ts';
import { reaching } from './growing.ts';
import { createLeftOutFilter, statusesOf } from './left-out.ts';
import { createMatchBuffer, type MatchBuffer } from './match-buffer.ts';
import { matchPostings } from './matching.ts';
import type { NumberedTexts } from './numbered-texts.ts';
import { createQueryIndex } from './query-index.ts';
import { TermDictionary } from './term-dictionary.ts';
import type { TextScanner } from './text-scanner.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The topics of a percolator, filed under the terms that they require, and what reads papers for them. */
export interface FiledTopics {
  /** Canonical texts. */
  readonly texts: NumberedTexts;
  /** Files the topic, and notes that it is asked for. False where it is filed already. */
  add(topic: Topic): boolean;
  /** False where the topic is not filed. */
  remove(canonical: string): boolean;
  /** Removes the topics that have sentences. Yields after a few. */
  removeSentences(): Generator<void>;
  /** Removes the topics that were not asked for since the last sweep. Yields after a few. */
  sweep(): Generator<void>;
  /** The papers of each topic, in blocks. Topics must not change meanwhile. */
  match(papers: readonly Paper[]): Generator<void, readonly MatchBuffer[]>;
}

/** How many topics are removed between two yields. Each is read again. */
const removedAtATime = 50;

/** A dictionary without terms, and an index without queries. */
export function fileNothing(vocabulary: Vocabulary, scanner: TextScanner, meaning: Meaning): FiledTopics {
  const dictionary = new TermDictionary(vocabulary);
  const about = createAboutTopics(meaning);
  const queryIndex = createQueryIndex(dictionary, about, meaning);
  const reader = createBatchReader(dictionary, scanner, queryIndex.fileForStems);
  const leftOut = createLeftOutFilter();
  const { texts, postings, operatorTermsOf } = queryIndex;
  // By topic: 1 if it was asked for since the last sweep.
  let asked = new Uint8Array(1 << 8);

  const file = ({ canonical, root }: Topic): number => {
    queryIndex.add(canonical, root);
    const topic = texts.numberOf(canonical);
    leftOut.add(topic, root);
    return topic;
  };
  const remove = (topic: number) => {
    queryIndex.remove(topic);
    leftOut.remove(topic);
  };
  return {
    texts,
    add(topic) {
      const known = texts.numberOf(topic.canonical);
      const number = known || file(topic);
      asked = reaching(asked, number);
      asked[number] = 1;
      return known === 0;
    },
    remove(canonical) {
      const topic = texts.numberOf(canonical);
      if (topic !== 0) remove(topic);
      return topic !== 0;
    },
    *removeSentences() {
      for (const [at, topic] of about.topics().entries()) {
        remove(topic);
        if (at % removedAtATime === removedAtATime - 1) yield;
      }
    },
    *sweep() {
      for (let topic = 1; topic < texts.end; topic++) {
        if (asked[topic] === 0 && texts.textOf(topic) !== '') remove(topic);
        asked[topic] = 0;
        if (topic % removedAtATime === 0) yield;
      }
    },
    *match(papers) {
      const batch = yield* reader.read(papers);
      const writer = createMatchBuffer();
      const evaluator = new Evaluator(batch, dictionary, {
        operatorTermsOf,
        about: yield* about.read(papers, batch.rowLength),
      });
      yield* matchPostings(batch, { postings, evaluator, writer });
      const statuses = yield* statusesOf(papers);
      const blocks: MatchBuffer[] = [];
      for (const found of writer.finish()) {
        blocks.push(leftOut.drop(found, statuses));
        yield;
      }
      return blocks;
    },
  };
}
