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

/** Folds case, accents and compatibility forms (`ﬁ`, `𝐱`, `₂`) away, keeping track of the original places. */
export function foldText(original: string): FoldedText {
  // Lower case never moves a unit within ASCII, and nearly all abstracts are ASCII.
  if (!beyondAscii.test(original)) return { text: original.toLowerCase(), starts: null, ends: null };
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let position = 0;
  for (const character of original) {
    const end = position + character.length;
    const folded = foldCharacter(character);
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
  const bare = character.normalize('NFKD').replace(strippedCharacters, '').toLowerCase();
  return Array.from(bare, (letter) => plainLetters[letter] ?? letter).join('');
}
