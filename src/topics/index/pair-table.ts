import { takeApart } from '../words/compounds.ts';
import { createHashTable, hashOf, hashOfBoth } from './hash-table.ts';

/** Half a megabyte, so that it stays near the processor. */
const filterBits = 22;

/**
 * Word terms by the pairs of words that they may stand for: `finetuning` by `fine` before any word with the stem of
 * `tuning`. Only hashes are kept; whoever finds a term has to see whether the pair is one of its own.
 */
export class PairTable {
  readonly #terms = createHashTable();
  // A bit for each hash under which there is, or once was, a term: nearly all pairs of a paper can be passed by.
  readonly #filter = new Int32Array(1 << (filterBits - 5));

  add(term: number, word: string): void {
    for (const hash of hashesOf(word)) {
      const bit = hash >>> (32 - filterBits);
      this.#filter[bit >>> 5] = (this.#filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
      this.#terms.add(hash, term);
    }
  }

  remove(term: number, word: string): void {
    for (const hash of hashesOf(word)) this.#terms.remove(hash, term);
  }

  /** Whether there may be a term for the two words, by the hashes of the first one's form and of the second one's stem. */
  mayHave(formHash: number, stemHash: number): boolean {
    const bit = hashOfBoth(formHash, stemHash) >>> (32 - filterBits);
    return (((this.#filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }

  /** The terms that may stand for the two words, and others with the same hash. */
  under(formHash: number, stemHash: number): readonly number[] {
    return this.#terms.all(hashOfBoth(formHash, stemHash));
  }
}

const hashesOf = (word: string): readonly number[] =>
  takeApart(word).map(({ head, tail }) => hashOfBoth(hashOf(head), hashOf(tail)));
