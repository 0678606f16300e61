/** A text in the form in which words are compared, and where each of its UTF-16 units comes from. */
export interface FoldedText {
  readonly text: string;
  /** By folded unit: where its original character starts. Null where every unit stands at its own place. */
  readonly starts: readonly number[] | null;
  /** By folded unit: where its original character ends, marks that were stripped included. */
  readonly ends: readonly number[] | null;
}

/** Letters that NFKD leaves whole although their readers write them plainly, too: Łukasz and Lukasz, Søren and Soren. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
  // Letters to Unicode, apostrophes to those who write them: Hawaiʻi.
  ʼ: "'",
  ʻ: "'",
};

const beyondAscii = /[^\0-\x7f]/;
// Marks, and characters that format and are not seen: soft hyphens, zero-width joiners, direction marks.
const strippedCharacters = /[\p{M}\p{Cf}]/gu;

/** What becomes of capital letters. */
export type Case = 'folded' | 'kept';

/**
 * Folds accents and compatibility forms (`ﬁ`, `𝐱`, `₂`) away, and case unless it is kept. It keeps track of the original
 * places, which are the same whether case is kept or not.
 */
export function foldText(original: string, letterCase: Case = 'folded'): FoldedText {
  // Lower case never moves a unit within ASCII, and nearly all abstracts are ASCII.
  if (!beyondAscii.test(original))
    return { text: letterCase === 'kept' ? original : original.toLowerCase(), starts: null, ends: null };
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let position = 0;
  for (const character of original) {
    const end = position + character.length;
    const folded = letterCase === 'kept' ? foldKeepingCase(character) : foldCharacter(character);
    // A stripped mark belongs to the character before it.
    if (folded === '' && ends.length > 0) ends[ends.length - 1] = end;
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(position);
      ends.push(end);
    }
    text += folded;
    position = end;
  }
  return { text, starts, ends };
}

/** Folds one character to none, one or several. */
function foldCharacter(character: string): string {
  if (!beyondAscii.test(character)) return character.toLowerCase();
  return Array.from(bareLetters(character).toLowerCase(), plainLetter).join('');
}

/** The same letters as `foldCharacter` gives, in capitals where they are so in the text. */
function foldKeepingCase(character: string): string {
  if (!beyondAscii.test(character)) return character;
  return Array.from(bareLetters(character), (letter) => {
    const small = letter.toLowerCase();
    return small === letter ? plainLetter(letter) : plainLetter(small).toUpperCase();
  }).join('');
}

const bareLetters = (character: string): string => character.normalize('NFKD').replace(strippedCharacters, '');

const plainLetter = (letter: string): string => plainLetters[letter] ?? letter;
