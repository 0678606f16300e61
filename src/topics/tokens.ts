import { foldText } from './fold.ts';
import { stemWord } from './stem.ts';

/** A word of a text as it is compared. */
export interface Token {
  /** Folded: no case, accents or compatibility forms. */
  readonly text: string;
  readonly stem: string;
  /** Where it starts in the original text, in UTF-16 units. */
  readonly start: number;
  /** Where it ends in the original text, exclusive. */
  readonly end: number;
}

// Letters and digits, with the signs that make other names of them: `C++`, `C#`.
const wordPattern = /[\p{L}\p{N}]+(?:\+\+|#(?![\p{L}\p{N}]))?/gu;

/**
 * The words of a text. Everything but letters and digits separates: `k-means` and `o'brien` are two words each.
 * Papers and topics are cut by this one function, so that both agree on what a word is.
 */
export function tokenize(original: string): Token[] {
  const { text, starts, ends } = foldText(original);
  return Array.from(text.matchAll(wordPattern), (found) => {
    const word = found[0];
    const first = found.index;
    const last = first + word.length - 1;
    return {
      text: word,
      stem: stemWord(word),
      start: starts?.[first] ?? first,
      end: ends?.[last] ?? last + 1,
    };
  });
}
