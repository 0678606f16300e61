import { categories as allCategories } from '../src/papers/categories.ts';
import { noExtras, type Paper } from '../src/papers/paper.ts';
import type { Random } from '../src/ports.ts';
import { seededRandom } from '../tools/random.ts';

/** Invents papers whose words are as unevenly frequent as in real abstracts (Zipf). A seed gives the same ones. */
export interface InventedCorpus {
  /** The word of that rank; 0 is the most frequent. A paper holds the word of rank 2,000 with about 1 %. */
  word(rank: number): string;
  /** Papers with the next ids of that month, `YYMM`. */
  papers(amount: number, month: string): readonly Paper[];
}

export interface CorpusOptions {
  readonly seed: number;
  /** The busiest first, since arXiv's categories differ in size; by default all active ones. */
  readonly categories?: readonly string[];
}

const vocabularySize = 30_000;
const syllables = 'ba ce di fo gu ka le mi no pu ra se ti vo zu bran cel dor fim gar lan mer nol pir sen tor'.split(
  ' ',
);
const formulas = ['$O(n \\log n)$', '$\\alpha$-stable', '$L_2$', '$\\mathbb{R}^d$', '$10^{-3}$', '$\\epsilon > 0$'];
const accented = ['é', 'ö', 'ñ', 'ç', 'á'];
const titleWords = 9;
const abstractWords = 180;
const sentenceWords = 20;

export function createCorpus({ seed, categories = allCategories.map(({ id }) => id) }: CorpusOptions): InventedCorpus {
  const random = seededRandom(seed);
  const words = Array.from({ length: vocabularySize }, (_, rank) => spell(rank));
  const word = zipfian(words, random);
  const category = zipfian(categories, random);
  const lastNumbers = new Map<string, number>();

  const paper = (month: string): Paper => {
    const number = (lastNumbers.get(month) ?? 0) + 1;
    lastNumbers.set(month, number);
    return {
      id: `${month}.${String(number).padStart(5, '0')}`,
      version: 1,
      title: sentence(titleWords, word),
      abstract: inventAbstract(word, random),
      authors: Array.from({ length: 2 + Math.floor(random() * 6) }, () => inventName(words, random)),
      categories: [...new Set(Array.from({ length: 1 + Math.floor(random() * 3) }, category))],
      describedBy: 'arxiv',
      publishedAt: null,
      doi: null,
      journalReference: null,
      comment: null,
      sources: [],
      announcedAs: null,
      extras: noExtras,
    };
  };
  return {
    word: (rank) => words[rank] ?? '',
    papers: (amount, month) => Array.from({ length: amount }, () => paper(month)),
  };
}

/** Writes a number in syllables, three at least, so that no word is an operator of the topic language. */
function spell(rank: number): string {
  const digits: string[] = [];
  for (let rest = rank; digits.length < 3 || rest > 0; rest = Math.floor(rest / syllables.length)) {
    digits.push(syllables[rest % syllables.length] ?? '');
  }
  return digits.join('');
}

/** Draws items; rank r has a frequency of 1/r. */
function zipfian<Item>(items: readonly Item[], random: Random): () => Item {
  const sums: number[] = [];
  for (const [index] of items.entries()) sums.push((sums.at(-1) ?? 0) + 1 / (index + 1));
  const total = sums.at(-1) ?? 0;
  return () => items[firstAtLeast(sums, random() * total)] as Item;
}

function firstAtLeast(ascending: readonly number[], wanted: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inventAbstract(word: () => string, random: Random): string {
  const sentences = Array.from({ length: abstractWords / sentenceWords }, () => `${sentence(sentenceWords, word)}.`);
  if (random() < 0.1) sentences.push(`It takes ${formulas[Math.floor(random() * formulas.length)]} steps.`);
  return sentences.join(' ');
}

const sentence = (length: number, word: () => string): string => capitalize(Array.from({ length }, word).join(' '));

function inventName(words: readonly string[], random: Random): string {
  const [first = '', last = ''] = [random(), random()].map((value) => words[Math.floor(value * words.length)] ?? '');
  const accent = random() < 0.05 ? accented[Math.floor(random() * accented.length)] : '';
  return `${capitalize(first)} ${capitalize(last)}${accent}`;
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
