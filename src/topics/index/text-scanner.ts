import { tokenize } from '../words/tokens.ts';
import { reaching } from './growing.ts';
import { createTokenCache } from './token-cache.ts';

/** The gaps of `Token`, as numbers. */
export const gaps = { other: 0, space: 1, hyphen: 2 } as const;

/** Words one after another. */
export interface WordStream {
  /** By position: the form (number of the folded word), or 0 between texts. */
  forms: Int32Array;
  /** By position: the gap before the word. */
  gaps: Uint8Array;
  end: number;
}

export const createWordStream = (): WordStream => ({
  forms: new Int32Array(1 << 12),
  gaps: new Uint8Array(1 << 12),
  end: 0,
});

/** Writes a word, or a 0 where a text ends. */
export function put(stream: WordStream, form: number, gap: number): void {
  const { end } = stream;
  if (end === stream.forms.length) {
    stream.forms = reaching(stream.forms, end);
    stream.gaps = reaching(stream.gaps, end);
  }
  stream.forms[end] = form;
  stream.gaps[end] = gap;
  stream.end = end + 1;
}

/**
 * Turns texts into numbered words without cutting them into strings. A token here is a run of characters between
 * blanks; a token that was read before is recognised by its characters. A new token is cut at once if it is plain;
 * otherwise the language's own tokenizer cuts it, so that both agree on every text.
 */
export interface TextScanner {
  /** Writes the words of the text in their order. */
  scan(text: string, stream: WordStream): void;
  /** Forgets all tokens. */
  clear(): void;
}

/** Kinds of characters. All others only separate words. */
const kind = {
  letter: 1,
  blank: 2,
  /** May be removed in front of a token without changing its words. */
  cutBefore: 3,
  /** May be removed at the end of a token without changing its words. */
  cutAfter: 4,
  hyphen: 5,
} as const;

const kinds = new Uint8Array(1 << 16);
for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789') kinds[character.charCodeAt(0)] = kind.letter;
for (const character of ' \t\n\v\f\r') kinds[character.charCodeAt(0)] = kind.blank;
for (const character of '([{') kinds[character.charCodeAt(0)] = kind.cutBefore;
for (const character of '.,;:!?)]}') kinds[character.charCodeAt(0)] = kind.cutAfter;
for (const character of '-_') kinds[character.charCodeAt(0)] = kind.hyphen;

/**
 * What needs the tokenizer: apostrophes, signs that belong to names, dots of acronyms, and everything beyond ASCII.
 */
const special = /['`+#]|\.[a-z]\.|[^\0-\x7f]/i;

const dot = '.'.charCodeAt(0);

/** Whether a dot can be the last one of an acronym. Such a dot stays in the token. */
const isSecondDot = (units: Uint16Array, at: number): boolean => units[at] === dot && at > 1 && units[at - 2] === dot;

/** ASCII letters in lower case, everything else unchanged. */
const folded = Uint16Array.from({ length: 1 << 16 }, (_, code) =>
  code < 128 ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : code,
);

/** Longer tokens are addresses, formulas or text without blanks. They are cut each time. */
const longestToken = 48;

/** @param formOf returns the number of a folded word */
export function createTextScanner(formOf: (text: string) => number): TextScanner {
  const cache = createTokenCache();
  // The characters of the text, folded.
  let units = new Uint16Array(1 << 12);
  // Whether only blanks stand between the last word and the current position.
  let isTouching = false;

  const write = (words: Int32Array, from: number, stream: WordStream) => {
    const header = words[from] ?? 0;
    const end = from + 1 + (header >> 2);
    for (let at = from + 1; at < end; at++) {
      const word = words[at] ?? 0;
      if (at > from + 1) put(stream, word >> 2, word & 3);
      else put(stream, word >> 2, isTouching && (header & 1) !== 0 ? gaps.space : gaps.other);
    }
    // A token without words keeps its neighbours apart, unless it is blank itself.
    isTouching = (header & 2) !== 0 && (header > 3 || isTouching);
  };
  const learnToken = (text: string, from: number, to: number, hash: number): number => {
    const words = cutToken(text.slice(from, to), formOf);
    return to - from > longestToken ? cache.hold(words) : cache.add(units, from, to, hash, words);
  };
  const readToken = (text: string, from: number, to: number, hash: number, stream: WordStream) => {
    const known = cache.find(units, from, to, hash);
    const words = known < 0 ? learnToken(text, from, to, hash) : known;
    write(cache.words, words, stream);
  };
  /** Reads the token that begins here and returns where it ends. */
  const scanToken = (text: string, from: number, stream: WordStream): number => {
    let at = from;
    let to = from;
    let hash = 0x811c9dc5;
    let hashOfToken = hash;
    for (; at < text.length; at++) {
      const unit = units[at] ?? 0;
      const kindOfUnit = kinds[unit] ?? 0;
      if (kindOfUnit === kind.blank) break;
      hash = Math.imul(hash ^ unit, 0x01000193);
      if (kindOfUnit === kind.cutAfter && !isSecondDot(units, at)) continue;
      to = at + 1;
      hashOfToken = hash;
    }
    if (to > from) readToken(text, from, to, hashOfToken ^ (hashOfToken >>> 15), stream);
    if (to < at) isTouching = false;
    return at;
  };
  return {
    clear: cache.clear,
    scan(text, stream) {
      isTouching = false;
      units = reaching(units, text.length);
      for (let at = 0; at < text.length; at++) units[at] = folded[text.charCodeAt(at)] ?? 0;
      for (let at = 0; at < text.length; ) {
        const kindOfUnit = kinds[units[at] ?? 0] ?? 0;
        if (kindOfUnit === kind.cutBefore) isTouching = false;
        if (kindOfUnit === kind.cutBefore || kindOfUnit === kind.blank) at++;
        else at = scanToken(text, at, stream);
      }
    },
  };
}

/**
 * The words of a token: a header, then for each word `form × 4` plus the gap before it. The header is `count × 4`, plus
 * 1 if the token begins with its first word, plus 2 if it ends with its last word.
 */
function cutToken(token: string, formOf: (text: string) => number): readonly number[] {
  if (special.test(token)) return cutByTokenizer(token, formOf);
  const text = token.toLowerCase();
  const kindAt = (at: number): number => kinds[text.charCodeAt(at)] ?? 0;
  const words = [0];
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    if (kindAt(at) !== kind.letter) continue;
    const gap = end > 0 && at === end + 1 && kindAt(end) === kind.hyphen ? gaps.hyphen : gaps.other;
    end = at + 1;
    while (end < text.length && kindAt(end) === kind.letter) end++;
    words.push(formOf(text.slice(at, end)) * 4 + gap);
    at = end;
  }
  words[0] = (words.length - 1) * 4 + (kindAt(0) === kind.letter ? 1 : 0) + (end === text.length ? 2 : 0);
  return words;
}

function cutByTokenizer(token: string, formOf: (text: string) => number): readonly number[] {
  // Between two other words the tokenizer itself says what counts as a blank.
  const tokens = tokenize(`x ${token} x`);
  const count = tokens.length - 2;
  const startsInWord = tokens[1]?.gap === 'space';
  const endsInWord = tokens.at(-1)?.gap === 'space';
  const words = tokens.slice(1, -1).map(({ text, gap }) => formOf(text) * 4 + gaps[gap]);
  return [count * 4 + (startsInWord ? 1 : 0) + (endsInWord ? 2 : 0), ...words];
}
