import { memoByKey } from '../../memo.ts';
import { beginsUnspaced } from './scripts.ts';
import { stemWord } from './stem.ts';
import type { Token } from './tokens.ts';

/**
 * Which two words and which solid word are one: `fine-tuning`, `fine tuning` and `finetuning`. Decided between two words
 * and what stands between them, alike for what is typed and for what a paper says.
 */
type Word = Pick<Token, 'text' | 'stem' | 'gap'>;

// Between blanks these are words of a sentence, not halves of another word: `a node` is not `anode`, `not able` is not
// `notable`. With a hyphen they are halves: `all-reduce`, `x-ray`.
const functionWords: ReadonlySet<string> = new Set(
  (
    'a an the and or nor but not no of in on to for by as at is are am was were be been it its he she his her him we us ' +
    'our you your i me my they them their this that these those there then than so if with from into who whom which ' +
    'what when where how why can could may might must shall should will would do does did has have had all any one ' +
    'each every some such both via per vs et al s t'
  ).split(' '),
);

const digit = /\p{N}/u;
const plainWord = /^[\p{L}\p{N}\p{M}]+$/u;
/** No word has more letters that can be taken apart; this bounds the work on one. */
const longestWord = 40;

/** Whether the two words, the second right after the first, may be spelled as one solid word. */
export function isJoinable(first: Word, second: Word): boolean {
  if (second.gap === 'other' || standsAlone(first.text) || standsAlone(second.text)) return false;
  if (areNumbers(first.text, second.text)) return false;
  return second.gap === 'hyphen' || !(isFunctionWord(first.text) || isFunctionWord(second.text));
}

/**
 * Whether the word is never part of a compound: because it ends in one of the signs that words can have (`c++`, `c#`), or
 * because its script has no blanks.
 */
export const standsAlone = (word: string): boolean => word.endsWith('+') || word.endsWith('#') || beginsUnspaced(word);

export const isFunctionWord = (word: string): boolean => functionWords.has(word);

/** `2-3` and `1 000` are two numbers, not one. */
const areNumbers = (first: string, second: string): boolean => endsInDigit(first) && beginsWithDigit(second);

export const beginsWithDigit = (word: string): boolean => isDigit(word.codePointAt(0) ?? 0);

export const endsInDigit = (word: string): boolean => isDigit(word.codePointAt(word.length - 1) ?? 0);

const isDigit = (codePoint: number): boolean =>
  codePoint < 0x80 ? codePoint >= 0x30 && codePoint <= 0x39 : digit.test(String.fromCodePoint(codePoint));

/** What a solid word has to be stemmed to in order to be these two words. */
export const compoundStem = (first: Pick<Word, 'text'>, second: Pick<Word, 'text'>): string =>
  stemWord(first.text + second.text);

/** A place where a solid word can be taken apart: its first half, and the stem of its second half. */
interface Split {
  readonly head: string;
  readonly tail: string;
}

/** Every two words that a compound may stand for; topics share their words, so the splits are remembered. */
export const splitsOf = memoByKey(20_000, takeApart);

/** As `splitsOf`, without a memory: for callers that ask once for each of many words. */
export function takeApart(word: string): readonly Split[] {
  const letters = Array.from(word);
  if (letters.length < 2 || letters.length > longestWord || !plainWord.test(word)) return [];
  const splits: Split[] = [];
  for (let length = 1; length < letters.length; length++) {
    const head = letters.slice(0, length).join('');
    const rest = letters.slice(length).join('');
    if (!areNumbers(head, rest)) splits.push({ head, tail: stemWord(rest) });
  }
  return splits;
}

/**
 * Whether the solid word may stand for these two words, which are joinable: if both are forms of its parts, and together
 * a form of the whole. So `data settings` is not a dataset, although `settings` is a form of `set`.
 */
export const isSplitInto = (solid: string, first: Pick<Word, 'text'>, second: Pick<Word, 'text' | 'stem'>): boolean =>
  splitsOf(solid).some(({ head, tail }) => head === first.text && tail === second.stem) &&
  compoundStem(first, second) === stemWord(solid);
