import { prepareQuery, scorePaper } from '../../src/meaning/meaning-query.ts';
import type { MeaningTable } from '../../src/meaning/meaning-table.ts';
import { meaningOf, type PaperMeaning, type PaperStems } from '../../src/meaning/paper-meaning.ts';
import { countWords } from '../../src/meaning/word-vectors.ts';

/** A way to score all papers of a pool for a query. */
export type Ranker = (query: readonly string[]) => Float64Array;

/** The ways that are compared: BM25 over the same words, the vectors alone, and the score that the bot uses. */
export const rankerNames = ['BM25', 'vectors', 'meaning'] as const;
type Rankers = Readonly<Record<(typeof rankerNames)[number], Ranker>>;

/** Papers that are ranked together. */
export interface Pool {
  readonly stems: readonly PaperStems[];
  readonly rankers: Rankers;
}

const meanings = new WeakMap<PaperStems, PaperMeaning>();

/** @param stems the same object for the same paper, so that a paper of several pools is read once */
export function createPool(table: MeaningTable, stems: readonly PaperStems[]): Pool {
  const papers = stems.map((paper) => {
    const meaning = meanings.get(paper) ?? meaningOf(table, paper);
    meanings.set(paper, meaning);
    return meaning;
  });
  return {
    stems,
    rankers: {
      BM25: createBm25(stems),
      vectors(query) {
        const prepared = { ...prepareQuery(table, query), words: [] };
        return Float64Array.from(papers, (paper) => scorePaper(prepared, paper));
      },
      meaning(query) {
        const prepared = prepareQuery(table, query);
        return Float64Array.from(papers, (paper) => scorePaper(prepared, paper));
      },
    },
  };
}

const saturation = 1.2;
const lengthShare = 0.75;

/** BM25 over title and abstract as one text, with the counts of the pool. */
export function createBm25(pool: readonly PaperStems[]): Ranker {
  const lengths = pool.map(({ title, abstract }) => title.length + abstract.length);
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, pool.length);
  const postings = new Map<string, { readonly paper: number; readonly count: number }[]>();
  for (const [paper, { title, abstract }] of pool.entries()) {
    for (const [stem, count] of countWords(title, abstract)) {
      const known = postings.get(stem) ?? [];
      if (known.push({ paper, count }) === 1) postings.set(stem, known);
    }
  }
  return (query) => {
    const scores = new Float64Array(pool.length);
    for (const stem of new Set(query)) {
      const found = postings.get(stem) ?? [];
      const rarity = Math.log(1 + (pool.length - found.length + 0.5) / (found.length + 0.5));
      for (const { paper, count } of found) {
        const damping = saturation * (1 - lengthShare + (lengthShare * (lengths[paper] ?? 0)) / meanLength);
        scores[paper] = (scores[paper] ?? 0) + (rarity * count) / (count + damping);
      }
    }
    return scores;
  };
}
