import { tokenize } from '../tokens.ts';
import { reaching } from './growing.ts';

/** What stands between a word and the one before it, as numbers; see `Token`. */
export const gaps = { other: 0, space: 1, hyphen: 2 } as const;

/** Takes the words of a text in their order. */
export type TakeWord = (form: number, gap: number) => void;

/**
 * Reads texts into numbered words without cutting them into strings: a piece of text between blanks that was read
 * before is recognised by its characters. What is new is cut by the language's own tokenizer, so that both agree on
 * every text.
 */
export interface TextScanner {
  scan(text: string, take: TakeWord): void;
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
  let endsInWord = false;

  const takePiece = (words: Int32Array, from: number, isTouching: boolean, take: TakeWord) => {
    const header = words[from] ?? 0;
    const count = header >> 2;
    // A piece without words is blank itself, or parts those around it.
    if (count === 0) endsInWord = endsInWord && isTouching && header !== 0;
    if (count === 0) return;
    for (let index = 0; index < count; index++) {
      const word = words[from + 1 + index] ?? 0;
      const isApart = index === 0 && !(isTouching && endsInWord && (header & 1) !== 0);
      take(word >> 2, isApart ? gaps.other : index === 0 ? gaps.space : word & 3);
    }
    endsInWord = (header & 2) !== 0;
  };
  const readPiece = (text: string, from: number, to: number, hash: number, isTouching: boolean, take: TakeWord) => {
    const known = pieces.find(text, from, to, hash);
    if (known >= 0) return takePiece(pieces.words, known, isTouching, take);
    const words = cutPiece(copied(text, from, to), formOf);
    takePiece(words, 0, isTouching, take);
    if (to - from <= longestPiece) pieces.add(text, from, to, hash, words);
  };
  return {
    clear: pieces.clear,
    scan(text, take) {
      endsInWord = false;
      // Whether nothing but blanks stands between this piece and the one before.
      let isTouching = false;
      for (let at = 0; at < text.length; ) {
        const kind = kinds[text.charCodeAt(at)] ?? 0;
        if ((kind & (blank | cutBefore)) !== 0) {
          if (kind === cutBefore) isTouching = false;
          at++;
          continue;
        }
        const from = at;
        let to = at;
        let hash = 0x811c9dc5;
        let hashOfPiece = hash;
        for (; at < text.length; at++) {
          const code = text.charCodeAt(at);
          const kindHere = kinds[code] ?? 0;
          if (kindHere === blank) break;
          hash = Math.imul(hash ^ (folded[code] ?? 0), 0x01000193);
          if (kindHere === cutAfter) continue;
          to = at + 1;
          hashOfPiece = hash;
        }
        if (to > from) readPiece(text, from, to, hashOfPiece ^ (hashOfPiece >>> 15), isTouching, take);
        isTouching = to === at && to > from;
      }
    },
  };
}

/** Built of its characters, so that no text is kept for a piece of it. */
const copied = (text: string, from: number, to: number): string =>
  to - from > longestPiece
    ? text.slice(from, to)
    : String.fromCharCode(...Array.from({ length: to - from }, (_, at) => text.charCodeAt(from + at)));

/**
 * The words of a piece: `count × 4`, plus 1 where nothing but blanks stands before the first word, plus 2 where nothing
 * but blanks stands behind the last; then for each word `form × 4` plus the gap before it.
 */
function cutPiece(piece: string, formOf: (text: string) => number): Int32Array {
  // Between two other words the tokenizer says itself what it takes for a blank.
  const tokens = tokenize(`x ${piece} x`);
  const count = tokens.length - 2;
  const startsInWord = tokens[1]?.gap === 'space';
  const endsInWord = tokens.at(-1)?.gap === 'space';
  const words = tokens.slice(1, -1).map(({ text, gap }) => formOf(text) * 4 + gaps[gap]);
  return Int32Array.of(count * 4 + (startsInWord ? 1 : 0) + (endsInWord ? 2 : 0), ...words);
}

/** Pieces that were read, by their characters in lower case. */
function createPieces() {
  let slots = new Int32Array(1 << 12);
  let hashes = new Int32Array(1 << 11);
  let starts = new Int32Array(1 << 11);
  let wordStarts = new Int32Array(1 << 11);
  let units = new Uint16Array(1 << 14);
  let words = new Int32Array(1 << 13);
  let wordsEnd = 0;
  let count = 1;

  const clear = () => {
    slots.fill(0);
    count = 1;
    wordsEnd = 0;
  };
  const isPiece = (piece: number, text: string, from: number, to: number): boolean => {
    const start = starts[piece] ?? 0;
    if ((starts[piece + 1] ?? 0) - start !== to - from) return false;
    for (let at = from; at < to; at++) if (folded[text.charCodeAt(at)] !== units[start + at - from]) return false;
    return true;
  };
  const put = (piece: number) => {
    const mask = slots.length - 1;
    let slot = (hashes[piece] ?? 0) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = piece;
  };
  return {
    clear,
    get words() {
      return words;
    },
    /** Where the words of the piece begin, or −1. */
    find(text: string, from: number, to: number, hash: number): number {
      const mask = slots.length - 1;
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const piece = slots[slot] ?? 0;
        if (piece === 0) return -1;
        if (hashes[piece] === hash && isPiece(piece, text, from, to)) return wordStarts[piece] ?? 0;
      }
    },
    add(text: string, from: number, to: number, hash: number, read: Int32Array): void {
      if (count >= piecesAtMost) clear();
      const start = count === 1 ? 0 : (starts[count] ?? 0);
      hashes = reaching(hashes, count);
      starts = reaching(starts, count + 1);
      wordStarts = reaching(wordStarts, count);
      units = reaching(units, start + to - from);
      words = reaching(words, wordsEnd + read.length);
      for (let at = from; at < to; at++) units[start + at - from] = folded[text.charCodeAt(at)] ?? 0;
      words.set(read, wordsEnd);
      hashes[count] = hash;
      starts[count] = start;
      starts[count + 1] = start + to - from;
      wordStarts[count] = wordsEnd;
      wordsEnd += read.length;
      put(count++);
      if (count * 2 <= slots.length) return;
      slots = new Int32Array(slots.length * 2);
      for (let piece = 1; piece < count; piece++) put(piece);
    },
  };
}
