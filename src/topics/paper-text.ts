import { sameCategories } from '../papers/categories.ts';
import type { Paper } from '../papers/paper.ts';
import { tokenize } from './tokens.ts';

/** A paper cut into words, once, for all the topics it is held against. */
export interface PaperText {
  readonly title: FieldText;
  readonly abstract: FieldText;
  readonly authors: readonly AuthorText[];
  readonly categories: readonly CategoryText[];
}

/**
 * A text as its words' stems, and where each stands. Plain arrays, and no map of the stems: a day's papers are kept in
 * this form while the digests are planned, and with an object a word and a map a text, 2,000 papers took 75 MB, not 14.
 */
export interface FieldText {
  /** In the order of the text. */
  readonly stems: readonly string[];
  /** By word: where it starts in the original text, in UTF-16 units. */
  readonly starts: readonly number[];
  /** By word: where it ends, exclusive. */
  readonly ends: readonly number[];
}

export interface AuthorText {
  /** As the paper gives it. */
  readonly name: string;
  /** Folded words of the name, not stemmed. */
  readonly words: readonly string[];
}

export interface CategoryText {
  /** As the paper gives it: `cs.LG`. */
  readonly category: string;
  /** What it answers to, see `categoryKeys`. */
  readonly keys: readonly string[];
}

export const readPaper = (paper: Paper): PaperText => ({
  title: readField(paper.title),
  abstract: readField(paper.abstract),
  authors: paper.authors.map((name) => ({ name, words: tokenize(name).map((token) => token.text) })),
  categories: paper.categories.map((category) => ({ category, keys: categoryKeys(category) })),
});

function readField(text: string): FieldText {
  const tokens = tokenize(text);
  return {
    stems: tokens.map(({ stem }) => stem),
    starts: tokens.map(({ start }) => start),
    ends: tokens.map(({ end }) => end),
  };
}

/**
 * All that a category answers to, in lower case: itself, its aliases, and the archives of these.
 * `cs.IT` gives `cs.it`, `math.it`, `cs`, `math`.
 */
export function categoryKeys(category: string): readonly string[] {
  const names = [category, ...sameCategories(category)].map((name) => name.toLowerCase());
  return [...new Set([...names, ...names.map(archiveOf)])];
}

/** The part before the dot; a category without one is its own archive: `hep-th`. */
const archiveOf = (category: string): string => category.split('.', 1)[0] ?? category;
