import { takeApart } from '../words/compounds.ts';
import { createHashTable, hashOf, hashOfBoth } from './hash-table.ts';

/** The filter takes half a megabyte, so that it stays in the processor's cache. */
const filterBits = 22;

/**
 * Word terms by the pairs of words that can stand for them: `finetuning` by `fine` before any word with the stem of
 * `tuning`. It keeps hashes only, and hashes collide; callers check the pair.
 */
export class PairTable {
  readonly #terms = createHashTable();
  // A Bloom filter of one hash: a bit for each pair that has or had a term. It rules out nearly all pairs of a paper.
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

  /** Whether there may be a term for two words, by the hashes of the first one's form and the second one's stem. */
  mayHave(formHash: number, stemHash: number): boolean {
    const bit = hashOfBoth(formHash, stemHash) >>> (32 - filterBits);
    return (((this.#filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }

  /** The terms of the two words, and of others with the same hash. */
  under(formHash: number, stemHash: number): readonly number[] {
    return this.#terms.all(hashOfBoth(formHash, stemHash));
  }
}

const hashesOf = (word: string): readonly number[] =>
  takeApart(word).map(({ head, tail }) => hashOfBoth(hashOf(head), hashOf(tail)));
