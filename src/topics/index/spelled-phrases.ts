import { topicLimits } from '../topic.ts';
import { type Batch, firstFrom, startOf } from './batch.ts';
import { fieldBits, fieldMask, fieldNumbers } from './term-dictionary.ts';

/** More than the words of any phrase. */
const wordsAtMost = topicLimits.characters;

const newRow = (): Uint8Array => new Uint8Array(wordsAtMost + 1);

/** Positions in ascending order, and how far they are read. */
class Cursor {
  #list: Int32Array = new Int32Array();
  #at = 0;
  #end = 0;

  open(list: Int32Array, from: number, to: number, position: number): void {
    this.#list = list;
    this.#at = firstFrom(position, list, from, to);
    this.#end = to;
  }

  /** The first position from this one on, or infinity. Never go back. */
  next(position: number): number {
    while (this.#at < this.#end && (this.#list[this.#at] ?? 0) < position) this.#at++;
    return this.#at < this.#end ? (this.#list[this.#at] ?? 0) : Number.POSITIVE_INFINITY;
  }
}

/**
 * Finds phrases whose words may be spelled in other ways: two words for one, or a compound for two. It simulates the
 * nondeterministic automaton of the phrase, position by position, as `backward-scan.ts` does, so that no text takes long.
 */
export class SpelledPhraseFinder {
  readonly #batch: Batch;
  readonly #stemOfTerm: Int32Array;
  // By word: its stem, the stem of its compound with the next word or −1, and where two words stand for it.
  readonly #stems = new Int32Array(wordsAtMost);
  readonly #compounds = new Int32Array(wordsAtMost);
  readonly #pairs = Array.from({ length: wordsAtMost }, () => new Cursor());
  // Where the first word stands in full, and its compound with the second one.
  readonly #first = new Cursor();
  readonly #firstCompound = new Cursor();
  // Which words may begin at the position, at the next one, and at the one after that.
  readonly #rows: readonly [Uint8Array, Uint8Array, Uint8Array] = [newRow(), newRow(), newRow()];

  constructor(batch: Batch, stemOfTerm: Int32Array) {
    this.#batch = batch;
    this.#stemOfTerm = stemOfTerm;
  }

  /**
   * Whether the paper has the phrase.
   * @param compounds where its compounds begin among the instructions
   */
  has(instructions: Int32Array, from: number, compounds: number, to: number, paper: number): boolean {
    const field = (instructions[from] ?? 0) & fieldMask;
    const start = this.#startOf(field, paper);
    this.#prepare(instructions, from, compounds, to, start);
    return this.#isFound(compounds - from, start, this.#endOf(field, paper));
  }

  #isFound(length: number, start: number, end: number): boolean {
    let [here, next, afterNext] = this.#rows;
    for (const row of this.#rows) row.fill(0, 0, length + 1);
    // The last position where a later word than the first may begin.
    let alive = -1;
    for (let position = start; position < end; position++) {
      if (alive < position) position = this.#nextStart(position);
      if (position >= end) return false;
      here[0] = 1;
      alive = Math.max(alive, this.#step(position, length, here, next, afterNext));
      if (next[length] === 1 || afterNext[length] === 1) return true;
      here.fill(0, 0, length);
      [here, next, afterNext] = [next, afterNext, here];
    }
    return false;
  }

  /** Marks where the next words may begin. Returns the last position that is marked, or −1. */
  #step(position: number, length: number, here: Uint8Array, next: Uint8Array, afterNext: Uint8Array): number {
    const stem = this.#batch.stems[position] ?? 0;
    if (stem === 0) return -1;
    let last = -1;
    for (let word = 0; word < length; word++) {
      if (here[word] === 0) continue;
      if (this.#stems[word] === stem) next[word + 1] = 1;
      if (this.#compounds[word] === stem) next[word + 2] = 1;
      if (this.#stems[word] === stem || this.#compounds[word] === stem) last = Math.max(last, position + 1);
      if (this.#pairs[word]?.next(position) !== position) continue;
      afterNext[word + 1] = 1;
      last = position + 2;
    }
    return last;
  }

  /** The first position from this one on where the phrase may begin. */
  #nextStart(position: number): number {
    const inAnySpelling = Math.min(this.#first.next(position), this.#firstCompound.next(position));
    return Math.min(inAnySpelling, this.#pairs[0]?.next(position) ?? Number.POSITIVE_INFINITY);
  }

  #prepare(instructions: Int32Array, from: number, compounds: number, to: number, position: number): void {
    const { alternates, alternateStarts, alternateEnds } = this.#batch;
    for (let at = from; at < compounds; at++) {
      const word = at - from;
      const compound = compounds + word;
      const term = (instructions[at] ?? 0) >>> fieldBits;
      this.#stems[word] = this.#stemOfTerm[term] ?? 0;
      this.#compounds[word] = (compound < to ? this.#stemOf(instructions[compound] ?? 0) : 0) || -1;
      this.#pairs[word]?.open(alternates, alternateStarts[term] ?? 0, alternateEnds[term] ?? 0, position);
    }
    this.#open(this.#first, this.#stems[0] ?? 0, position);
    this.#open(this.#firstCompound, this.#compounds[0] ?? 0, position);
  }

  /** Opens the positions of the stem. */
  #open(cursor: Cursor, stem: number, position: number): void {
    const { positions, positionStarts, positionEnds } = this.#batch;
    const from = stem < 0 ? -1 : (positionStarts[stem] ?? -1);
    cursor.open(positions, Math.max(from, 0), from < 0 ? 0 : (positionEnds[stem] ?? 0), position);
  }

  #startOf(field: number, paper: number): number {
    const { titleEnds, abstractEnds } = this.#batch;
    if (field === fieldNumbers.abstract) return titleEnds[paper] ?? 0;
    return field === fieldNumbers.comment ? (abstractEnds[paper] ?? 0) : startOf(this.#batch, paper);
  }

  #endOf(field: number, paper: number): number {
    const { titleEnds, abstractEnds } = this.#batch;
    if (field === fieldNumbers.title) return titleEnds[paper] ?? 0;
    return field === fieldNumbers.comment ? startOf(this.#batch, paper + 1) : (abstractEnds[paper] ?? 0);
  }

  #stemOf(fieldTerm: number): number {
    return this.#stemOfTerm[fieldTerm >>> fieldBits] ?? 0;
  }
}
