import { stemmer } from 'stemmer';
import { memoByKey } from '../../memo.ts';

/** A folded word and its stem. Papers and topics share these strings, so that each word is in memory once. */
interface KnownWord {
  readonly text: string;
  readonly stem: string;
}

/** Papers repeat the same few ten thousand words. */
const rememberedAtMost = 30_000;
// Longer runs of letters are not English words, and the stemmer's expressions are not made for them.
const longestWord = 40;
const englishWord = /^[a-z]+$/;

/** The Porter stem of a folded word: `networks` and `network` are one. Anything but plain letters is its own stem. */
export const stemWord = (word: string): string => knownWord(word).stem;

/** The word with its stem. */
export const knownWord = (word: string): KnownWord =>
  word.length > longestWord ? { text: word, stem: word } : rememberedWord(word);

const rememberedWord = memoByKey(rememberedAtMost, readWord, (_word, { text }) => text);

function readWord(word: string): KnownWord {
  const text = ownText(word);
  return { text, stem: englishWord.test(text) ? stemmer(text) : text };
}

/** A copy: what is cut out of a text keeps all of it in memory. */
const ownText = (word: string): string => Array.from(word).join('');
