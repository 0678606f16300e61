import { isContentWord } from './function-words.ts';
import type { MeaningTable } from './meaning-table.ts';
import { countWords, sumOfWords } from './word-vectors.ts';

/** A word of a paper that makes it be about a query. */
export interface CarryingWord {
  readonly stem: string;
  /** The word as it stands in the paper for the first time, folded. */
  readonly text: string;
}

/** Words that are further from the query than that explain nothing to a reader, although they add to the score. */
const nearest = 0.33;
const atMost = 5;
/** Words that stand in a larger share of papers say nothing: `we`, `show`. */
const mostPapers = 0.1;

/**
 * The words of a paper that carried its score, the strongest first, at most five. Only words that are near the query, or
 * in it, so there may be none.
 * @param tokens the words of the paper's title and abstract, in order
 */
export function carryingWords(
  table: MeaningTable,
  query: readonly string[],
  tokens: readonly CarryingWord[],
): readonly CarryingWord[] {
  const asked = [...new Set(query)].filter((stem) => isTelling(table, stem));
  const directions = [asked, ...asked.map((stem) => [stem])].map((stems) => sumOfWords(table, countWords(stems)));
  const texts = new Map(tokens.toReversed().map(({ stem, text }) => [stem, text]));
  const counts = countWords(tokens.map(({ stem }) => stem));
  return Array.from(counts, ([stem, count]) => ({ stem, count, text: texts.get(stem) ?? stem }))
    .filter(({ stem }) => isTelling(table, stem))
    .map(({ stem, text, count }) => ({ stem, text, count, nearness: nearnessOf(table, stem, directions) }))
    .filter(({ nearness }) => nearness >= nearest)
    .sort((one, other) => strengthOf(other) - strengthOf(one))
    .slice(0, atMost)
    .map(({ stem, text }) => ({ stem, text }));
}

/** Function words, frequent words, single letters, and numbers with at most one sign after them tell nothing. */
const isTelling = (table: MeaningTable, stem: string): boolean =>
  isContentWord(stem) && table.paperCount(stem) <= mostPapers * table.papers && !/^\p{N}*.?$/u.test(stem);

/** The largest cosine of the word with one of the directions. */
function nearnessOf(table: MeaningTable, stem: string, directions: readonly Float64Array[]): number {
  const vector = sumOfWords(table, countWords([stem]));
  return Math.max(
    ...directions.map((direction) => vector.reduce((sum, value, at) => sum + value * (direction[at] ?? 0), 0)),
  );
}

const strengthOf = ({ count, nearness }: { readonly count: number; readonly nearness: number }): number =>
  (1 + Math.log(count)) * nearness;
