import type { Paper } from '../../papers/paper.ts';
import { tokensOfPrinted } from '../names/name-keys.ts';
import { namePartsOf } from '../names/name-parts.ts';
import { categoryKeys, factsOf } from '../operators/facts.ts';
import { stemsOf } from '../words/tokens.ts';

/**
 * The edition of the tokens. A store keeps it with its tokens. When it changes, the store makes them again from the papers,
 * and vectors as well, which are made of the same stems.
 *
 * 1: title, abstract, authors, categories. 2: apostrophes no longer cut words, Greek symbols are spelled, `comment` and
 * `facts` are new. 3: every id of a paper is a fact. 4: `U.S.A.` is one word, words have other stems (see `stemWord`), and
 * authors have the words of their `NameKey`s. Each letter of a script without blanks is a token, and only accents are dropped.
 * 5: `is:withdrawn` and `is:notice` are facts. 6: each paper has a match key beside its tokens (see `matchKey`), which is
 * made again with them.
 */
export const indexTokensEdition = 6;

/** Reads the stems of a text: see `stemsOf`. */
export type StemReader = (text: string) => readonly string[];

/** The token streams of a paper for a full-text store, in the order of the text. `requiredTerms` asks for them. */
export interface IndexTokens {
  /** Stems. */
  readonly title: readonly string[];
  /** Stems. */
  readonly abstract: readonly string[];
  /** For each author the words of the name's keys, see `tokensOfKey`. */
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

/** @param stemsIn the stems of a text, for callers that know some already */
export const indexTokens = (paper: Paper, stemsIn: StemReader = stemsOf): IndexTokens => ({
  title: stemsIn(paper.title),
  abstract: stemsIn(paper.abstract),
  authors: paper.authors.flatMap((name) => tokensOfPrinted(namePartsOf(name))),
  categories: [...new Set(paper.categories.flatMap(categoryKeys))],
  comment: stemsOf(paper.comment ?? ''),
  facts: factsOf(paper),
});
