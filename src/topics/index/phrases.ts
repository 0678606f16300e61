import { topicLimits } from '../topic.ts';
import { type Batch, firstFrom, isInField, startOf } from './batch.ts';
import { SpelledPhraseFinder } from './spelled-phrases.ts';
import { fieldBits, fieldMask, type TermDictionary } from './term-dictionary.ts';

/** Where the compounds begin among the operands of `operation.phraseWithCompounds`. */
export const compoundsFrom = (from: number, to: number): number => from + ((to - from + 1) >> 1);

/**
 * Finds words next to each other in the papers of one batch. A phrase is a run of field terms in compiled instructions.
 */
export class PhraseFinder {
  readonly #batch: Batch;
  readonly #stemOfTerm: Int32Array;
  // The stems of the phrase.
  readonly #wanted = new Int32Array(topicLimits.characters);
  readonly #spelled: SpelledPhraseFinder;

  constructor(batch: Batch, { stemOfTerm }: TermDictionary) {
    this.#batch = batch;
    this.#stemOfTerm = stemOfTerm;
    this.#spelled = new SpelledPhraseFinder(batch, stemOfTerm);
  }

  /** Whether a paper that has all words of the phrase has the phrase. */
  has(instructions: Int32Array, from: number, to: number, paper: number): boolean {
    if (this.#hasAlternates(instructions, from, to)) return this.#spelled.has(instructions, from, to, to, paper);
    this.#want(instructions, from, to);
    const field = fieldOf(instructions, from);
    const isStart = (position: number) => this.#standsAt(position, to - from) && this.#isIn(field, position, paper);
    return this.#somePositionOf(this.#wanted[0] ?? 0, paper, isStart);
  }

  /** Whether a paper has the phrase, where a compound may stand for two of its words. */
  hasWithCompounds(instructions: Int32Array, from: number, to: number, paper: number): boolean {
    return this.#spelled.has(instructions, from, compoundsFrom(from, to), to, paper);
  }

  /** Sets the bits of the papers that have the phrase. False where that needs a check of each paper. */
  mark(instructions: Int32Array, from: number, to: number, bits: Int32Array): boolean {
    if (this.#hasAlternates(instructions, from, to)) return false;
    this.#want(instructions, from, to);
    this.#markWanted(to - from, fieldOf(instructions, from), bits);
    return true;
  }

  /** Like `mark`, for a phrase with one compound. */
  markWithCompounds(instructions: Int32Array, from: number, to: number, bits: Int32Array): boolean {
    const compounds = compoundsFrom(from, to);
    const compound = onlyCompound(instructions, compounds, to);
    if (compound < 0 || this.#hasAlternates(instructions, from, compounds)) return false;
    const field = fieldOf(instructions, from);
    this.#want(instructions, from, compounds);
    this.#markWanted(compounds - from, field, bits);
    // Once more with the compound instead of the two words.
    const wanted = this.#wanted;
    wanted[compound] = this.#stemOf(instructions[compounds + compound] ?? 0);
    wanted.copyWithin(compound + 1, compound + 2, compounds - from);
    this.#markWanted(compounds - from - 1, field, bits);
    return true;
  }

  /** Checks each position of the rarest stem of the phrase. */
  #markWanted(length: number, field: number, bits: Int32Array): void {
    const { positions, positionStarts, positionEnds, paperAt } = this.#batch;
    const rarest = this.#rarest(length);
    const stem = this.#wanted[rarest] ?? 0;
    const start = positionStarts[stem] ?? -1;
    const end = start < 0 ? -1 : (positionEnds[stem] ?? 0);
    for (let at = start; at < end; at++) {
      const position = (positions[at] ?? 0) - rarest;
      if (!this.#standsAt(position, length)) continue;
      const paper = paperAt[position] ?? 0;
      if (this.#isIn(field, position, paper)) bits[paper >>> 5] = (bits[paper >>> 5] ?? 0) | (1 << (paper & 31));
    }
  }

  /** Which of the first `length` stems has the fewest positions. */
  #rarest(length: number): number {
    const { positionStarts, positionEnds } = this.#batch;
    let rarest = 0;
    let fewest = Number.POSITIVE_INFINITY;
    for (let index = 0; index < length; index++) {
      const stem = this.#wanted[index] ?? 0;
      const start = positionStarts[stem] ?? -1;
      const count = start < 0 ? 0 : (positionEnds[stem] ?? 0) - start;
      if (count >= fewest) continue;
      fewest = count;
      rarest = index;
    }
    return rarest;
  }

  #want(instructions: Int32Array, from: number, to: number): void {
    for (let at = from; at < to; at++) this.#wanted[at - from] = this.#stemOf(instructions[at] ?? 0);
  }

  #standsAt(position: number, length: number): boolean {
    const { stems } = this.#batch;
    for (let index = 0; index < length; index++) if (stems[position + index] !== this.#wanted[index]) return false;
    return true;
  }

  /** Whether a word of the phrase has alternate positions anywhere in the batch. */
  #hasAlternates(instructions: Int32Array, from: number, to: number): boolean {
    const { alternateStarts, alternateEnds } = this.#batch;
    for (let at = from; at < to; at++) {
      const term = (instructions[at] ?? 0) >>> fieldBits;
      if ((alternateStarts[term] ?? 0) < (alternateEnds[term] ?? 0)) return true;
    }
    return false;
  }

  #somePositionOf(stem: number, paper: number, isGood: (position: number) => boolean): boolean {
    const { positions, positionStarts, positionEnds } = this.#batch;
    const from = positionStarts[stem] ?? -1;
    return from >= 0 && this.#somePosition(paper, positions, from, positionEnds[stem] ?? 0, isGood);
  }

  /** Whether one of the ascending positions `positions[from..to)` is in the paper and accepted. */
  #somePosition(
    paper: number,
    positions: Int32Array,
    from: number,
    to: number,
    isGood: (position: number) => boolean,
  ): boolean {
    const end = startOf(this.#batch, paper + 1);
    for (let at = firstFrom(startOf(this.#batch, paper), positions, from, to); at < to; at++) {
      const position = positions[at] ?? 0;
      if (position >= end) return false;
      if (isGood(position)) return true;
    }
    return false;
  }

  #isIn(field: number, position: number, paper: number): boolean {
    const { titleEnds, abstractEnds } = this.#batch;
    return isInField(field, position, titleEnds[paper] ?? 0, abstractEnds[paper] ?? 0);
  }

  #stemOf(fieldTerm: number): number {
    return this.#stemOfTerm[fieldTerm >>> fieldBits] ?? 0;
  }
}

const fieldOf = (instructions: Int32Array, from: number): number => (instructions[from] ?? 0) & fieldMask;

/** The index of the only compound that is not 0, or −1. */
function onlyCompound(instructions: Int32Array, compounds: number, to: number): number {
  let only = -1;
  for (let at = compounds; at < to; at++) {
    if (instructions[at] === 0) continue;
    if (only >= 0) return -1;
    only = at - compounds;
  }
  return only;
}
