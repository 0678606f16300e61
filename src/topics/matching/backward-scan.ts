import { compoundStem, isJoinable } from '../words/compounds.ts';
import type { Token } from '../words/tokens.ts';
import type { FieldText } from './paper-text.ts';
import { filterBit, hashOfWord, initialMask, missing, type PhrasePattern, type WordStates } from './phrase-pattern.ts';

const none: WordStates = { all: [], first: [], last: [] };

/**
 * Simulates the nondeterministic automaton of the pattern by dynamic programming, from the last token to the first.
 * Every token has a row: for each word, the shortest run that begins at this token and has this word and all later ones
 * of its phrase. A row follows from the rows of the next two tokens, so that the work is at most the tokens times the
 * words, whatever the text. The rows hold how many more tokens than words the runs have.
 */
export class BackwardScan {
  /** The token that was read last. */
  at: number;
  /** The words that it stands for: alone, as a compound, as the first half of one, and with its capitals. */
  readonly standsFor: [WordStates, WordStates, WordStates, WordStates] = [none, none, none, none];
  readonly #pattern: PhrasePattern;
  readonly #tokens: readonly Token[];
  readonly #text: FieldText;
  #rows: readonly Int32Array[] = [];
  // The rows of the token that was read last and of the one after it.
  #here: Int32Array;
  #next: Int32Array;

  constructor(pattern: PhrasePattern, text: FieldText) {
    this.#pattern = pattern;
    this.#text = text;
    this.#tokens = text.tokens;
    this.at = text.tokens.length;
    this.#here = pattern.blankRow;
    this.#next = pattern.blankRow;
  }

  /** Reads on to the next token from which there is a run. False if there is none. */
  moveToRun(): boolean {
    const { blankRow } = this.#pattern;
    while (this.at > 0) {
      const isBlank = this.#here === blankRow && this.#next === blankRow;
      this.at = isBlank ? lastWordBefore(this.at, this.#pattern, this.#tokens) : this.at - 1;
      if (this.at >= 0 && this.#read() && this.#isAtRun()) return true;
    }
    return false;
  }

  /** Where the run from this token ends that begins with this word, or 0 if there is none. */
  endFrom(state: number): number {
    const excess = this.#here[state] ?? missing;
    return excess < missing / 2
      ? this.at + (this.#pattern.lengths[this.#pattern.phraseOf[state] ?? 0] ?? 0) + excess
      : 0;
  }

  #isAtRun(): boolean {
    return this.standsFor.some(({ first }) => this.#isFoundFrom(first));
  }

  #isFoundFrom(states: readonly number[]): boolean {
    for (let index = 0; index < states.length; index++)
      if ((this.#here[states[index] ?? 0] ?? missing) < missing / 2) return true;
    return false;
  }

  /** Makes the row of the token. False if it is blank. */
  #read(): boolean {
    const [next, afterNext] = [this.#here, this.#next];
    this.#next = next;
    this.#here = this.#pattern.blankRow;
    if (!this.#look()) return false;
    const row = this.#takeRow();
    const [one, two, half, cased] = this.standsFor;
    const isAlone = this.#extend(row, one, next, 1, 0);
    const isCompound = this.#extend(row, two, next, 2, -1);
    const isHalf = this.#extend(row, half, afterNext, 1, 1);
    const isCased = this.#extend(row, cased, next, 1, 0);
    if (!isAlone && !isCompound && !isHalf && !isCased) return false;
    this.#here = row;
    return true;
  }

  /** A blank row. Only three are needed at a time. */
  #takeRow(): Int32Array {
    const { blankRow } = this.#pattern;
    if (this.#rows.length === 0) this.#rows = [blankRow.slice(), blankRow.slice(), blankRow.slice()];
    const row = this.#rows[this.at % 3] ?? blankRow;
    row.set(blankRow);
    return row;
  }

  /** Looks up what the token stands for. False if it is nothing. */
  #look(): boolean {
    const token = this.#tokens[this.at];
    if (token === undefined) return false;
    const { isExact, alone, cased, together, apart, filter } = this.#pattern;
    const key = isExact ? token.text : token.stem;
    const isWhole = ((filter[hashOfWord(key)] ?? 0) & filterBit.whole) !== 0;
    const isHalf = ((filter[hashOfWord(token.text)] ?? 0) & filterBit.half) !== 0;
    if (!isWhole && !isHalf) return false;
    const one = isWhole ? (alone.get(key) ?? none) : none;
    const two = isWhole ? (together.get(key) ?? none) : none;
    const half = isHalf ? halvesIn(apart, token, this.#tokens[this.at + 1]) : none;
    this.standsFor[0] = one;
    this.standsFor[1] = two;
    this.standsFor[2] = half;
    this.standsFor[3] = cased.size > 0 ? (cased.get(this.#text.casedWords[this.at] ?? '') ?? none) : none;
    return this.standsFor.some((states) => states !== none);
  }

  /**
   * Improves the row for each of the words: it is followed by the word `count` later, in a row after this one. Returns
   * whether any run is found.
   * @param change how many more tokens than words this takes
   */
  #extend(row: Int32Array, { all, last }: WordStates, after: Int32Array, count: number, change: number): boolean {
    const words = after === this.#pattern.blankRow ? last : all;
    let least = missing;
    for (let index = 0; index < words.length; index++) {
      const word = words[index] ?? 0;
      const excess = (after[word + count] ?? missing) + change;
      if (excess < (row[word] ?? missing)) row[word] = excess;
      if (excess < least) least = excess;
    }
    return least < missing / 2;
  }
}

/** The last token before this one that a phrase may end with, or −1. Nearly all tokens of a text are skipped here. */
function lastWordBefore(at: number, { lastInitials }: PhrasePattern, tokens: readonly Token[]): number {
  for (let index = at - 1; index >= 0; index--) {
    const token = tokens[index];
    // A stem may begin with another letter than its word: `went` and `go`.
    if (token === undefined || mayBegin(lastInitials, token.text) || mayBegin(lastInitials, token.stem)) return index;
  }
  return -1;
}

const mayBegin = (initials: Uint8Array, word: string): boolean => initials[word.charCodeAt(0) & initialMask] === 1;

/** The words that the two tokens stand for. */
function halvesIn(apart: PhrasePattern['apart'], first: Token, second: Token | undefined): WordStates {
  if (second === undefined) return none;
  const wholes = apart.get(first.text)?.get(second.stem);
  return wholes === undefined || !isJoinable(first, second) ? none : (wholes.get(compoundStem(first, second)) ?? none);
}
