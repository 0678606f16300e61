import { reaching } from './growing.ts';

/** Pieces of text that were read, and their words, found again by their characters. */
export interface TokenCache {
  /** Words, from where `find`, `add` or `hold` says on; good until the next of these. */
  readonly words: Int32Array;
  /**
   * Where the words of the piece begin, or −1.
   * @param units characters, of which the piece is those from there to there
   */
  find(units: Uint16Array, from: number, to: number, hash: number): number;
  /** Adds a piece that is not there yet; where its words begin. */
  add(units: Uint16Array, from: number, to: number, hash: number, words: readonly number[]): number;
  /** Where the words of a piece begin that is not to be found again. */
  hold(words: readonly number[]): number;
  clear(): void;
}

const piecesAtMost = 1 << 17;

export function createTokenCache(): TokenCache {
  // In turn: the hash of a piece, and where it begins in `numbers`, which is 0 in a gap.
  let slots = new Int32Array(1 << 13);
  // All of a piece stands together, since it is looked at together: how many characters, these, two a number, its words.
  let numbers = new Int32Array(1 << 14);
  let end = 1;
  let count = 0;

  const isPiece = (piece: number, units: Uint16Array, from: number, to: number): boolean => {
    if (numbers[piece] !== to - from) return false;
    for (let at = from, number = piece + 1; at < to; at += 2, number++) {
      if (numbers[number] !== pairOf(units, at, to)) return false;
    }
    return true;
  };
  const file = (hash: number, piece: number) => {
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
    slots[slot] = hash;
    slots[slot + 1] = piece;
  };
  const grow = () => {
    const before = slots;
    slots = new Int32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 2) if (before[at + 1] !== 0) file(before[at] ?? 0, before[at + 1] ?? 0);
  };
  const clear = () => {
    slots.fill(0);
    end = 1;
    count = 0;
  };
  const store = (words: readonly number[], from: number): number => {
    numbers = reaching(numbers, from + words.length);
    numbers.set(words, from);
    return from;
  };
  return {
    clear,
    get words() {
      return numbers;
    },
    find(units, from, to, hash) {
      const mask = slots.length - 1;
      for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
        const piece = slots[slot + 1] ?? 0;
        if (piece === 0) return -1;
        if (slots[slot] === hash && isPiece(piece, units, from, to)) return piece + 1 + ((to - from + 1) >> 1);
      }
    },
    hold: (words) => store(words, end),
    add(units, from, to, hash, words) {
      if (count >= piecesAtMost) clear();
      const wordsAt = store(words, end + 1 + ((to - from + 1) >> 1));
      numbers[end] = to - from;
      for (let at = from, number = end + 1; at < to; at += 2, number++) numbers[number] = pairOf(units, at, to);
      file(hash, end);
      end = wordsAt + words.length;
      count++;
      if (count * 4 > slots.length) grow();
      return wordsAt;
    },
  };
}

const pairOf = (units: Uint16Array, at: number, end: number): number => {
  const first = units[at] ?? 0;
  return at + 1 < end ? first | ((units[at + 1] ?? 0) << 16) : first;
};
