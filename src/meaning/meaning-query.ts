import { expectCosine } from './background.ts';
import type { MeaningTable } from './meaning-table.ts';
import { type PaperMeaning, vectorScale } from './paper-meaning.ts';
import { countWords, sumOfWords } from './word-vectors.ts';

/**
 * A sentence or some words, prepared to be compared with papers. It depends on the table and the words alone, so that the
 * score of a paper never depends on what else is stored.
 */
export interface MeaningQuery {
  /** The distinct words of the query with their weights, the rarest the highest. */
  readonly words: readonly QueryWord[];
  /** The score of a paper is `scale` times the dot product of this and its vector, plus `offset`, plus its words. */
  readonly vector: Float32Array;
  readonly offset: number;
  readonly meanLength: number;
}

export interface QueryWord {
  readonly stem: string;
  /** What the word adds to the score of a paper that has it very often. */
  readonly weight: number;
}

/** BM25's saturation of repeated words, and how much the length of a paper counts (Robertson and Walker, 1994). */
const saturation = 1.2;
const lengthShare = 0.75;
/** What all words of a query together add to a score, next to cosines counted in standard deviations. */
const wordsShare = 16;
/** Parts of scores are whole multiples of its inverse, so that their sum does not depend on their order. */
const precision = 2 ** 20;

/** Prepares a query from its stems, in any order. */
export function prepareQuery(table: MeaningTable, stems: readonly string[]): MeaningQuery {
  const counts = countWords(stems);
  const direction = sumOfWords(table, counts);
  const { mean, deviation } = expectCosine(table.background, direction);
  const rarities = Array.from(counts.keys(), (stem) => ({ stem, rarity: rarityOf(table, stem) }));
  const all = rarities.reduce((sum, { rarity }) => sum + rarity, 0);
  return {
    words: rarities.map(({ stem, rarity }) => ({ stem, weight: all === 0 ? 0 : (wordsShare * rarity) / all })),
    vector: Float32Array.from(direction, (value) => value / vectorScale / deviation),
    offset: -mean / deviation,
    meanLength: table.meanLength,
  };
}

/** How much it says that a paper has the stem: the inverse document frequency of BM25. */
function rarityOf(table: MeaningTable, stem: string): number {
  const papers = table.paperCount(stem);
  return Math.log(1 + (table.papers - papers + 0.5) / (papers + 0.5));
}

/**
 * How much a paper is about a query: how many standard deviations its cosine lies above that of papers in general, plus
 * up to 16 for the words that both have. Scores of different queries can be compared roughly.
 */
export function scorePaper(query: MeaningQuery, paper: PaperMeaning): number {
  let sum = 0;
  for (const { stem, weight } of query.words) {
    const count = paper.words.get(stem);
    if (count !== undefined) sum += scoreWord(weight, count, paper.length, query.meanLength);
  }
  return sum + scoreVector(query, paper.vector);
}

/** What a word of the query adds to the score of a paper in which it stands that often. */
export function scoreWord(weight: number, count: number, length: number, meanLength: number): number {
  const damping = saturation * (1 - lengthShare + (lengthShare * length) / meanLength);
  return Math.round(((weight * count) / (count + damping)) * precision) / precision;
}

/** What the vector of a paper adds to its score. */
export function scoreVector({ vector, offset }: MeaningQuery, paper: ArrayLike<number>): number {
  let dot = 0;
  for (let index = 0; index < vector.length; index++) dot += (vector[index] as number) * (paper[index] as number);
  return dot + offset;
}
