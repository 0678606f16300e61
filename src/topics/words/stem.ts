import { stemmer } from 'stemmer';

/** A folded word as papers and topics share it: whoever cuts a text keeps this one string of it, and none of its own. */
interface KnownWord {
  readonly text: string;
  readonly stem: string;
}

// A memo and no state: the same word has the same stem, remembered or not. Papers repeat the same few ten thousand
// words, so it is simply emptied when full.
const remembered = new Map<string, KnownWord>();
const rememberedAtMost = 30_000;
// Longer runs of letters are no English words, and the stemmer's expressions are not made for them.
const longestWord = 40;
const englishWord = /^[a-z]+$/;

/** The Porter stem of a folded word: `networks` and `network` are one. Anything but plain letters is its own stem. */
export const stemWord = (word: string): string => knownWord(word).stem;

/** The word with its stem. */
export function knownWord(word: string): KnownWord {
  if (word.length > longestWord) return { text: word, stem: word };
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= rememberedAtMost) remembered.clear();
  const text = ownText(word);
  const met = { text, stem: englishWord.test(text) ? stemmer(text) : text };
  remembered.set(text, met);
  return met;
}

/** A copy: what is cut out of a text keeps all of it in memory. */
const ownText = (word: string): string => Array.from(word).join('');
