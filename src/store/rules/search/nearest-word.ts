import { editDistance } from '../../../topics/language/nearest.ts';

/** Rarer words are often errors of typing themselves. */
const frequentFrom = 3;
/** The share of a word's letters that may be wrong. One letter always may. */
const wrongShare = 0.3;

/** A word that is stored. */
export interface KnownWord {
  /** As the index has it. */
  readonly term: string;
  /** How many fields of papers have it. */
  readonly count: number;
}

/** The stored word that somebody meant who typed another one: a frequent one, or else a rare one. Null if none is near. */
export const nearestWord = (typed: string, words: readonly KnownWord[]): string | null =>
  nearestOf(
    typed,
    words.filter(({ count }) => count >= frequentFrom),
  ) ?? nearestOf(typed, words);

/** The word of the fewest edits, and of these the most frequent one. */
function nearestOf(typed: string, words: readonly KnownWord[]): string | null {
  let fewest = Math.max(1, Math.floor(typed.length * wrongShare));
  let best: KnownWord | null = null;
  for (const word of words) {
    if (word.term === typed || Math.abs(word.term.length - typed.length) > fewest) continue;
    const edits = editDistance(typed, word.term);
    if (edits > fewest || (edits === fewest && best !== null && word.count <= best.count)) continue;
    fewest = edits;
    best = word;
  }
  return best?.term ?? null;
}

/** The spelling that is nearest to what was typed. Null if there is none. */
export const nearestSpelling = (typed: string, spellings: readonly string[]): string | null =>
  spellings.reduce<string | null>(
    (best, text) => (best === null || editDistance(typed, text) < editDistance(typed, best) ? text : best),
    null,
  );
