import { memoByKey } from '../../memo.ts';
import { foldText } from '../words/fold.ts';
import { isSyllabic } from './syllables.ts';

/** Letters that are also written with two: how they are written with one, and with two. */
const twoWays: Readonly<Record<string, readonly [string, string]>> = {
  ä: ['a', 'ae'],
  ö: ['o', 'oe'],
  ü: ['u', 'ue'],
  å: ['a', 'aa'],
  ø: ['o', 'oe'],
  đ: ['d', 'dj'],
};
const mayBeUmlaut = /[aou]e/;
const beyondAscii = /[^\0-\x7f]/;
const otherLetters = new RegExp(`[^${Object.keys(twoWays).join('')}]+`, 'gu');
const theseLetters = new RegExp(`[${Object.keys(twoWays).join('')}]`, 'gu');

/** A word of a name without case, accents and compatibility forms, except for the letters that have two spellings. */
export const foldName = (word: string): string => (beyondAscii.test(word) ? foldBeyondAscii(word) : word.toLowerCase());

const foldBeyondAscii = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replace(otherLetters, (letters) => foldText(letters).text);

/** The word in plain letters: Müller is `muller`. */
export const plainSpelling = (word: string): string =>
  beyondAscii.test(word) ? word.replace(theseLetters, (letter) => twoWays[letter]?.[0] ?? '') : word;

/** How many words are remembered with their spellings. */
const rememberedWords = 1_024;

/**
 * The spellings of a word that `foldName` folded. Two words are one name if they share a spelling: Müller is `muller`
 * and `mueller`, Mueller is the same two, and Muller is `muller`.
 */
export const spellingsOf = (word: string): readonly string[] =>
  hasOneSpelling(word) ? [word] : rememberedSpellings(word);

const hasOneSpelling = (word: string): boolean => !beyondAscii.test(word) && !mayBeUmlaut.test(word);
const rememberedSpellings = memoByKey(rememberedWords, spell);

function spell(word: string): readonly string[] {
  const plain = plainSpelling(word);
  return [...new Set([plain, withoutUmlauts(plain), ...(plain === word ? [] : spellOut(word))])];
}

/** The most letters of a word that are each spelled in both ways. Hardly any name has more. */
const mostLetters = 3;

/** The word with each of its letters in both ways: of Nørgård it is `norgard`, `norgaard`, `noergard`, `noergaard`. */
function spellOut(word: string): readonly string[] {
  const letters = word.match(theseLetters) ?? [];
  if (letters.length > mostLetters) return [word.replace(theseLetters, (letter) => twoWays[letter]?.[1] ?? '')];
  return letters.reduce<readonly string[]>(
    (spelled, letter) => spelled.flatMap((each) => (twoWays[letter] ?? []).map((way) => each.replace(letter, way))),
    [word],
  );
}

// Between consonants, as in Mueller and Schoelkopf. Not as in Bauer, Xue, Samuel and Michael.
const umlauts = /(?<![aeiouy])([aou])e(?=[^aeiouy])(?!l(?:$|[aeiouy]))/g;

/** The word with one letter for each `ae`, `oe` and `ue` that is likely an umlaut. */
function withoutUmlauts(word: string): string {
  const replaced = word.replace(umlauts, '$1');
  // Two letters in Xueming, Jaehyun and Maeda.
  return replaced === word || isSyllabic(word) ? word : replaced;
}
