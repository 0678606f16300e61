import { expectCosine } from './background.ts';
import type { MeaningTable } from './meaning-table.ts';
import { type PaperMeaning, vectorScale } from './paper-meaning.ts';
import {
  addWordMatch,
  mostOfWords,
  noWordMatch,
  precise,
  scoreWords,
  type WordMatch,
  weighWords,
} from './word-match.ts';
import { countWords, sumOfWords } from './word-vectors.ts';

/**
 * A sentence or some words, prepared to be compared with papers. It depends on the table and the words alone, so that the
 * score of a paper never depends on what else is stored.
 */
export interface MeaningQuery {
  /** The distinct words of the query with their weights. */
  readonly words: readonly QueryWord[];
  /** What all words together can add to the score of a paper. */
  readonly mostOfWords: number;
  /**
   * The dot product of this and the vector of a paper, plus `offset`, is what vectors add to its score: how many standard
   * deviations its cosine lies above the mean, times how far the vectors of the words can be trusted.
   */
  readonly vector: Float32Array;
  readonly offset: number;
  /** Brings the scores of all queries to one scale. */
  readonly scale: number;
  readonly meanLength: number;
}

export interface QueryWord {
  readonly stem: string;
  /** How rare the word is, as a share of what all words of the query are: from 0 to 1. */
  readonly weight: number;
}

/** The score from which a paper is about a query, where nobody chose another one: about four papers a day of all arXiv. */
export const usualStrictness = 10;

/** Prepares a query from its stems, in any order. */
export function prepareQuery(table: MeaningTable, stems: readonly string[]): MeaningQuery {
  const counts = countWords(stems);
  const direction = sumOfWords(table, counts);
  const { mean, deviation } = expectCosine(table.background, direction);
  const words = Array.from(counts.keys(), (stem) => weighStem(table, stem));
  const all = words.reduce((sum, { rarity }) => sum + rarity, 0);
  const known = words.reduce((sum, { rarity, trust }) => sum + rarity * trust, 0) / (all || 1);
  return {
    words: words.map(({ stem, rarity }) => ({ stem, weight: precise(rarity / (all || 1)) })),
    mostOfWords: weighWords(words.length),
    vector: Float32Array.from(direction, (value) => (known * value) / vectorScale / deviation),
    offset: (-known * mean) / deviation,
    scale: usualStrictness / expectLine(all),
    meanLength: table.meanLength,
  };
}

/** A word that stood in as many papers has half of the trust that a word can have. */
const papersForTrust = 100;

/**
 * How rare a stem is (the inverse document frequency of BM25), and how far its vector can be trusted: the vectors of rare
 * words are near chance.
 */
function weighStem(table: MeaningTable, stem: string) {
  const papers = table.paperCount(stem);
  const rarity = Math.log(1 + (table.papers - papers + 0.5) / (papers + 0.5));
  return { stem, rarity, trust: papers / (papers + papersForTrust) };
}

/** Where about four papers a day of all arXiv lie above the line, by vectors alone. */
const lineOfVectors = 4;
/** How much higher the line of a frequent word is: that share of what its words can add. */
const lineOfWords = 0.4;
/** Few papers have all words of a query whose rarities add up to more. */
const manyRarities = 12;

/**
 * Where the line of a query lies before its scores are brought to one scale. Many papers have all words of a query of one
 * frequent word, so its line is high. Hardly any has all words of a sentence. The numbers fit 100 topics (docs/adr/0048-one-scale-of-scores.md).
 */
const expectLine = (rarities: number): number =>
  lineOfVectors + lineOfWords * mostOfWords * Math.exp(-((rarities / manyRarities) ** 2));

/**
 * How much a paper is about a query: how many standard deviations its cosine lies above that of papers in general, plus
 * what the words add that both have. A score of 10 is usual for the papers that are just about it, whatever the query.
 */
export function scorePaper(query: MeaningQuery, paper: PaperMeaning): number {
  const match = noWordMatch();
  for (const { stem, weight } of query.words) addWordMatch(match, { stem, weight }, paper, query.meanLength);
  return combine(query, match, paper.vector);
}

/** The score from what the words have in common, and from the vector of the paper. */
export function combine(
  { mostOfWords: most, vector, offset, scale }: MeaningQuery,
  words: WordMatch,
  paper: ArrayLike<number>,
): number {
  let dot = 0;
  for (let index = 0; index < vector.length; index++) dot += (vector[index] as number) * (paper[index] as number);
  return (scoreWords(words, most) + dot + offset) * scale;
}
