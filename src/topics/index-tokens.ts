import type { Paper } from '../papers/paper.ts';
import { categoryKeys } from './paper-text.ts';
import { tokenize } from './tokens.ts';

/** Stands between two authors, so that no run of tokens spans both. No text has it as a token. */
const authorSeparator = '_';

/** The token streams of a paper for a full-text store, in the order of the text. `requiredTerms` asks for these. */
export interface IndexTokens {
  /** Stems. */
  readonly title: readonly string[];
  /** Stems. */
  readonly abstract: readonly string[];
  /** Folded words, not stemmed, with `authorSeparator` between two authors. */
  readonly authors: readonly string[];
  /** Lower-case categories with their aliases and archives: `cs.lg`, `cs`. */
  readonly categories: readonly string[];
}

export const indexTokens = (paper: Paper): IndexTokens => ({
  title: stemsOf(paper.title),
  abstract: stemsOf(paper.abstract),
  authors: paper.authors.flatMap((name, index) => (index === 0 ? wordsOf(name) : [authorSeparator, ...wordsOf(name)])),
  categories: [...new Set(paper.categories.flatMap(categoryKeys))],
});

const stemsOf = (text: string): string[] => tokenize(text).map((token) => token.stem);
const wordsOf = (text: string): string[] => tokenize(text).map((token) => token.text);
