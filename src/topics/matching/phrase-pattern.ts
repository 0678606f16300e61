import { memoByObject } from '../../memo.ts';
import type { ExactForm, NearTerm, PrefixTerm, TextTerm, TypedWord } from '../topic.ts';
import { compoundStem, isJoinable, splitsOf } from '../words/compounds.ts';

/**
 * What the words of some phrases can be in a text: one automaton for all of them. Each word has a state, and the states
 * of a phrase are numbered in the order of its words, with one more state for its end.
 */
export interface PhrasePattern {
  /** How many words each phrase has. */
  readonly lengths: readonly number[];
  /** By state: the number of its phrase. */
  readonly phraseOf: readonly number[];
  /**
   * By state, for a token from which no phrase can be finished: `missing`, but 0 at the end of a phrase, where nothing is
   * left to find.
   */
  readonly blankRow: Int32Array;
  /** Whether tokens are looked up by their texts and not by their stems. */
  readonly isExact: boolean;
  /** By the stem or text of a token: the words that it stands for. */
  readonly alone: WordTable;
  /** By the form of a token in which capitals count: the words that it stands for. */
  readonly cased: WordTable;
  /** By the stem of a token: the words that it stands for together with the next word, as a compound of both. */
  readonly together: WordTable;
  /** By the text of a token: the words that it stands for together with the next token. */
  readonly apart: ReadonlyMap<string, readonly SplitWord[]>;
  /** The words that a token stands for if its text begins so. */
  readonly begun: { readonly prefix: string; readonly states: WordStates } | null;
  /** By `hashOfWord`: what the tables have under a word of that hash, in bits of `filterBit`. */
  readonly filter: Uint8Array;
  /** By the last seven bits of a first letter: whether a phrase can end with a text or stem that begins so. */
  readonly lastInitials: Uint8Array;
}

type WordTable = ReadonlyMap<string, WordStates>;

/** A word of a phrase that two tokens stand for. */
export interface SplitWord {
  /** The stem of the second token. */
  readonly tail: string;
  /** The stem of both together. */
  readonly stem: string;
  readonly states: WordStates;
}

/** The states of some words, ascending. */
export interface WordStates {
  readonly all: readonly number[];
  /** Those of first words of a phrase. */
  readonly first: readonly number[];
  /** Those that only the end of their phrase can follow. */
  readonly last: readonly number[];
}

/** Stands where the rest of a phrase is not found. It is larger than any number of words. */
export const missing = 1 << 20;

/** Words of `alone` and `together`, and words of `apart`. */
export const filterBit = { whole: 1, half: 2 } as const;

export const initialMask = 127;

/** The size of the filter, a power of two. */
const hashes = 256;

/** A hash that takes no time: nearly all words of a text differ from those of a phrase by it. */
export function hashOfWord(word: string): number {
  const { length } = word;
  return (word.charCodeAt(0) + word.charCodeAt(length - 1) * 7 + length * 29) & (hashes - 1);
}

// Topics are held against one paper after another, so their patterns are remembered.

/** The pattern of a word or phrase in any spelling. */
export const textPattern = memoByObject(({ words, compounds }: TextTerm) => spelledPattern([words], compounds));

/** The pattern of words near each other. A word that is typed twice counts once. */
export const nearPattern = memoByObject(({ groups }: NearTerm) =>
  spelledPattern([...new Map(groups.map((words) => [spellingOf(words), words])).values()]),
);

const spellingOf = (words: readonly TypedWord[]): string => words.map(({ text, gap }) => `${gap}:${text}`).join(' ');

/** The pattern of one phrase of exact forms. */
export const exactPattern = memoByObject((forms: readonly ExactForm[]): PhrasePattern => {
  const alone = new TableBuilder();
  const cased = new TableBuilder();
  for (const placed of placedWords([forms])) {
    const { word } = placed;
    if (word.cased === null) alone.add(word.text, placed, 1);
    else cased.add(word.cased, placed, 1);
  }
  return patternFrom([forms], { ...noTables, isExact: true, alone, cased });
});

/** The pattern of some stems, and after them a word that begins so. */
export const prefixPattern = memoByObject(({ stems, prefix }: PrefixTerm): PhrasePattern => {
  const phrases = [[...stems, prefix]];
  const alone = new TableBuilder();
  for (const placed of placedWords(phrases)) if (placed.left > 1) alone.add(placed.word, placed, 1);
  const last = [stems.length];
  const states = { all: last, first: stems.length === 0 ? last : [], last };
  return patternFrom(phrases, { ...noTables, alone, begun: { prefix, states } });
});

/** @param compounds stems that each word may have as well */
function spelledPattern(phrases: readonly (readonly TypedWord[])[], compounds: readonly string[] = []): PhrasePattern {
  const alone = new TableBuilder();
  const together = new TableBuilder();
  const apart = new Map<string, SplitWord[]>();
  for (const placed of placedWords(phrases)) {
    const { word, next } = placed;
    for (const stem of new Set([word.stem, ...compounds])) alone.add(stem, placed, 1);
    if (next !== undefined && isJoinable(word, next)) together.add(compoundStem(word, next), placed, 2);
    const states = statesOf(placed, 1);
    for (const { head, tail } of splitsOf(word.text)) {
      const split = { tail, stem: word.stem, states };
      const others = apart.get(head);
      if (others === undefined) apart.set(head, [split]);
      else others.push(split);
    }
  }
  return patternFrom(phrases, { ...noTables, alone, together, apart });
}

type Tables = Pick<PhrasePattern, 'isExact' | 'alone' | 'cased' | 'together' | 'apart' | 'begun'>;

const noTables: Tables = {
  isExact: false,
  alone: new Map(),
  cased: new Map(),
  together: new Map(),
  apart: new Map(),
  begun: null,
};

function patternFrom(phrases: readonly (readonly unknown[])[], tables: Tables): PhrasePattern {
  return {
    ...tables,
    lengths: phrases.map(({ length }) => length),
    phraseOf: phrases.flatMap(({ length }, phrase) => Array<number>(length + 1).fill(phrase)),
    blankRow: Int32Array.from(phrases.flatMap(({ length }) => [...Array<number>(length).fill(missing), 0])),
    filter: filterOf(tables),
    lastInitials: lastInitialsOf(tables),
  };
}

function filterOf({ alone, cased, together, apart }: Tables): Uint8Array {
  const filter = new Uint8Array(hashes);
  const wholes = [...alone.keys(), ...together.keys(), ...[...cased.keys()].map(inSmallLetters)];
  for (const word of wholes) filter[hashOfWord(word)] = filterBit.whole;
  for (const word of apart.keys()) filter[hashOfWord(word)] = (filter[hashOfWord(word)] ?? 0) | filterBit.half;
  return filter;
}

/** The text of a token by its form in which capitals count. */
const inSmallLetters = (cased: string): string => Array.from(cased, (letter) => letter.toLowerCase()).join('');

function lastInitialsOf({ alone, cased, together, apart, begun }: Tables): Uint8Array {
  const initials = new Uint8Array(initialMask + 1);
  const mark = (word: string, states: Iterable<WordStates>): void => {
    for (const { last } of states) if (last.length > 0) initials[word.charCodeAt(0) & initialMask] = 1;
  };
  for (const [word, states] of [...alone, ...together]) mark(word, [states]);
  for (const [word, states] of cased) mark(inSmallLetters(word), [states]);
  for (const [word, splits] of apart)
    mark(
      word,
      splits.map(({ states }) => states),
    );
  if (begun !== null) mark(begun.prefix, [begun.states]);
  return initials;
}

/** A word of a phrase with its state. */
interface PlacedWord<Word> {
  readonly word: Word;
  readonly next: Word | undefined;
  readonly state: number;
  readonly isFirst: boolean;
  /** How many words the phrase has from this one on. */
  readonly left: number;
}

const placedWords = <Word>(phrases: readonly (readonly Word[])[]): readonly PlacedWord<Word>[] =>
  phrases.flatMap((words, phrase) => {
    const first = firstStateOf(phrases, phrase);
    return words.map((word, index) => ({
      word,
      next: words[index + 1],
      state: first + index,
      isFirst: index === 0,
      left: words.length - index,
    }));
  });

const firstStateOf = (phrases: readonly (readonly unknown[])[], phrase: number): number =>
  phrases.slice(0, phrase).reduce((state, { length }) => state + length + 1, 0);

/** @param count how many words of the phrase the token stands for, from this one on */
const statesOf = ({ state, isFirst, left }: PlacedWord<unknown>, count: 1 | 2) => ({
  all: [state],
  first: isFirst ? [state] : [],
  last: left === count ? [state] : [],
});

/** A table under construction. */
class TableBuilder extends Map<string, ReturnType<typeof statesOf>> {
  /** @param count how many words of the phrase the token stands for, from this one on */
  add(key: string, placed: PlacedWord<unknown>, count: 1 | 2): void {
    const own = statesOf(placed, count);
    const others = this.get(key);
    if (others === undefined) this.set(key, own);
    else for (const part of ['all', 'first', 'last'] as const) others[part].push(...own[part]);
  }
}
