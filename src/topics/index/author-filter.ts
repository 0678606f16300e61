import type { NameKey } from '../names/name-keys.ts';
import { hashBegin, hashEnd, hashOf, hashOfBoth, hashOn } from './hash-table.ts';

/** The filters take 512 and 128 kilobytes, so that they stay in the processor's cache. */
const pairBits = 22;
const loneBits = 20;

/** Only the words of such names are cut here. */
const plainName = /^[A-Za-z., -]+$/;
/** Letters that may be an umlaut, so that a word has several spellings, or two words in one have. */
const mayBeUmlaut = /[aou][., -]*e/i;
const wordsAtMost = 24;

/** The hash of each first letter, as a key has it: `y*`. */
const hashOfInitial = Int32Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => hashOf(`${letter}*`));

/**
 * Two Bloom filters of one hash over the author keys that topics ask for or asked for. They rule out most authors
 * without reading their names. Every author of every paper is looked up, so no strings are made.
 */
export class AuthorFilter {
  /** Given names with family names. */
  readonly #pairs = new BitSet(pairBits);
  /** Family names, and names that are asked for alone. */
  readonly #lone = new BitSet(loneBits);
  readonly #words = new NameWords();

  add(key: NameKey): void {
    this.#lone.add(hashOf(key, key.indexOf(' ') + 1));
    this.#pairs.add(hashOfKey(key));
  }

  /** Whether topics may ask for this key. */
  mayHaveKey(key: NameKey): boolean {
    return this.#pairs.has(hashOfKey(key));
  }

  /** Whether topics may ask for this author. */
  mayHave(name: string): boolean {
    if (!plainName.test(name) || mayBeUmlaut.test(name)) return true;
    const words = this.#words;
    words.cut(name);
    // Three words and more can be one name if hyphens tie them.
    if (words.count > wordsAtMost || words.hyphens > 1) return true;
    return words.isPlainPair(name) ? this.#mayHavePair(name) : this.#mayHaveFamily();
  }

  /** All keys of a name of two words are made of these words and their first letters. */
  #mayHavePair(name: string): boolean {
    const { hashes, starts } = this.#words;
    const [one = 0, other = 0] = hashes;
    if (this.#hasPair(one, other) || this.#hasPair(other, one) || this.#hasPair(0, one) || this.#hasPair(0, other))
      return true;
    return this.#hasPair(initialAt(name, starts[0] ?? 0), other) || this.#hasPair(initialAt(name, starts[1] ?? 0), one);
  }

  /** The family name, or the only name of a key, is one of the words or two of them together. */
  #mayHaveFamily(): boolean {
    const { count, hashes, withBefore } = this.#words;
    for (let at = 0; at < count; at++) {
      if (this.#lone.has(hashes[at] ?? 0)) return true;
      if (at > 0 && this.#lone.has(withBefore[at] ?? 0)) return true;
    }
    return false;
  }

  #hasPair(given: number, family: number): boolean {
    return this.#pairs.has(hashOfBoth(given, family));
  }
}

/** The words of one name of ASCII letters at a time, as hashes in lower case. */
class NameWords {
  count = 0;
  hyphens = 0;
  /** By word: where it starts, its hash, and the hash of it and the word before it in one. */
  readonly starts = new Int32Array(wordsAtMost);
  readonly hashes = new Int32Array(wordsAtMost);
  readonly withBefore = new Int32Array(wordsAtMost);

  cut(name: string): void {
    this.count = 0;
    this.hyphens = 0;
    let before = hashBegin;
    for (let at = 0; at < name.length; at++) {
      const unit = name.charCodeAt(at);
      if (unit === hyphen) this.hyphens++;
      if (!isLetter(unit)) continue;
      const start = at;
      let alone = hashBegin;
      let joined = before;
      for (; at < name.length && isLetter(name.charCodeAt(at)); at++) {
        const letter = name.charCodeAt(at) | smallLetterBit;
        alone = hashOn(alone, letter);
        joined = hashOn(joined, letter);
      }
      at--;
      before = alone;
      this.#put(start, alone, joined);
    }
  }

  /** Whether the name is two words with a blank between them, and neither is an initial. */
  isPlainPair(name: string): boolean {
    const [first = 0, second = 0] = this.starts;
    return (
      this.count === 2 &&
      name.charAt(second - 1) === ' ' &&
      second - first > 2 &&
      isLetter(name.charCodeAt(second - 2)) &&
      isLetter(name.charCodeAt(second + 1))
    );
  }

  #put(start: number, alone: number, joined: number): void {
    this.starts[this.count] = start;
    this.hashes[this.count] = hashEnd(alone);
    this.withBefore[this.count] = hashEnd(joined);
    this.count++;
  }
}

const hyphen = '-'.charCodeAt(0);
const smallLetterBit = 0x20;
/** Names of `plainName` have no other units from `A` on. */
const isLetter = (unit: number): boolean => unit >= 0x41;

const initialAt = (name: string, at: number): number =>
  hashOfInitial[(name.charCodeAt(at) | smallLetterBit) - 'a'.charCodeAt(0)] ?? 0;

/** The hash of the given name, or 0, together with that of the family name. */
function hashOfKey(key: NameKey): number {
  const blank = key.indexOf(' ');
  return hashOfBoth(blank < 0 ? 0 : hashOf(key, 0, blank), hashOf(key, blank + 1));
}

class BitSet {
  readonly #shift: number;
  readonly #words: Int32Array;

  constructor(bits: number) {
    this.#shift = 32 - bits;
    this.#words = new Int32Array(1 << (bits - 5));
  }

  add(hash: number): void {
    const bit = hash >>> this.#shift;
    this.#words[bit >>> 5] = (this.#words[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }

  has(hash: number): boolean {
    const bit = hash >>> this.#shift;
    return (((this.#words[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }
}
