import { topicLimits } from '../topic.ts';
import { type Batch, firstFrom, isInField, isMetAt, startOf } from './batch.ts';
import { fieldBits, fieldMask, type TermDictionary } from './term-dictionary.ts';

/** Where in the code of a phrase with solid words the keys of these begin, see `operation.spelled`. */
export const solidsFrom = (from: number, to: number): number => from + ((to - from + 1) >> 1);

/** Longer than any phrase, in words, and so than the places that one of its words may have. */
const longest = 2 * topicLimits.characters;

/** A few places, each once. It is emptied and filled again and again, which a Set is not made for. */
class Places {
  count = 0;
  readonly #places = new Int32Array(longest);

  at(index: number): number {
    return this.#places[index] ?? 0;
  }

  add(place: number): void {
    for (let at = 0; at < this.count; at++) if (this.#places[at] === place) return;
    this.#places[this.count++] = place;
  }

  clear(): void {
    this.count = 0;
  }
}

/** Looks for words next to each other in the papers of one batch. Phrases are runs of keys in some code. */
export class PhraseFinder {
  readonly #batch: Batch;
  readonly #stemOfTerm: Int32Array;
  // The stems that are being looked for.
  readonly #wanted = new Int32Array(longest);
  // Places of a word, of the next one and of the one after that.
  readonly #steps: readonly [Places, Places, Places] = [new Places(), new Places(), new Places()];

  constructor(batch: Batch, { stemOfTerm }: TermDictionary) {
    this.#batch = batch;
    this.#stemOfTerm = stemOfTerm;
  }

  /** Whether a paper has the phrase, given that it has all of its words. */
  has(code: Int32Array, from: number, to: number, paper: number): boolean {
    if (this.#isMetOtherwise(code, from, to)) return this.#hasInAnySpelling(code, from, to, to, paper);
    this.#want(code, from, to);
    const field = fieldOf(code, from);
    const isStart = (place: number) => this.#standsAt(place, to - from) && this.#isIn(field, place, paper);
    return this.#somePlaceOf(this.#wanted[0] ?? 0, paper, isStart);
  }

  /** Whether a paper has the phrase, solid words standing for two of its words each. */
  hasSpelled(code: Int32Array, from: number, to: number, paper: number): boolean {
    return this.#hasInAnySpelling(code, from, solidsFrom(from, to), to, paper);
  }

  /** Sets the bits of the papers that have the phrase; false where that can only be asked paper by paper. */
  mark(code: Int32Array, from: number, to: number, bits: Int32Array): boolean {
    if (this.#isMetOtherwise(code, from, to)) return false;
    this.#want(code, from, to);
    this.#markWanted(to - from, fieldOf(code, from), bits);
    return true;
  }

  /** As `mark`, for a phrase with one solid word. */
  markSpelled(code: Int32Array, from: number, to: number, bits: Int32Array): boolean {
    const solids = solidsFrom(from, to);
    const solid = onlySolid(code, solids, to);
    if (solid < 0 || this.#isMetOtherwise(code, from, solids)) return false;
    const field = fieldOf(code, from);
    this.#want(code, from, solids);
    this.#markWanted(solids - from, field, bits);
    // Once more with the solid word in place of the two.
    const wanted = this.#wanted;
    wanted[solid] = this.#stemOf(code[solids + solid] ?? 0);
    wanted.copyWithin(solid + 1, solid + 2, solids - from);
    this.#markWanted(solids - from - 1, field, bits);
    return true;
  }

  /** Goes from place to place of the rarest of the wanted stems. */
  #markWanted(length: number, field: number, bits: Int32Array): void {
    const { places, placeStarts, placeEnds, paperAt } = this.#batch;
    const rarest = this.#rarest(length);
    const stem = this.#wanted[rarest] ?? 0;
    const start = placeStarts[stem] ?? -1;
    const end = start < 0 ? -1 : (placeEnds[stem] ?? 0);
    for (let at = start; at < end; at++) {
      const place = (places[at] ?? 0) - rarest;
      if (!this.#standsAt(place, length)) continue;
      const paper = paperAt[place] ?? 0;
      if (this.#isIn(field, place, paper)) bits[paper >>> 5] = (bits[paper >>> 5] ?? 0) | (1 << (paper & 31));
    }
  }

  /** Which of the first so many wanted stems has the fewest places. */
  #rarest(length: number): number {
    const { placeStarts, placeEnds } = this.#batch;
    let rarest = 0;
    let fewest = Number.POSITIVE_INFINITY;
    for (let index = 0; index < length; index++) {
      const stem = this.#wanted[index] ?? 0;
      const start = placeStarts[stem] ?? -1;
      const count = start < 0 ? 0 : (placeEnds[stem] ?? 0) - start;
      if (count >= fewest) continue;
      fewest = count;
      rarest = index;
    }
    return rarest;
  }

  #want(code: Int32Array, from: number, to: number): void {
    for (let at = from; at < to; at++) this.#wanted[at - from] = this.#stemOf(code[at] ?? 0);
  }

  #standsAt(place: number, length: number): boolean {
    const { stems } = this.#batch;
    for (let index = 0; index < length; index++) if (stems[place + index] !== this.#wanted[index]) return false;
    return true;
  }

  #hasInAnySpelling(code: Int32Array, from: number, solids: number, to: number, paper: number): boolean {
    const { meetings, meetingStarts, meetingEnds } = this.#batch;
    const field = fieldOf(code, from);
    const term = (code[from] ?? 0) >>> fieldBits;
    const isStart = (place: number) =>
      this.#isIn(field, place, paper) && this.#isSpelledFrom(code, from, solids, to, place);
    return (
      this.#somePlaceOf(this.#stemOfTerm[term] ?? 0, paper, isStart) ||
      this.#somePlace(paper, meetings, meetingStarts[term] ?? 0, meetingEnds[term] ?? 0, isStart) ||
      (solids < to && this.#somePlaceOf(this.#stemOf(code[solids] ?? 0), paper, isStart))
    );
  }

  /** Goes as the oracle does: word by word, with all places where each may stand, so that no text makes it long. */
  #isSpelledFrom(code: Int32Array, from: number, solids: number, to: number, place: number): boolean {
    let [here, next, afterNext] = this.#steps;
    here.clear();
    next.clear();
    here.add(place);
    for (let at = from; at < solids; at++) {
      const solid = solids + at - from;
      afterNext.clear();
      for (let index = 0; index < here.count; index++) {
        this.#step(here.at(index), code[at] ?? 0, solid < to ? (code[solid] ?? 0) : 0, next, afterNext);
      }
      if (next.count === 0 && afterNext.count === 0) return false;
      [here, next, afterNext] = [next, afterNext, here];
    }
    return here.count > 0;
  }

  /** Adds where the next word, or the one after it, may stand when this one, or a solid one for both, stands there. */
  #step(place: number, key: number, solid: number, next: Places, afterNext: Places): void {
    const stem = this.#batch.stems[place] ?? 0;
    if (stem === 0) return;
    if (stem === this.#stemOf(key)) next.add(place + 1);
    if (isMetAt(this.#batch, key >>> fieldBits, place)) next.add(place + 2);
    if (stem === this.#stemOf(solid)) afterNext.add(place + 1);
  }

  /** Whether a word of the phrase was met anywhere in the batch in another spelling than as it was typed. */
  #isMetOtherwise(code: Int32Array, from: number, to: number): boolean {
    const { meetingStarts, meetingEnds } = this.#batch;
    for (let at = from; at < to; at++) {
      const term = (code[at] ?? 0) >>> fieldBits;
      if ((meetingStarts[term] ?? 0) < (meetingEnds[term] ?? 0)) return true;
    }
    return false;
  }

  #somePlaceOf(stem: number, paper: number, isGood: (place: number) => boolean): boolean {
    const { places, placeStarts, placeEnds } = this.#batch;
    const from = placeStarts[stem] ?? -1;
    return from >= 0 && this.#somePlace(paper, places, from, placeEnds[stem] ?? 0, isGood);
  }

  /** Whether one of the ascending places from there to there is in the paper and good. */
  #somePlace(paper: number, places: Int32Array, from: number, to: number, isGood: (place: number) => boolean): boolean {
    const end = startOf(this.#batch, paper + 1);
    for (let at = firstFrom(startOf(this.#batch, paper), places, from, to); at < to; at++) {
      const place = places[at] ?? 0;
      if (place >= end) return false;
      if (isGood(place)) return true;
    }
    return false;
  }

  #isIn(field: number, place: number, paper: number): boolean {
    const { titleEnds, abstractEnds } = this.#batch;
    return isInField(field, place, titleEnds[paper] ?? 0, abstractEnds[paper] ?? 0);
  }

  #stemOf(key: number): number {
    return this.#stemOfTerm[key >>> fieldBits] ?? 0;
  }
}

const fieldOf = (code: Int32Array, from: number): number => (code[from] ?? 0) & fieldMask;

/** Which of the keys of solid words is the only one that is not 0, or −1. */
function onlySolid(code: Int32Array, solids: number, to: number): number {
  let only = -1;
  for (let at = solids; at < to; at++) {
    if (code[at] === 0) continue;
    if (only >= 0) return -1;
    only = at - solids;
  }
  return only;
}
