import type { NameKey } from '../names/name-keys.ts';
import { spellingsOf } from '../names/spellings.ts';
import { hashOf, hashOfBoth } from './hash-table.ts';
import { createTextScanner, createWordStream, gaps } from './text-scanner.ts';

/** The filters take 512 and 128 kilobytes, so that they stay in the processor's cache. */
const pairBits = 22;
const loneBits = 20;

/** Other names may be cut otherwise by the scanner. */
const plainText = /^[A-Za-z., -]+$/;

/** A word of names: the hashes of its spellings, and the hashes of its first letter as a key has it. */
interface Word {
  readonly text: string;
  readonly hashes: readonly number[];
  readonly begins: number;
}

/** Words of names that are kept. */
const wordsAtMost = 1 << 15;

/**
 * Two Bloom filters of one hash over the author keys that topics ask for or asked for. They rule out most authors
 * without reading their names.
 */
export class AuthorFilter {
  /** Given names with family names. */
  readonly #pairs = new BitSet(pairBits);
  /** Family names, and names that are asked for alone. */
  readonly #lone = new BitSet(loneBits);
  readonly #words: Word[] = [];
  readonly #stream = createWordStream();
  readonly #scanner = createTextScanner((text) => this.#words.push(wordOf(text)));

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
    if (!plainText.test(name)) return true;
    if (this.#words.length > wordsAtMost) {
      this.#words.length = 0;
      this.#scanner.clear();
    }
    this.#stream.end = 0;
    // `J.A.` stays two words.
    this.#scanner.scan(name.includes('.') ? name.replaceAll('.', '. ') : name, this.#stream);
    const [first, second] = [this.#wordAt(0), this.#wordAt(1)];
    const isPair = this.#stream.end === 2 && this.#stream.gaps[1] === gaps.space;
    return isPair && first !== undefined && second !== undefined && first.text.length > 1 && second.text.length > 1
      ? this.#mayHavePair(first, second)
      : this.#mayHaveFamily();
  }

  /** All keys of a name of two words are made of these words and their first letters. */
  #mayHavePair(first: Word, second: Word): boolean {
    for (const one of first.hashes) {
      for (const other of second.hashes) {
        if (this.#hasPair(one, other) || this.#hasPair(other, one)) return true;
        if (this.#hasPair(0, one) || this.#hasPair(0, other)) return true;
        if (this.#hasPair(first.begins, other) || this.#hasPair(second.begins, one)) return true;
      }
    }
    return false;
  }

  /** The family name, or the only name of a key, is one of the words or two of them together. */
  #mayHaveFamily(): boolean {
    let ties = 0;
    for (let at = 0; at < this.#stream.end; at++) {
      const [before, word] = [this.#wordAt(at - 1), this.#wordAt(at)];
      if (word?.hashes.some((hash) => this.#lone.has(hash)) === true) return true;
      if (at > 0 && spellingsOf(`${before?.text}${word?.text}`).some((each) => this.#lone.has(hashOf(each))))
        return true;
      ties += this.#stream.gaps[at] === gaps.hyphen ? 1 : 0;
    }
    // Three words and more can be one name.
    return ties > 1;
  }

  #hasPair(given: number, family: number): boolean {
    return this.#pairs.has(hashOfBoth(given, family));
  }

  #wordAt(at: number): Word | undefined {
    return this.#words[(this.#stream.forms[at] ?? 0) - 1];
  }
}

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

const wordOf = (text: string): Word => ({
  text,
  hashes: spellingsOf(text).map((each) => hashOf(each)),
  begins: hashOf(`${text.charAt(0)}*`),
});
