import { topicLimits } from '../topic.ts';
import { type Batch, isInField } from './batch.ts';
import { fieldBits, fieldMask, type Lexicon } from './lexicon.ts';

/** Looks for words next to each other in the papers of one batch. Phrases are runs of keys in some code. */
export interface PhraseFinder {
  /** Whether a paper that has each of its words has the phrase. */
  has(code: Int32Array, from: number, to: number, paper: number): boolean;
  /** As above, of a phrase with solid words, each of which may stand for two words; see `operation.spelled`. */
  hasSpelled(code: Int32Array, from: number, to: number, paper: number): boolean;
  /** Sets the bits of the papers that have the phrase, without looking at others; false where that is not possible. */
  mark(code: Int32Array, from: number, to: number, anchor: number, bits: Int32Array): boolean;
}

/** Where in the code of a phrase with solid words the keys of these begin. */
export const solidsFrom = (from: number, to: number): number => from + ((to - from + 1) >> 1);

export function createPhraseFinder(batch: Batch, { stemOfTerm }: Lexicon): PhraseFinder {
  const { stems, paperAt, titleEnds, abstractEnds, commentEnds } = batch;
  const { places, placeStarts, placeEnds, meetings, meetingStarts, meetingEnds } = batch;
  // The stems of the phrase that is being looked for.
  const wanted = new Int32Array(longest);
  // Places of a word, of the next one and of the one after, kept for all phrases.
  const steps = [new Int32Array(longest), new Int32Array(longest), new Int32Array(longest)] as const;

  const stemOf = (key: number): number => stemOfTerm[key >>> fieldBits] ?? 0;
  const isPlaceIn = (field: number, place: number, paper: number): boolean =>
    isInField(field, place, titleEnds[paper] ?? 0, abstractEnds[paper] ?? 0);
  /** Whether any word of the phrase may stand in the batch otherwise than as it was typed. */
  const isSpelledOtherwise = (code: Int32Array, from: number, to: number): boolean => {
    for (let at = from; at < to; at++) {
      const term = (code[at] ?? 0) >>> fieldBits;
      if ((meetingStarts[term] ?? 0) < (meetingEnds[term] ?? 0)) return true;
    }
    return false;
  };
  const readStems = (code: Int32Array, from: number, to: number) => {
    for (let at = from; at < to; at++) wanted[at - from] = stemOf(code[at] ?? 0);
  };
  /** Whether the first so many of the stems that were read stand from that place on. */
  const standsAt = (place: number, length: number): boolean => {
    for (let index = 0; index < length; index++) if (stems[place + index] !== wanted[index]) return false;
    return true;
  };
  /** Whether one of the ascending places from there to there is in the paper and good. */
  const somePlace = (
    paper: number,
    list: Int32Array,
    from: number,
    to: number,
    isGood: (place: number) => boolean,
  ): boolean => {
    const end = commentEnds[paper] ?? 0;
    for (let at = firstFrom(paper === 0 ? 0 : (commentEnds[paper - 1] ?? 0), list, from, to); at < to; at++) {
      const place = list[at] ?? 0;
      if (place >= end) return false;
      if (isGood(place)) return true;
    }
    return false;
  };
  const somePlaceOf = (stem: number, paper: number, isGood: (place: number) => boolean): boolean => {
    const from = placeStarts[stem] ?? -1;
    return from >= 0 && somePlace(paper, places, from, placeEnds[stem] ?? 0, isGood);
  };
  const hasAsTyped = (code: Int32Array, from: number, to: number, paper: number): boolean => {
    readStems(code, from, to);
    const field = (code[from] ?? 0) & fieldMask;
    const isStart = (place: number) => standsAt(place, to - from) && isPlaceIn(field, place, paper);
    return somePlaceOf(wanted[0] ?? 0, paper, isStart);
  };

  const hasInAnySpelling = (keys: Int32Array, solids: Int32Array, paper: number): boolean => {
    const field = (keys[0] ?? 0) & fieldMask;
    const term = (keys[0] ?? 0) >>> fieldBits;
    const isStart = (place: number) => isPlaceIn(field, place, paper) && isSpelledFrom(keys, solids, place);
    return (
      somePlaceOf(stemOf(keys[0] ?? 0), paper, isStart) ||
      somePlace(paper, meetings, meetingStarts[term] ?? 0, meetingEnds[term] ?? 0, isStart) ||
      somePlaceOf(stemOf(solids[0] ?? 0), paper, isStart)
    );
  };
  /** Goes as the oracle does: word by word, with all places where each may stand, so that no text makes it long. */
  const isSpelledFrom = (keys: Int32Array, solids: Int32Array, place: number): boolean => {
    let [here, next, afterNext] = steps;
    let [hereCount, nextCount] = [1, 0];
    here[0] = place;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] ?? 0;
      const stem = stemOf(key);
      const solid = stemOf(solids[index] ?? 0);
      let afterNextCount = 0;
      for (let each = 0; each < hereCount; each++) {
        const at = here[each] ?? 0;
        const found = stems[at] ?? 0;
        if (found === 0) continue;
        if (found === stem) nextCount = add(next, nextCount, at + 1);
        if (isMetAt(key >>> fieldBits, at)) nextCount = add(next, nextCount, at + 2);
        if (found === solid) afterNextCount = add(afterNext, afterNextCount, at + 1);
      }
      if (nextCount === 0 && afterNextCount === 0) return false;
      [here, next, afterNext] = [next, afterNext, here];
      [hereCount, nextCount] = [nextCount, afterNextCount];
    }
    return hereCount > 0;
  };
  const isMetAt = (term: number, place: number): boolean => {
    const end = meetingEnds[term] ?? 0;
    const at = firstFrom(place, meetings, meetingStarts[term] ?? 0, end);
    return at < end && meetings[at] === place;
  };

  return {
    has(code, from, to, paper) {
      if (!isSpelledOtherwise(code, from, to)) return hasAsTyped(code, from, to, paper);
      return hasInAnySpelling(code.subarray(from, to), nothing, paper);
    },
    hasSpelled(code, from, to, paper) {
      const solids = solidsFrom(from, to);
      return hasInAnySpelling(code.subarray(from, solids), code.subarray(solids, to), paper);
    },
    mark(code, from, to, anchor, bits) {
      if (isSpelledOtherwise(code, from, to)) return false;
      readStems(code, from, to);
      const stem = wanted[anchor] ?? 0;
      const field = (code[from] ?? 0) & fieldMask;
      const end = placeEnds[stem] ?? 0;
      // The stem next to the anchor is looked at here: nearly no place gets beyond it.
      const side = anchor === 0 ? 1 : -1;
      const beside = wanted[anchor + side] ?? 0;
      for (let at = placeStarts[stem] ?? 0; at < end; at++) {
        const place = places[at] ?? 0;
        if (stems[place + side] !== beside || !standsAt(place - anchor, to - from)) continue;
        const paper = paperAt[place] ?? 0;
        if (isPlaceIn(field, place, paper)) bits[paper >>> 5] = (bits[paper >>> 5] ?? 0) | (1 << (paper & 31));
      }
      return true;
    },
  };
}

const nothing = new Int32Array(0);

/** Longer than any phrase, in words, and so than the places that one of its words may have. */
const longest = 2 * topicLimits.characters;

/** Adds a number to the first so many of an array, where it is not among them, and tells how many there are then. */
function add(numbers: Int32Array, count: number, number: number): number {
  for (let at = 0; at < count; at++) if (numbers[at] === number) return count;
  numbers[count] = number;
  return count + 1;
}

/** The index of the first of the ascending places from there to there that is not before the wanted one. */
function firstFrom(wanted: number, places: Int32Array, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
