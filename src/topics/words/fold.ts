import { memoByKey } from '../../memo.ts';

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
// ASCII characters; or one character with its marks, as in `é`, `ガ` and half-width `ｶﾞ`; or the letters of a syllable
// that Korean writes as one character.
const pieces = /[\0-\x7f]+(?!\p{M})|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|\P{M}[\p{M}\uff9e\uff9f]*|./gsu;
// Accents of scripts whose readers leave them out, too. Elsewhere marks are vowels (Thai, Devanagari) or make another
// letter (Kana). And characters that format and are not seen: soft hyphens, zero-width joiners, direction marks.
const strippedCharacters =
  /[[\p{M}--[\u3099\u309a]]&&[\p{sc=Inherited}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}]]|\p{Cf}/gv;

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
  for (const piece of original.match(pieces) ?? []) {
    const isAscii = !beyondAscii.test(piece);
    const folded = letterCase === 'kept' ? foldKeepingCase(piece) : foldPiece(piece);
    // A stripped character belongs to the one before it.
    if (folded === '' && ends.length > 0) ends[ends.length - 1] = position + piece.length;
    // ASCII units stand each at their own place, all others at that of the whole piece.
    const [step, length] = isAscii ? [1, 1] : [0, piece.length];
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(position + unit * step);
      ends.push(position + unit * step + length);
    }
    text += folded;
    position += piece.length;
  }
  return { text, starts, ends };
}

/** Folds a piece of a text to none, one or several characters. */
const foldPiece = (piece: string): string => (beyondAscii.test(piece) ? foldMarked(piece) : piece.toLowerCase());

/** Folds a character with its marks. Texts repeat few of them. */
const foldMarked = memoByKey(5_000, (piece: string): string =>
  Array.from(bareLetters(piece).toLowerCase(), plainLetter).join(''),
);

/** The same letters as `foldPiece` gives, in capitals where they are so in the text. */
function foldKeepingCase(piece: string): string {
  if (!beyondAscii.test(piece)) return piece;
  return Array.from(bareLetters(piece), (letter) => {
    const small = letter.toLowerCase();
    return small === letter ? plainLetter(letter) : plainLetter(small).toUpperCase();
  }).join('');
}

const bareLetters = (piece: string): string => piece.normalize('NFKD').replace(strippedCharacters, '').normalize('NFC');

const plainLetter = (letter: string): string => plainLetters[letter] ?? letter;
