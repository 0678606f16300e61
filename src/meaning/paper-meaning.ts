import type { MeaningTable } from './meaning-table.ts';
import { countWords, sumOfWords, type WordCounts } from './word-vectors.ts';

/** The stems of a paper's texts, in order. */
export interface PaperStems {
  readonly title: readonly string[];
  readonly abstract: readonly string[];
}

/** What a paper is about: all that scores need to know of it. */
export interface PaperMeaning {
  /** Its vector: a number of each dimension times `vectorScale`, rounded. It can be stored with the paper. */
  readonly vector: Int8Array;
  /** How often each stem stands in its texts; the title counts twice. */
  readonly words: WordCounts;
  /** The stems of its title. */
  readonly titleWords: ReadonlySet<string>;
  /** How many words these are together: those of the title twice. */
  readonly length: number;
}

/** Vectors of length 1 have numbers near 1/16; larger ones than 127 / 400 are rare, and are cut. */
export const vectorScale = 400;
const largest = 127;

/** The meaning of a paper. The same texts and table always give the same. */
export const meaningOf = (table: MeaningTable, stems: PaperStems): PaperMeaning => ({
  ...countPaperWords(stems),
  vector: embedPaper(table, stems),
});

/** The part of a paper's meaning that is not stored: it is counted again from the texts. */
export const countPaperWords = ({ title, abstract }: PaperStems): Omit<PaperMeaning, 'vector'> => ({
  words: countWords(title, title, abstract),
  titleWords: new Set(title),
  length: 2 * title.length + abstract.length,
});

/** The vector of a paper: of its title and abstract as one text. */
export function embedPaper(table: MeaningTable, { title, abstract }: PaperStems): Int8Array {
  const vector = sumOfWords(table, countWords(title, abstract));
  return Int8Array.from(vector, (value) => Math.max(-largest, Math.min(largest, Math.round(value * vectorScale))));
}

/** The cosine of two papers' vectors, from -1 to 1. */
export function cosineOf(one: Int8Array, other: Int8Array): number {
  let [both, ofOne, ofOther] = [0, 0, 0];
  for (let index = 0; index < one.length; index++) {
    const [first, second] = [one[index] as number, other[index] as number];
    both += first * second;
    ofOne += first * first;
    ofOther += second * second;
  }
  return both === 0 ? 0 : both / Math.sqrt(ofOne * ofOther);
}
