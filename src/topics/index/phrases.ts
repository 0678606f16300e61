import { topicLimits } from '../topic.ts';
import { type Batch, firstFrom, isAlternateAt, isInField, startOf } from './batch.ts';
import { fieldBits, fieldMask, type TermDictionary } from './term-dictionary.ts';

/** Where the compounds begin among the operands of `operation.phraseWithCompounds`. */
export const compoundsFrom = (from: number, to: number): number => from + ((to - from + 1) >> 1);

/** More than the words of any phrase, and than the positions where one of its words can end. */
const longest = 2 * topicLimits.characters;

/** A small set of positions. It is emptied and filled very often, at which a Set is slow. */
class PositionSet {
  count = 0;
  readonly #positions = new Int32Array(longest);

  at(index: number): number {
    return this.#positions[index] ?? 0;
  }

  add(position: number): void {
    for (let at = 0; at < this.count; at++) if (this.#positions[at] === position) return;
    this.#positions[this.count++] = position;
  }

  clear(): void {
    this.count = 0;
  }
}

/**
 * Finds words next to each other in the papers of one batch. A phrase is a run of field terms in compiled instructions.
 */
export class PhraseFinder {
  readonly #batch: Batch;
  readonly #stemOfTerm: Int32Array;
  // The stems of the phrase.
  readonly #wanted = new Int32Array(longest);
  // The positions of a word, of the next one and of the one after that.
  readonly #steps: readonly [PositionSet, PositionSet, PositionSet] = [
    new PositionSet(),
    new PositionSet(),
    new PositionSet(),
  ];

  constructor(batch: Batch, { stemOfTerm }: TermDictionary) {
    this.#batch = batch;
    this.#stemOfTerm = stemOfTerm;
  }

  /** Whether a paper that has all words of the phrase has the phrase. */
  has(instructions: Int32Array, from: number, to: number, paper: number): boolean {
    if (this.#hasAlternates(instructions, from, to)) return this.#hasByAnyForm(instructions, from, to, to, paper);
    this.#want(instructions, from, to);
    const field = fieldOf(instructions, from);
    const isStart = (position: number) => this.#standsAt(position, to - from) && this.#isIn(field, position, paper);
    return this.#somePositionOf(this.#wanted[0] ?? 0, paper, isStart);
  }

  /** Whether a paper has the phrase, where a compound may stand for two of its words. */
  hasWithCompounds(instructions: Int32Array, from: number, to: number, paper: number): boolean {
    return this.#hasByAnyForm(instructions, from, compoundsFrom(from, to), to, paper);
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

  #hasByAnyForm(instructions: Int32Array, from: number, compounds: number, to: number, paper: number): boolean {
    const { alternates, alternateStarts, alternateEnds } = this.#batch;
    const field = fieldOf(instructions, from);
    const term = (instructions[from] ?? 0) >>> fieldBits;
    const isStart = (position: number) =>
      this.#isIn(field, position, paper) && this.#isFoundFrom(instructions, from, compounds, to, position);
    return (
      this.#somePositionOf(this.#stemOfTerm[term] ?? 0, paper, isStart) ||
      this.#somePosition(paper, alternates, alternateStarts[term] ?? 0, alternateEnds[term] ?? 0, isStart) ||
      (compounds < to && this.#somePositionOf(this.#stemOf(instructions[compounds] ?? 0), paper, isStart))
    );
  }

  /**
   * Goes word by word with the set of positions where each may stand, as `occurrences.ts` does, so that no text takes
   * long.
   */
  #isFoundFrom(instructions: Int32Array, from: number, compounds: number, to: number, position: number): boolean {
    let [here, next, afterNext] = this.#steps;
    here.clear();
    next.clear();
    here.add(position);
    for (let at = from; at < compounds; at++) {
      const compound = compounds + at - from;
      afterNext.clear();
      for (let index = 0; index < here.count; index++) {
        this.#step(
          here.at(index),
          instructions[at] ?? 0,
          compound < to ? (instructions[compound] ?? 0) : 0,
          next,
          afterNext,
        );
      }
      if (next.count === 0 && afterNext.count === 0) return false;
      [here, next, afterNext] = [next, afterNext, here];
    }
    return here.count > 0;
  }

  /**
   * Adds where the next word, or the one after it, may stand if this word, or a compound for both, is at this position.
   */
  #step(position: number, fieldTerm: number, compound: number, next: PositionSet, afterNext: PositionSet): void {
    const stem = this.#batch.stems[position] ?? 0;
    if (stem === 0) return;
    if (stem === this.#stemOf(fieldTerm)) next.add(position + 1);
    if (isAlternateAt(this.#batch, fieldTerm >>> fieldBits, position)) next.add(position + 2);
    if (stem === this.#stemOf(compound)) afterNext.add(position + 1);
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
