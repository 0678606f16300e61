import type { IndexTokens } from '../../topics/matching/index-tokens.ts';
import type { PaperQuery } from '../rules/search/paper-query.ts';

/**
 * How a database keeps the tokens of papers in its table `paper_search`, and finds papers by them. Which papers match a topic
 * is decided elsewhere: see `topicQuery`.
 */
export interface FullText {
  /** The column of `paper_search` that has the numbers of papers. */
  readonly number: string;
  /** Whether a query finds exactly the papers that it describes. Otherwise it may find others, too. */
  isExact(query: PaperQuery): boolean;
  /** Finds the papers of which some tokens did not fit. No query is exact about them. Null if tokens always fit. */
  readonly incomplete: PaperQuery | null;

  /** A statement that writes the tokens of a paper over those that it had. Its parameters are those of `rowOf`. */
  readonly put: string;
  rowOf(paperNumber: number, tokens: IndexTokens): readonly (number | string)[];
  readonly filling: FillingStatements;
  readonly words: WordStatements;
}

/** Statements around the steps that fill the whole index again. Null where there is nothing to do. */
interface FillingStatements {
  readonly begin: string | null;
  /** Tidies up what the last step wrote, in a separate step. */
  readonly tidy: string | null;
  readonly end: string | null;
}

/** Statements that read the words of titles and abstracts from the index. */
interface WordStatements {
  /** Runs before the other. */
  readonly prepare: string | null;
  /**
   * Gives rows of `KnownWord`. The words are as the index has them and begin with the character `:first`. `:next` is the
   * first text after all that begin so.
   */
  readonly find: string;
}
