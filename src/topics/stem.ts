import { stemmer } from 'stemmer';

// A memo and no state: the same word has the same stem, remembered or not. Papers repeat the same few ten thousand
// words, so it is simply emptied when full.
const remembered = new Map<string, string>();
const rememberedAtMost = 50_000;
// Longer runs of letters are no English words, and the stemmer's expressions are not made for them.
const longestWord = 40;
const englishWord = /^[a-z]+$/;

/** The Porter stem of a folded word: `networks` and `network` are one. Anything but plain letters is its own stem. */
export function stemWord(word: string): string {
  if (word.length > longestWord || !englishWord.test(word)) return word;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= rememberedAtMost) remembered.clear();
  const stem = stemmer(word);
  remembered.set(word, stem);
  return stem;
}
