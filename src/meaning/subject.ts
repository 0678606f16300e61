import { type CarryingWord, carryingWords } from './carrying-words.ts';
import { type MeaningQuery, prepareQuery, scorePaper } from './meaning-query.ts';
import type { MeaningTable } from './meaning-table.ts';
import type { PaperMeaning } from './paper-meaning.ts';

/**
 * What a sentence is about, by one table. It keeps the table, so that a topic alone can be compared with a paper. Its
 * fields are private, because a topic is compared and printed as plain data, and the table is not part of that.
 */
export class Subject {
  readonly #table: MeaningTable;
  readonly #stems: readonly string[];
  #query?: MeaningQuery;

  /** @param stems those of the sentence, in any order */
  constructor(table: MeaningTable, stems: readonly string[]) {
    this.#table = table;
    this.#stems = stems;
  }

  get table(): MeaningTable {
    return this.#table;
  }

  /** The sentence, prepared when it is first compared with a paper. */
  get query(): MeaningQuery {
    this.#query ??= prepareQuery(this.#table, this.#stems);
    return this.#query;
  }

  /** @param paper by the same table */
  score(paper: PaperMeaning): number {
    return scorePaper(this.query, paper);
  }

  /** The words that carried a score, see `carryingWords`. */
  wordsOf(tokens: readonly CarryingWord[]): readonly CarryingWord[] {
    return carryingWords(this.#table, this.#stems, tokens);
  }
}
