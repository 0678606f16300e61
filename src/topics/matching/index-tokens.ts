import type { Paper } from '../../papers/paper.ts';
import { categoryKeys, factsOf } from '../operators/facts.ts';
import { tokenize } from '../words/tokens.ts';
import { withInitialsApart } from './paper-text.ts';

/** Stands between two authors, so that no run of tokens spans both. No text has it as a token. */
const authorSeparator = '_';

/**
 * The edition of the tokens. A store keeps it with its tokens, and makes them again from the papers when it changes. 1:
 * title, abstract, authors, categories. 2: apostrophes no longer cut words, Greek symbols are spelled, `comment` and
 * `facts` are new. 3: every id of a paper is a fact. 4: `U.S.A.` is one word, and words have other stems, see `stemWord`.
 */
export const indexTokensEdition = 4;

/** The token streams of a paper for a full-text store, in the order of the text. `requiredTerms` asks for them. */
export interface IndexTokens {
  /** Stems. */
  readonly title: readonly string[];
  /** Stems. */
  readonly abstract: readonly string[];
  /** Folded words, not stemmed, with `authorSeparator` between two authors. */
  readonly authors: readonly string[];
  /** Lower-case categories with their aliases and archives: `cs.lg`, `cs`, `biorxiv/genomics`, `biorxiv`. */
  readonly categories: readonly string[];
  /** Stems. */
  readonly comment: readonly string[];
  /**
   * Everything else that is known: `source:arxiv`, `has:code`, `is:new`, `primary:cs.lg`, `org:deepmind`,
   * `id:2406.01234`. It comes from the paper's ids, sources, announcement, categories, DOI, code address and
   * organization.
   */
  readonly facts: readonly string[];
}

export const indexTokens = (paper: Paper): IndexTokens => ({
  title: stemsOf(paper.title),
  abstract: stemsOf(paper.abstract),
  authors: paper.authors.flatMap((name, index) => (index === 0 ? namesOf(name) : [authorSeparator, ...namesOf(name)])),
  categories: [...new Set(paper.categories.flatMap(categoryKeys))],
  comment: stemsOf(paper.comment ?? ''),
  facts: factsOf(paper),
});

const stemsOf = (text: string): string[] => tokenize(text).map((token) => token.stem);
const namesOf = (name: string): string[] => tokenize(withInitialsApart(name)).map((token) => token.text);
