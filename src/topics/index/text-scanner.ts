import { tokenize } from '../tokens.ts';
import { reaching } from './growing.ts';

/** What stands between a word and the one before it, as numbers; see `Token`. */
export const gaps = { other: 0, space: 1, hyphen: 2 } as const;

/** Words one after another. */
export interface WordStream {
  /** By place: the number of the folded word; 0 between texts. */
  forms: Int32Array;
  /** By place: the gap before the word. */
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
 * Reads texts into numbered words without cutting them into strings: a piece of text between blanks that was read
 * before is recognised by its characters. What is new is cut by the language's own tokenizer, so that both agree on
 * every text.
 */
export interface TextScanner {
  /** Writes the words of the text in their order. */
  scan(text: string, stream: WordStream): void;
  /** Forgets what was read. */
  clear(): void;
}

const blank = 1;
const cutBefore = 2;
const cutAfter = 4;

/**
 * What may be cut off a piece without changing its words: no name holds these signs at its ends. Blanks and signs beyond
 * ASCII are left to the tokenizer.
 */
const kinds = new Uint8Array(1 << 16);
for (const character of ' \t\n\v\f\r') kinds[character.charCodeAt(0)] = blank;
for (const character of '([{') kinds[character.charCodeAt(0)] = cutBefore;
for (const character of '.,;:!?)]}') kinds[character.charCodeAt(0)] = cutAfter;

/** Letters of ASCII in lower case, everything else as it is. */
const folded = Uint16Array.from({ length: 1 << 16 }, (_, code) =>
  code < 128 ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : code,
);

/** Longer pieces are no words but addresses, formulas, text without blanks. They are cut each time. */
const longestPiece = 48;
const piecesAtMost = 1 << 17;

/** @param formOf the number of a folded word */
export function createTextScanner(formOf: (text: string) => number): TextScanner {
  const pieces = createPieces();
  // Whether nothing but blanks stands between the last word and the place that the scan has come to.
  let isTouching = false;

  const write = (words: Int32Array, from: number, stream: WordStream) => {
    const header = words[from] ?? 0;
    const end = from + 1 + (header >> 2);
    for (let at = from + 1; at < end; at++) {
      const word = words[at] ?? 0;
      if (at > from + 1) put(stream, word >> 2, word & 3);
      else put(stream, word >> 2, isTouching && (header & 1) !== 0 ? gaps.space : gaps.other);
    }
    // A piece without words is blank itself, or parts those around it.
    isTouching = (header & 2) !== 0 && (header > 3 || isTouching);
  };
  const readPiece = (text: string, from: number, to: number, hash: number, stream: WordStream) => {
    const known = pieces.find(text, from, to, hash);
    if (known >= 0) return write(pieces.numbers, known, stream);
    const words = cutPiece(copied(text, from, to), formOf);
    write(words, 0, stream);
    if (to - from <= longestPiece) pieces.add(text, from, to, hash, words);
  };
  /** Reads the piece that begins there, and tells where the blank after it is. */
  const scanPiece = (text: string, from: number, stream: WordStream): number => {
    let at = from;
    let to = from;
    let hash = 0x811c9dc5;
    let hashOfPiece = hash;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const kind = kinds[code] ?? 0;
      if (kind === blank) break;
      hash = Math.imul(hash ^ (folded[code] ?? 0), 0x01000193);
      if (kind === cutAfter) continue;
      to = at + 1;
      hashOfPiece = hash;
    }
    if (to > from) readPiece(text, from, to, hashOfPiece ^ (hashOfPiece >>> 15), stream);
    if (to < at) isTouching = false;
    return at;
  };
  return {
    clear: pieces.clear,
    scan(text, stream) {
      isTouching = false;
      for (let at = 0; at < text.length; ) {
        const kind = kinds[text.charCodeAt(at)] ?? 0;
        if (kind === cutBefore) isTouching = false;
        if (kind === cutBefore || kind === blank) at++;
        else at = scanPiece(text, at, stream);
      }
    },
  };
}

/** Built of its characters, so that no text is kept for a piece of it. */
const copied = (text: string, from: number, to: number): string =>
  to - from > longestPiece
    ? text.slice(from, to)
    : String.fromCharCode(...Array.from({ length: to - from }, (_, at) => text.charCodeAt(from + at)));

const plainWord = /^[a-z0-9]+$/;
const tiedWords = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;

/**
 * The words of a piece: `count × 4`, plus 1 where nothing but blanks stands before the first word, plus 2 where nothing
 * but blanks stands behind the last; then for each word `form × 4` plus the gap before it.
 */
function cutPiece(piece: string, formOf: (text: string) => number): Int32Array {
  // Nearly all pieces are such words, which no tokenizer cuts otherwise.
  const lower = piece.toLowerCase();
  if (plainWord.test(lower)) return Int32Array.of(4 + 3, formOf(lower) * 4 + gaps.other);
  if (tiedWords.test(lower)) {
    const forms = lower.split('-').map((word, index) => formOf(word) * 4 + (index === 0 ? gaps.other : gaps.hyphen));
    return Int32Array.of(forms.length * 4 + 3, ...forms);
  }
  // Between two other words the tokenizer says itself what it takes for a blank.
  const tokens = tokenize(`x ${piece} x`);
  const count = tokens.length - 2;
  const startsInWord = tokens[1]?.gap === 'space';
  const endsInWord = tokens.at(-1)?.gap === 'space';
  const words = tokens.slice(1, -1).map(({ text, gap }) => formOf(text) * 4 + gaps[gap]);
  return Int32Array.of(count * 4 + (startsInWord ? 1 : 0) + (endsInWord ? 2 : 0), ...words);
}

/**
 * Pieces that were read, by their characters in lower case. All of a piece stands together, since it is looked at
 * together: how many characters, these, two a number, and its words.
 */
function createPieces() {
  // In turn: the hash of a piece, and where it begins in `numbers`, which is 0 in a gap.
  let slots = new Int32Array(1 << 13);
  let numbers = new Int32Array(1 << 14);
  let end = 1;
  let count = 0;

  const isPiece = (piece: number, text: string, from: number, to: number): boolean => {
    if (numbers[piece] !== to - from) return false;
    for (let at = from, number = piece + 1; at < to; at += 2, number++) {
      if (numbers[number] !== pairOfCharacters(text, at, to)) return false;
    }
    return true;
  };
  const put = (hash: number, piece: number) => {
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
    slots[slot] = hash;
    slots[slot + 1] = piece;
  };
  const grow = () => {
    const before = slots;
    slots = new Int32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 2) if (before[at + 1] !== 0) put(before[at] ?? 0, before[at + 1] ?? 0);
  };
  const clear = () => {
    slots.fill(0);
    end = 1;
    count = 0;
  };
  return {
    clear,
    get numbers() {
      return numbers;
    },
    /** Where the words of the piece begin in `numbers`, or −1. */
    find(text: string, from: number, to: number, hash: number): number {
      const mask = slots.length - 1;
      for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
        const piece = slots[slot + 1] ?? 0;
        if (piece === 0) return -1;
        if (slots[slot] === hash && isPiece(piece, text, from, to)) return piece + 1 + ((to - from + 1) >> 1);
      }
    },
    add(text: string, from: number, to: number, hash: number, words: Int32Array): void {
      if (count >= piecesAtMost) clear();
      const wordsAt = end + 1 + ((to - from + 1) >> 1);
      numbers = reaching(numbers, wordsAt + words.length);
      numbers[end] = to - from;
      for (let at = from; at < to; at += 2) numbers[end + 1 + ((at - from) >> 1)] = pairOfCharacters(text, at, to);
      numbers.set(words, wordsAt);
      put(hash, end);
      end = wordsAt + words.length;
      count++;
      if (count * 4 > slots.length) grow();
    },
  };
}

const pairOfCharacters = (text: string, at: number, end: number): number => {
  const first = folded[text.charCodeAt(at)] ?? 0;
  return at + 1 < end ? first | ((folded[text.charCodeAt(at + 1)] ?? 0) << 16) : first;
};
