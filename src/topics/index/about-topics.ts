import type { Meaning } from '../../meaning/meaning.ts';
import type { PaperMeaning } from '../../meaning/paper-meaning.ts';
import { batchQueries, type QueryBatch } from '../../meaning/query-batch.ts';
import type { Paper } from '../../papers/paper.ts';
import { readPaper } from '../matching/paper-text.ts';
import type { AboutTerm } from '../topic.ts';
import { hasBit, keepEach, keep as keepRow } from './rows.ts';

/**
 * The sentences of topics. A wide topic requires nothing else of a paper: all sentences of such topics are compared with
 * every paper together. The others are compared only with the papers that the rest of the topic lets through.
 */
export interface AboutTopics {
  /** @throws Error if a sentence was read with another table than the percolator's */
  add(topic: number, terms: readonly AboutTerm[], isWide: boolean): void;
  remove(topic: number): void;
  /** The topics that have sentences. */
  topics(): readonly number[];
  /** Reads the papers one by one, and yields after each. The result is valid until the topics change. */
  read(papers: readonly Paper[], rowLength: number): Generator<void, AboutMatches>;
}

/** Which papers of a batch are about which sentences. */
export interface AboutMatches {
  /** @param term the number of the sentence among those of its topic */
  holds(topic: number, term: number, paper: number): boolean;
  /** Clears the bits of the papers that are not about the sentence. */
  narrow(topic: number, term: number, bits: Int32Array): void;
  /** How many papers were compared with a sentence since the last call. */
  takeCompared(): number;
}

interface AboutTopic {
  readonly terms: readonly AboutTerm[];
  readonly isWide: boolean;
}

/** Sentences of wide topics. Their matches are rows of bits, from the number of the first one. */
interface WideBatch {
  readonly first: number;
  readonly terms: readonly AboutTerm[];
  readonly queries: QueryBatch;
}

/** How many sentences are compared with a paper at once: a fifth of a millisecond of work. */
const batchLength = 1_000;
/** How many papers are compared with the same sentences in turn, while these are in the processor's cache. */
const papersAtATime = 32;
/** How many sentences are prepared between two yields: some milliseconds of work. */
const preparedAtATime = 20;

const noMatches: AboutMatches = { holds: () => false, narrow: (_, _term, bits) => bits.fill(0), takeCompared: () => 0 };

export function createAboutTopics(meaning: Meaning): AboutTopics {
  const topics = new Map<number, AboutTopic>();
  let prepared: readonly WideBatch[] | null = null;
  // By wide topic: the row of its first sentence.
  const rowOf = new Map<number, number>();

  function* prepareWide(): Generator<void, readonly WideBatch[]> {
    const terms: AboutTerm[] = [];
    rowOf.clear();
    for (const [topic, { terms: own, isWide }] of topics) {
      if (!isWide) continue;
      rowOf.set(topic, terms.length);
      terms.push(...own);
    }
    const batches: WideBatch[] = [];
    for (let first = 0; first < terms.length; first += batchLength) {
      const some = terms.slice(first, first + batchLength);
      for (const [at, { subject }] of some.entries()) {
        void subject.query;
        if (at % preparedAtATime === preparedAtATime - 1) yield;
      }
      batches.push({ first, terms: some, queries: batchQueries(some.map(({ subject }) => subject.query)) });
      yield;
    }
    return batches;
  }

  return {
    add(topic, terms, isWide) {
      if (terms.length === 0) return;
      if (terms.some(({ subject }) => subject.table !== meaning.table))
        throw new Error('the topic was read with another table of word vectors than the index has');
      topics.set(topic, { terms, isWide });
      prepared = null;
    },
    remove(topic) {
      if (topics.delete(topic)) prepared = null;
    },
    topics: () => [...topics.keys()],
    *read(papers, rowLength) {
      if (topics.size === 0 || meaning.table === null) return noMatches;
      const { table } = meaning;
      prepared ??= yield* prepareWide();
      const rowCount = prepared.reduce((sum, { terms }) => sum + terms.length, 0);
      const rows = new Int32Array(rowCount * rowLength);
      const keepsMeanings = rowOf.size < topics.size;
      const meanings: PaperMeaning[] = [];
      for (let from = 0; from < papers.length; from += papersAtATime) {
        const block: PaperMeaning[] = [];
        for (const paper of papers.slice(from, from + papersAtATime)) {
          block.push(readPaper(paper).meaningBy(table));
          yield;
        }
        for (const batch of prepared) yield* markPapers(batch, block, { rows, rowLength, from });
        if (keepsMeanings) meanings.push(...block);
      }
      return matchesIn({ topics, rowOf, rows, rowLength, meanings });
    },
  };
}

interface Rows {
  readonly rows: Int32Array;
  readonly rowLength: number;
}

/** Sets the bits of the papers in the rows of the sentences that they are about. */
function* markPapers(
  { first, terms, queries }: WideBatch,
  meanings: readonly PaperMeaning[],
  { rows, rowLength, from }: Rows & { readonly from: number },
): Generator<void> {
  for (const [at, meaning] of meanings.entries()) {
    const scores = queries.scorePaper(meaning);
    const [word, bit] = [(from + at) >>> 5, 1 << ((from + at) & 31)];
    for (let term = 0; term < terms.length; term++) {
      if ((scores[term] ?? 0) < (terms[term]?.strictness ?? 0)) continue;
      const place = (first + term) * rowLength + word;
      rows[place] = (rows[place] ?? 0) | bit;
    }
    yield;
  }
}

interface Compared extends Rows {
  readonly topics: ReadonlyMap<number, AboutTopic>;
  readonly rowOf: ReadonlyMap<number, number>;
  /** By paper; empty if all topics are wide. */
  readonly meanings: readonly PaperMeaning[];
}

function matchesIn({ topics, rowOf, rows, rowLength, meanings }: Compared): AboutMatches {
  let compared = 0;
  const compare = (term: AboutTerm | undefined, paper: number): boolean => {
    const meaning = meanings[paper];
    if (term === undefined || meaning === undefined) return false;
    compared += 1;
    return term.subject.score(meaning) >= term.strictness;
  };
  return {
    holds(topic, term, paper) {
      const row = rowOf.get(topic);
      if (row !== undefined) return hasBit(rows, (row + term) * rowLength, paper);
      return compare(topics.get(topic)?.terms[term], paper);
    },
    narrow(topic, term, bits) {
      const row = rowOf.get(topic);
      if (row !== undefined) return keepRow(bits, rows, (row + term) * rowLength);
      const asked = topics.get(topic)?.terms[term];
      keepEach(bits, (paper) => compare(asked, paper));
    },
    takeCompared() {
      const count = compared;
      compared = 0;
      return count;
    },
  };
}
