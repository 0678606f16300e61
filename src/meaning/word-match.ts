import type { PaperMeaning } from './paper-meaning.ts';

/** What a paper and the words of a query have in common. Each number is from 0 to 1, as a share of what all words give. */
export interface WordMatch {
  /** BM25 over the words of the query (Robertson and Walker, 1994). */
  frequent: number;
  /** The words that the paper has. */
  present: number;
  /** The words that its title has. */
  titled: number;
}

export const noWordMatch = (): WordMatch => ({ frequent: 0, present: 0, titled: 0 });

/**
 * BM25's saturation of repeated words, and how much the length of a paper counts: the usual constants. The relevance of a
 * match has others (`topics/relevance/relevance.ts`), because words decide there alone, field by field. Here they are one
 * part of a score, beside vectors, and the title adds a separate part.
 */
const saturation = 1.2;
const lengthShare = 0.75;
/** Shares are whole multiples of its inverse, so that their sum does not depend on their order. */
const precision = 2 ** 20;

/** The nearest number whose sums are exact. */
export const precise = (share: number): number => Math.round(share * precision) / precision;

/** What BM25 makes of a word that stands in a paper that often: from 0 to 1. */
export const saturate = (count: number, length: number, meanLength: number): number =>
  count / (count + saturation * (1 - lengthShare + (lengthShare * length) / meanLength));

/** Adds a word of the query, of that weight, to what the paper has of the others. */
export function addWordMatch(
  match: WordMatch,
  { stem, weight }: { readonly stem: string; readonly weight: number },
  paper: PaperMeaning,
  meanLength: number,
): void {
  const count = paper.words.get(stem);
  if (count === undefined) return;
  match.frequent += precise(weight * saturate(count, paper.length, meanLength));
  match.present += weight;
  if (paper.titleWords.has(stem)) match.titled += weight;
}

/** What all words of a short query together can add to a score, next to cosines counted in standard deviations. */
export const mostOfWords = 16;
/** What all words can add by standing in the title. */
const mostOfTitle = 4;
/** A paper seldom has a large share of more words. */
const fewWords = 5;

/** What all words of a query with that many can add. */
export const weighWords = (words: number): number => mostOfWords * Math.max(1, Math.sqrt(words / fewWords));

/**
 * What the words add to a score. A paper that has a few words of a long sentence gains little, and one that has all words
 * of a query gains the most; so vectors decide about sentences, and words about names.
 * @param most what all words of the query can add
 */
export const scoreWords = ({ frequent, present, titled }: WordMatch, most: number): number =>
  most * frequent * present + mostOfTitle * titled ** 3;
