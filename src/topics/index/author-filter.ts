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
/** How many words are one name at most with one hyphen: articles and syllables tie words, and two such names are one. */
const tiedAtMost = 5;

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
    if (words.isPlainPair(name)) return this.#mayHavePair(name);
    return !words.areInOrder(name) || this.#mayHaveFamily(name);
  }

  /** All keys of a name of two words are made of these words and their first letters. */
  #mayHavePair(name: string): boolean {
    const [first = 0, second = 0] = this.#words.starts;
    const one = hashEnd(hashOfWord(name, first, hashBegin));
    const other = hashEnd(hashOfWord(name, second, hashBegin));
    if (this.#hasPair(one, other) || this.#hasPair(other, one) || this.#hasPair(0, one) || this.#hasPair(0, other))
      return true;
    return this.#hasPair(initialAt(name, first), other) || this.#hasPair(initialAt(name, second), one);
  }

  /** The family name, or the only name of a key, is one of the words or a few of them together. */
  #mayHaveFamily(name: string): boolean {
    const { count, starts } = this.#words;
    for (let first = 0; first < count; first++) {
      let hash = hashBegin;
      const last = Math.min(first + tiedAtMost, count) - 1;
      for (let word = first; word <= last; word++) {
        hash = hashOfWord(name, starts[word] ?? 0, hash);
        if (this.#lone.has(hashEnd(hash))) return true;
      }
    }
    return false;
  }

  #hasPair(given: number, family: number): boolean {
    return this.#pairs.has(hashOfBoth(given, family));
  }
}

/** The words of one name of ASCII letters at a time. */
class NameWords {
  count = 0;
  hyphens = 0;
  /** By word: where it starts. */
  readonly starts = new Int32Array(wordsAtMost);

  cut(name: string): void {
    this.count = 0;
    this.hyphens = 0;
    let isInWord = false;
    for (let at = 0; at < name.length; at++) {
      const unit = name.charCodeAt(at);
      if (unit === hyphen) this.hyphens++;
      if (isLetter(unit) && !isInWord) this.starts[this.count++] = at;
      isInWord = isLetter(unit);
    }
  }

  /** Whether only a few words next to each other can be one name. */
  areInOrder(name: string): boolean {
    // More hyphens can tie any number of words. A comma changes which words stand next to each other.
    if (this.count > wordsAtMost || this.hyphens > 1) return false;
    return this.count < 3 || !(name.includes(',') || articles.test(name));
  }

  /** Whether the name is two words with a blank between them, and neither is initials. */
  isPlainPair(name: string): boolean {
    const [first = 0, second = 0] = this.starts;
    return (
      this.count === 2 &&
      name.charAt(second - 1) === ' ' &&
      isLetter(name.charCodeAt(second - 2)) &&
      !mayBeInitials(name, first) &&
      !mayBeInitials(name, second)
    );
  }
}

/** One of two articles in a row is left out of a name. */
const articles = /\b[ae]l[., -]+[ae]l\b/i;

/** Whether the word that starts here is one letter, or begins with two capitals, as `JA` does. */
const mayBeInitials = (name: string, start: number): boolean => !isSmallLetter(name.charCodeAt(start + 1));

/** The hash of the word that starts here, in lower case, after the words of the given hash. */
function hashOfWord(name: string, start: number, before: number): number {
  let hash = before;
  for (let at = start; at < name.length && isLetter(name.charCodeAt(at)); at++)
    hash = hashOn(hash, name.charCodeAt(at) | smallLetterBit);
  return hash;
}

const hyphen = '-'.charCodeAt(0);
const smallLetterBit = 0x20;
/** Names of `plainName` have no other units from `A` on. */
const isLetter = (unit: number): boolean => unit >= 0x41;
const isSmallLetter = (unit: number): boolean => unit >= 0x61;

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
