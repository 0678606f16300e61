import { memoByKey } from '../../memo.ts';
import { listedStem } from './form-table.ts';
import { baseForm } from './inflection.ts';

/** A folded word and its stem. Papers and topics share these strings, so that each word is in memory once. */
export interface KnownWord {
  readonly text: string;
  readonly stem: string;
}

/** Papers repeat the same few ten thousand words. */
const rememberedAtMost = 30_000;
/** Longer runs of letters are not English words. */
const longestWord = 40;
const englishWord = /^[a-z]+$/;

/**
 * The form that stands for all inflections and spellings of a folded word: `matrices` and `matrix` are `matrix`,
 * `colours` is `color`. Anything but plain letters is its own stem. The stem of a stem is that stem.
 */
export const stemWord = (word: string): string => knownWord(word).stem;

/** The word with its stem. */
export const knownWord = (word: string): KnownWord =>
  word.length > longestWord ? { text: word, stem: word } : rememberedWord(word);

const rememberedWord = memoByKey(
  rememberedAtMost,
  (word: string) => readWord(ownText(word)),
  (_word, { text }) => text,
);

/** The same as `knownWord`, for callers that remember words themselves, and did not cut this one out of a text. */
export const readWord = (text: string): KnownWord => ({ text, stem: englishWord.test(text) ? stemOf(text) : text });

/** The table first, and step by step the rule for what it does not list. */
function stemOf(word: string): string {
  for (let at = word; ; ) {
    const listed = listedStem(at);
    if (listed !== undefined) return listed;
    const base = baseForm(at);
    if (base === at) return at;
    at = base;
  }
}

/** A copy: what is cut out of a text keeps all of it in memory. */
const ownText = (word: string): string => Array.from(word).join('');
