import { reaching } from './growing.ts';

/** A cache from the characters of a token to its words. It is emptied when full. */
export interface TokenCache {
  /** Words. `find`, `add` and `hold` return where in it they begin; valid until the next of these calls. */
  readonly words: Int32Array;
  /** Where the words of the token `units[from..to)` begin, or −1. */
  find(units: Uint16Array, from: number, to: number, hash: number): number;
  /** Adds a token that is not there yet and returns where its words begin. */
  add(units: Uint16Array, from: number, to: number, hash: number, words: readonly number[]): number;
  /** Stores the words of a token that is not to be found again, and returns where they begin. */
  hold(words: readonly number[]): number;
  clear(): void;
}

const tokensAtMost = 1 << 17;

export function createTokenCache(): TokenCache {
  // Pairs of a token's hash and its start in `numbers`, which is 0 for an empty slot.
  let slots = new Int32Array(1 << 13);
  // A token and its words lie together because they are read together: its length, its characters (two in a number),
  // its words.
  let numbers = new Int32Array(1 << 14);
  let end = 1;
  let count = 0;

  const isToken = (token: number, units: Uint16Array, from: number, to: number): boolean => {
    if (numbers[token] !== to - from) return false;
    for (let at = from, number = token + 1; at < to; at += 2, number++) {
      if (numbers[number] !== pairOf(units, at, to)) return false;
    }
    return true;
  };
  const file = (hash: number, token: number) => {
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
    slots[slot] = hash;
    slots[slot + 1] = token;
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
        const token = slots[slot + 1] ?? 0;
        if (token === 0) return -1;
        if (slots[slot] === hash && isToken(token, units, from, to)) return token + 1 + ((to - from + 1) >> 1);
      }
    },
    hold: (words) => store(words, end),
    add(units, from, to, hash, words) {
      if (count >= tokensAtMost) clear();
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
