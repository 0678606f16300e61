import { compoundStem, isJoinable } from '../words/compounds.ts';
import type { Token } from '../words/tokens.ts';
import type { FieldText } from './paper-text.ts';
import {
  filterBit,
  hashOfWord,
  initialMask,
  missing,
  type PhrasePattern,
  type SplitWord,
  type WordStates,
} from './phrase-pattern.ts';
import type { TextWords } from './text-words.ts';

const none: WordStates = { all: [], first: [], last: [] };

/** The words of the phrases that a word of the text stands for. */
interface Meaning {
  readonly alone: WordStates;
  /** Together with the next word of the phrase. */
  readonly together: WordStates;
  /** With the next token. */
  readonly splits: readonly SplitWord[];
}

const noSplits: readonly SplitWord[] = [];

const nothing = new Uint8Array();
const meaningless: Meaning = { alone: none, together: none, splits: noSplits };

/**
 * Simulates the nondeterministic automaton of the pattern by dynamic programming, from the last token to the first.
 * Every token has a row: for each word, the shortest run that begins at this token and has this word and all later ones
 * of its phrase. A row follows from the rows of the next two tokens, so that the work is at most the tokens times the
 * words, whatever the text. The rows hold how many more tokens than words the runs have.
 *
 * Each word of a long text is looked up in the pattern once, and each two words that may be a compound.
 */
export class BackwardScan {
  /** The token that was read last. */
  at: number;
  /** The words that it stands for: alone, as a compound, and as the first half of one. */
  readonly standsFor: [WordStates, WordStates, WordStates] = [none, none, none];
  readonly #pattern: PhrasePattern;
  readonly #text: FieldText;
  readonly #words: TextWords;
  // Whether words are looked up again at each of their tokens: a short text does not tell which of its words are equal.
  readonly #isShort: boolean;
  // By word of a long text.
  readonly #meanings: Meaning[] = [];
  #mayEnd: Uint8Array = nothing;
  #ended?: number;
  // By two words of the text and the gap between them.
  #halves?: Map<number, WordStates>;
  #rows: readonly Int32Array[] = [];
  // The rows of the token that was read last and of the one after it.
  #here: Int32Array;
  #next: Int32Array;

  constructor(pattern: PhrasePattern, text: FieldText) {
    this.#pattern = pattern;
    this.#text = text;
    this.#words = pattern.cased.size > 0 ? text.casedWords : text.words;
    this.#here = pattern.blankRow;
    this.#next = pattern.blankRow;
    this.#isShort = this.#words.words === text.tokens;
    this.at = this.#isShort || this.#endedPhrases() > 0 ? text.tokens.length : 0;
  }

  /** Whether no phrase is missing for certain: the text has a word with which it may end. */
  mayHaveAll(): boolean {
    return this.#endedPhrases() === this.#pattern.lengths.length;
  }

  /** Reads on to the next token from which there is a run. False if there is none. */
  moveToRun(): boolean {
    const { blankRow } = this.#pattern;
    while (this.at > 0) {
      const isBlank = this.#here === blankRow && this.#next === blankRow;
      this.at = isBlank ? this.#lastEndBefore(this.at) : this.at - 1;
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

  /** How many of the phrases may end with a word of the text. It is found out once. */
  #endedPhrases(): number {
    this.#ended ??= this.#findEnds();
    return this.#ended;
  }

  /** Finds the words with which a phrase may end. Returns how many of the phrases have one. */
  #findEnds(): number {
    const { lastInitials, lengths } = this.#pattern;
    const { words } = this.#words;
    // Not an array from the start: mostly nothing is found.
    let ended: Uint8Array | null = null;
    for (let index = 0; index < words.length; index++) {
      const word = words[index];
      if (word === undefined || !mayBeEnd(lastInitials, word)) continue;
      const meaning = this.#understand(index);
      if (meaning === meaningless) continue;
      if (!this.#isShort) this.#meanings[index] = meaning;
      ended ??= new Uint8Array(lengths.length);
      this.#markEnds(index, meaning, ended);
    }
    return ended === null ? 0 : ended.reduce((sum, isEnded) => sum + isEnded, 0);
  }

  #markEnds(index: number, { alone, together, splits }: Meaning, ended: Uint8Array): void {
    this.#markEnd(index, alone, ended);
    this.#markEnd(index, together, ended);
    for (const { tail, states } of splits) if (this.#words.canFollow(tail, index)) this.#markEnd(index, states, ended);
  }

  #markEnd(index: number, { last }: WordStates, ended: Uint8Array): void {
    if (last.length === 0) return;
    if (!this.#isShort) {
      if (this.#mayEnd === nothing) this.#mayEnd = new Uint8Array(this.#words.words.length);
      this.#mayEnd[index] = 1;
    }
    for (const state of last) ended[this.#pattern.phraseOf[state] ?? 0] = 1;
  }

  /** The last token before this one with which a phrase may end, or −1. Nearly all tokens of a text are skipped here. */
  #lastEndBefore(at: number): number {
    if (this.#isShort) return this.#lastInitialBefore(at);
    const { wordAt } = this.#words;
    const mayEnd = this.#mayEnd;
    let index = at - 1;
    while (index >= 0 && mayEnd[wordAt[index] ?? 0] === 0) index--;
    return index;
  }

  /** The same for a short text, by first letters alone. */
  #lastInitialBefore(at: number): number {
    const { lastInitials } = this.#pattern;
    const { tokens } = this.#text;
    for (let index = at - 1; index >= 0; index--) {
      const token = tokens[index];
      if (token === undefined || mayBeEnd(lastInitials, token)) return index;
    }
    return -1;
  }

  #isAtRun(): boolean {
    const [alone, together, half] = this.standsFor;
    return this.#isFoundFrom(alone.first) || this.#isFoundFrom(together.first) || this.#isFoundFrom(half.first);
  }

  #isFoundFrom(states: readonly number[]): boolean {
    for (let index = 0; index < states.length; index++)
      if ((this.#here[states[index] ?? 0] ?? missing) < missing / 2) return true;
    return false;
  }

  /** Makes the row of the token. False if it is blank. */
  #read(): boolean {
    const next = this.#here;
    const afterNext = this.#next;
    this.#next = next;
    this.#here = this.#pattern.blankRow;
    const { alone, together, splits } = this.#meaningOf(this.#words.wordAt[this.at] ?? 0);
    const half = splits.length === 0 ? none : this.#halfAt(splits);
    if (alone === none && together === none && half === none) return false;
    this.standsFor[0] = alone;
    this.standsFor[1] = together;
    this.standsFor[2] = half;
    const row = this.#takeRow();
    let isFound = this.#extend(row, alone, next, 1, 0);
    if (together !== none) isFound = this.#extend(row, together, next, 2, -1) || isFound;
    if (half !== none) isFound = this.#extend(row, half, afterNext, 1, 1) || isFound;
    if (isFound) this.#here = row;
    return isFound;
  }

  /** A blank row. Only three are needed at a time. */
  #takeRow(): Int32Array {
    const { blankRow } = this.#pattern;
    if (this.#rows.length === 0) this.#rows = [blankRow.slice(), blankRow.slice(), blankRow.slice()];
    const row = this.#rows[this.at % 3] ?? blankRow;
    if (row.length > 16) row.set(blankRow);
    else for (let state = 0; state < row.length; state++) row[state] = blankRow[state] ?? 0;
    return row;
  }

  /** Looks up what a word of the text stands for. */
  #meaningOf(index: number): Meaning {
    if (this.#isShort) return this.#understand(index);
    const known = this.#meanings[index];
    if (known !== undefined) return known;
    const meaning = this.#understand(index);
    this.#meanings[index] = meaning;
    return meaning;
  }

  #understand(index: number): Meaning {
    const { isExact, apart, begun, filter } = this.#pattern;
    const word = this.#words.words[index];
    if (word === undefined) return meaningless;
    const key = isExact ? word.text : word.stem;
    const isWhole = ((filter[hashOfWord(key)] ?? 0) & filterBit.whole) !== 0;
    const isHalf = ((filter[hashOfWord(word.text)] ?? 0) & filterBit.half) !== 0;
    const begins = begun !== null && word.text.startsWith(begun.prefix) ? begun.states : none;
    if (!isWhole && !isHalf && begins === none) return meaningless;
    return {
      alone: united(isWhole ? this.#wholeOf(key, index) : none, begins),
      together: (isWhole ? this.#pattern.together.get(key) : undefined) ?? none,
      splits: (isHalf ? apart.get(word.text) : undefined) ?? noSplits,
    };
  }

  #wholeOf(key: string, index: number): WordStates {
    const { alone, cased } = this.#pattern;
    return united(alone.get(key) ?? none, cased.get(this.#words.cased[index] ?? '') ?? none);
  }

  /** The words that the token and the next one stand for. */
  #halfAt(splits: readonly SplitWord[]): WordStates {
    const second = this.#text.tokens[this.at + 1];
    if (second === undefined || second.gap === 'other') return none;
    if (!splits.some(({ tail }) => tail === second.stem)) return none;
    const { words, wordAt } = this.#words;
    const pair = (wordAt[this.at] ?? 0) * words.length + (wordAt[this.at + 1] ?? 0);
    const key = second.gap === 'hyphen' ? pair : -pair - 1;
    this.#halves ??= new Map();
    const known = this.#halves.get(key);
    if (known !== undefined) return known;
    const half = halfOf(splits, this.#text.tokens[this.at], second);
    this.#halves.set(key, half);
    return half;
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

/** A stem may begin with another letter than its word: `went` and `go`. */
const mayBeEnd = (initials: Uint8Array, { text, stem }: Pick<Token, 'text' | 'stem'>): boolean =>
  mayBegin(initials, text) || mayBegin(initials, stem);

const mayBegin = (initials: Uint8Array, word: string): boolean => initials[word.charCodeAt(0) & initialMask] === 1;

/** The words that the two tokens stand for. */
function halfOf(splits: readonly SplitWord[], first: Token | undefined, second: Token): WordStates {
  if (first === undefined || !isJoinable(first, second)) return none;
  const whole = compoundStem(first, second);
  return splits
    .filter(({ tail, stem }) => tail === second.stem && stem === whole)
    .reduce((states, split) => united(states, split.states), none);
}

/** The words of both. */
function united(one: WordStates, other: WordStates): WordStates {
  if (one === none || other === none) return one === none ? other : one;
  return {
    all: [...one.all, ...other.all],
    first: [...one.first, ...other.first],
    last: [...one.last, ...other.last],
  };
}
