/** The papers that a set can have: those from the lowest number on, `size` numbers. */
export interface PaperRange {
  readonly lowest: number;
  readonly size: number;
}

const bitsOfWord = 32;

/** A set of papers by their numbers: a bit for each number of a range. Its methods change the set itself. */
export class PaperSet {
  readonly #range: PaperRange;
  readonly #words: Uint32Array;

  constructor(range: PaperRange) {
    this.#range = range;
    this.#words = new Uint32Array(Math.ceil(range.size / bitsOfWord));
  }

  /** Adds the numbers that are in the range. */
  add(numbers: Int32Array): this {
    const words = this.#words;
    const { lowest, size } = this.#range;
    for (const number of numbers) {
      const place = number - lowest;
      if (place >= 0 && place < size) words[place >>> 5] = (words[place >>> 5] as number) | (1 << (place & 31));
    }
    return this;
  }

  /** Adds what the other set of the same range has. */
  unite(other: PaperSet): this {
    return this.#combine(other, (own, others) => own | others);
  }

  /** Keeps only what the other set of the same range has, too. */
  intersect(other: PaperSet): this {
    return this.#combine(other, (own, others) => own & others);
  }

  /** Removes what the other set of the same range has. */
  subtract(other: PaperSet): this {
    return this.#combine(other, (own, others) => own & ~others);
  }

  /** The numbers, the highest first. */
  numbers(): Int32Array {
    const numbers = new Int32Array(this.#range.size);
    let count = 0;
    for (let index = this.#words.length - 1; index >= 0; index -= 1) {
      for (let word = this.#words[index] as number; word !== 0; count += 1) {
        const bit = bitsOfWord - 1 - Math.clz32(word);
        word ^= 1 << bit;
        numbers[count] = this.#range.lowest + index * bitsOfWord + bit;
      }
    }
    return numbers.subarray(0, count);
  }

  #combine(other: PaperSet, combined: (own: number, others: number) => number): this {
    const words = this.#words;
    const others = other.#words;
    for (let index = 0; index < words.length; index += 1)
      words[index] = combined(words[index] as number, others[index] as number);
    return this;
  }
}
