import { sameCategories } from '../papers/categories.ts';
import type { Paper } from '../papers/paper.ts';
import { type Token, tokenize } from './tokens.ts';

/** A paper cut into words, once, for all the topics it is held against. */
export interface PaperText {
  readonly title: FieldText;
  readonly abstract: FieldText;
  readonly authors: readonly AuthorText[];
  readonly categories: readonly CategoryText[];
}

export interface FieldText {
  readonly tokens: readonly Token[];
  /** By stem: the indices of its tokens, ascending. */
  readonly indicesByStem: ReadonlyMap<string, readonly number[]>;
}

export interface AuthorText {
  /** As the paper gives it. */
  readonly name: string;
  /** Folded words of the name, not stemmed. */
  readonly words: ReadonlySet<string>;
}

export interface CategoryText {
  /** As the paper gives it: `cs.LG`. */
  readonly category: string;
  /** What it answers to, see `categoryKeys`. */
  readonly keys: ReadonlySet<string>;
}

export const readPaper = (paper: Paper): PaperText => ({
  title: readField(paper.title),
  abstract: readField(paper.abstract),
  authors: paper.authors.map((name) => ({ name, words: new Set(tokenize(name).map((token) => token.text)) })),
  categories: paper.categories.map((category) => ({ category, keys: new Set(categoryKeys(category)) })),
});

function readField(text: string): FieldText {
  const tokens = tokenize(text);
  const indicesByStem = new Map<string, number[]>();
  tokens.forEach(({ stem }, index) => {
    const indices = indicesByStem.get(stem);
    if (indices === undefined) indicesByStem.set(stem, [index]);
    else indices.push(index);
  });
  return { tokens, indicesByStem };
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
