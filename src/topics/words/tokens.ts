import { type Case, foldText } from './fold.ts';
import { spellGreek } from './greek.ts';
import { isPlain, PlainWords, unlikePlainStretches } from './plain-words.ts';
import { unspacedScripts } from './scripts.ts';
import { type KnownWord, knownWord } from './stem.ts';

/** A word of a text as it is compared. */
export interface Token {
  /**
   * Folded: no case, accents, compatibility forms, apostrophes or dots of acronyms, Greek symbols by their names.
   */
  readonly text: string;
  readonly stem: string;
  /**
   * What stands between it and the word before it: a hyphen that ties them (`k-means`, `x_t`), nothing but blanks, or
   * something else. `other` for the first word.
   */
  readonly gap: 'hyphen' | 'space' | 'other';
  /** Where it starts in the original text, in UTF-16 units. */
  readonly start: number;
  /** Where it ends in the original text, exclusive. */
  readonly end: number;
}

/** A word of a text before it is compared: folded, with its apostrophes, each written `'`. */
interface CutWord {
  readonly surface: string;
  readonly gap: Token['gap'];
  readonly start: number;
  readonly end: number;
}

const anyLetter = String.raw`[\p{L}\p{N}]`;
const spacedLetter = `[${anyLetter}--${unspacedScripts}]`;
/** Letters with their marks. */
const runOf = (letter: string): string => String.raw`${letter}[${letter}\p{M}]*`;
// Single letters with a dot after each are one acronym: `U.S.A.`. From three letters on, the last dot may be missing:
// `i.i.d`. Two letters without it are mostly a formula: `x.y`.
const single = String.raw`[\p{Ll}\p{Lu}]`;
const acronym =
  String.raw`(?=${single}\.)(?<!${spacedLetter}\.?)${single}\.(?:${single}\.)+` +
  `(?:${single}(?!${spacedLetter})|(?!${spacedLetter}))`;
/**
 * Letters and digits, with the signs that make other names of them: `C++`, `C#`. An apostrophe within a word is part of
 * it: `o'brien`.
 */
const wordOf = (letter: string, beginning = runOf(letter)): string =>
  String.raw`(?:${beginning})(?:['’‘\x60]${runOf(letter)})*(?:\+\+|#(?!${letter}))?`;
const unspacedWord = String.raw`[${anyLetter}&&${unspacedScripts}]\p{M}*`;
const wordPattern = new RegExp(`${wordOf(spacedLetter)}|${unspacedWord}`, 'gv');
// Looking for acronyms takes a third longer, and most texts have none.
const anyAcronym = /\.[^\s.]\./;
const wordOrAcronym = new RegExp(`${wordOf(spacedLetter, `${acronym}|${runOf(spacedLetter)}`)}|${unspacedWord}`, 'gv');
const acronymDots = /\./g;
const apostrophes = /['’‘`]/g;
const anyApostrophe = /['’‘`]/;
// `the model's` and `GPT-4o's` are of the model and of GPT-4o.
const possessive = /['’‘`]s$/i;
const hyphens = /^[-‐‑‒–−_]$/;
const blanks = /^\s+$/;

/**
 * The words of a text. Everything but letters, digits and the apostrophes between them separates: `k-means` is two words.
 * Each letter of a script without blanks is a word, so that what is typed is found within any longer run.
 * Papers and topics are cut by this one function, so that both agree on what a word is.
 */
export const tokenize = (original: string): Token[] =>
  isPlain(original) ? plainTokens(original) : cutTokens(original);

/** The stems of the words of a text, as `tokenize` gives them. It makes no tokens, of which a day's papers have half a million. */
export function stemsOf(original: string): string[] {
  const stems: string[] = [];
  let at = 0;
  // A text with a few Greek letters is plain everywhere else.
  for (const { start, end } of unlikePlainStretches(original)) {
    addPlainStems(stems, original.slice(at, start));
    for (const stem of cutStems(original.slice(start, end))) stems.push(stem);
    at = end;
  }
  addPlainStems(stems, at === 0 ? original : original.slice(at));
  return stems;
}

/** `wordPattern` within ASCII, where it takes no table of Unicode's letters. */
const plainWordThere = /[a-z\d]+(?:['`][a-z\d]+)*(?:\+\+|#(?![a-z\d]))?/iy;

/** A plain word that is longer than a run of letters: `C++`, `o'brien`. */
function joinedWord(text: string, start: number): { readonly word: KnownWord; readonly end: number } {
  plainWordThere.lastIndex = start;
  const surface = plainWordThere.exec(text)?.[0] ?? '';
  return { word: knownWord(comparedText(surface.toLowerCase())), end: start + surface.length };
}

const plainWords = new PlainWords(joinedWord);

function addPlainStems(stems: string[], text: string): void {
  plainWords.begin(text);
  for (let word = plainWords.next(); word !== null; word = plainWords.next()) stems.push(word.stem);
}

function plainTokens(original: string): Token[] {
  const tokens: Token[] = [];
  let cutTo = 0;
  plainWords.begin(original);
  for (let word = plainWords.next(); word !== null; word = plainWords.next()) {
    const { start, end } = plainWords;
    const gap = cutTo === 0 ? 'other' : plainGap(original, cutTo, start);
    tokens.push({ text: word.text, stem: word.stem, gap, start, end });
    cutTo = end;
  }
  return tokens;
}

/** Most gaps are one blank, and no text is cut out for these. */
const plainGap = (text: string, from: number, to: number): Token['gap'] =>
  to === from + 1 && text[from] === ' ' ? 'space' : gapOf(text.slice(from, to));

const cutTokens = (original: string): Token[] =>
  cutWords(original).map(({ surface, gap, start, end }) => {
    const { text, stem } = knownWord(comparedText(surface));
    return { text, stem, gap, start, end };
  });

function cutStems(original: string): string[] {
  const { text, starts } = foldText(original);
  const words: readonly string[] = text.match(patternFor(text)) ?? [];
  return words.map((word) => knownWord(comparedText(surfaceOf(word, starts === null))).stem);
}

/** A cut word as it is compared, without apostrophes. */
const comparedText = (surface: string): string =>
  anyApostrophe.test(surface) ? surface.replace(possessive, '').replace(apostrophes, '') : surface;

/**
 * The words of a text in the form in which capitals count, one for each word of `tokenize`: `GPT`, `Cafe`. In small
 * letters each of them is the text of its token.
 */
export const casedWords = (original: string): string[] =>
  cutWords(original, 'kept').map(({ surface }) => comparedText(surface));

/** The same words in small letters. */
export function smallWords(original: string): string[] {
  if (!isPlain(original)) return casedWords(original).map((word) => word.toLowerCase());
  const words: string[] = [];
  plainWords.begin(original);
  for (let word = plainWords.next(); word !== null; word = plainWords.next()) words.push(word.text);
  return words;
}

/** The words of a text as they are shown when a topic is printed; of `O’Brien’s` it is `o'brien's`. */
export function cutWords(original: string, letterCase: Case = 'folded'): CutWord[] {
  const { text, starts, ends } = foldText(original, letterCase);
  const words: CutWord[] = [];
  let cutTo = 0;
  for (const { 0: word, index: first } of text.matchAll(patternFor(text))) {
    const after = first + word.length;
    words.push({
      surface: surfaceOf(word, starts === null),
      gap: cutTo === 0 ? 'other' : gapOf(text.slice(cutTo, first)),
      start: starts?.[first] ?? first,
      end: ends?.[after - 1] ?? after,
    });
    cutTo = after;
  }
  return words;
}

const patternFor = (text: string): RegExp => (anyAcronym.test(text) ? wordOrAcronym : wordPattern);

/** Acronyms are shown without their dots. */
function surfaceOf(word: string, isAscii: boolean): string {
  const undotted = word.includes('.') ? word.replace(acronymDots, '') : word;
  return isAscii ? undotted : spellGreek(undotted.replace(apostrophes, "'"));
}

function gapOf(between: string): Token['gap'] {
  if (between === ' ') return 'space';
  if (hyphens.test(between)) return 'hyphen';
  return blanks.test(between) ? 'space' : 'other';
}
