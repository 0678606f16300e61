import type { Paper } from '../../papers/paper.ts';
import { operatorOf } from '../fields.ts';
import { nameParts, type PaperText, readPaper, spellName } from '../paper-text.ts';
import type { Term } from '../topic.ts';
import { type Batch, isInField } from './batch.ts';
import { lengthOf, operation, operationOf } from './code.ts';
import { fieldBits, fieldMask, type Lexicon } from './lexicon.ts';

/** Holds code (see `Code`) against the papers of one batch. */
export interface Checker {
  /** Whether all instructions from there to there hold for the paper. */
  holds(code: Int32Array, from: number, to: number, paper: number, terms: readonly Term[]): boolean;
  /** Whether any word of a phrase may stand in the batch otherwise than as it was typed. */
  isSpelledOtherwise(code: Int32Array, from: number, to: number): boolean;
  /** Whether the words of a phrase, none of which is spelled otherwise, stand next to each other from that place on. */
  standsAt(code: Int32Array, from: number, to: number, place: number): boolean;
}

export function createChecker(batch: Batch, { stemOfTerm }: Lexicon): Checker {
  const { presences, rowStarts, rows, stems, paperAt, titleEnds, abstractEnds, commentEnds } = batch;
  const { places, placeStarts, placeEnds, meetings, meetingStarts, meetingEnds } = batch;
  const textOf = createTextReader(batch.papers);

  const has = (key: number, paper: number): boolean => {
    const presence = presences[key] ?? -1;
    return presence >= 0 && (((rows[(rowStarts[presence] ?? 0) + (paper >>> 5)] ?? 0) >>> (paper & 31)) & 1) === 1;
  };
  const isPlaceIn = (field: number, place: number, paper: number): boolean =>
    isInField(field, place, titleEnds[paper] ?? 0, abstractEnds[paper] ?? 0);

  const holds: Checker['holds'] = (code, from, to, paper, terms) => {
    for (let at = from; at < to; at += lengthOf(code[at] ?? 0)) if (!holdsAt(code, at, paper, terms)) return false;
    return true;
  };
  const holdsAny: Checker['holds'] = (code, from, to, paper, terms) => {
    for (let at = from; at < to; at += lengthOf(code[at] ?? 0)) if (holdsAt(code, at, paper, terms)) return true;
    return false;
  };
  const holdsAt = (code: Int32Array, at: number, paper: number, terms: readonly Term[]): boolean => {
    const instruction = code[at] ?? 0;
    if (instruction >= 0) return has(instruction >> 1, paper) === ((instruction & 1) === 0);
    const end = at + lengthOf(instruction);
    switch (operationOf(instruction)) {
      case operation.phrase:
        return hasPhrase(code, at + 1, end, paper);
      case operation.spelled: {
        const solids = at + 2 + (code[at + 1] ?? 0);
        if (!hasWords(code, at + 2, solids, paper)) return false;
        return hasSpelling(code.subarray(at + 2, solids), code.subarray(solids, end), paper);
      }
      case operation.all:
        return holds(code, at + 1, end, paper, terms);
      case operation.any:
        return holdsAny(code, at + 1, end, paper, terms);
      case operation.not:
        return !holdsAt(code, at + 1, paper, terms);
      default: {
        const term = terms[code[at + 1] ?? 0];
        return term !== undefined && operatorOf(term).holds(term, textOf(paper));
      }
    }
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
  /** Whether the paper has each word of a phrase, or a solid word that may stand for it and one beside it. */
  const hasWords = (code: Int32Array, from: number, to: number, paper: number): boolean => {
    for (let at = from; at < to; at++) {
      const solid = to + at - from;
      const isThere =
        has(code[at] ?? 0, paper) ||
        (at + 1 < to && has(code[solid] ?? 0, paper)) ||
        (at > from && has(code[solid - 1] ?? 0, paper));
      if (!isThere) return false;
    }
    return true;
  };
  const hasPhrase = (code: Int32Array, from: number, to: number, paper: number): boolean => {
    for (let at = from; at < to; at++) if (!has(code[at] ?? 0, paper)) return false;
    if (isSpelledOtherwise(code, from, to)) return hasSpelling(code.subarray(from, to), nothing, paper);
    const stem = stemOfTerm[(code[from] ?? 0) >>> fieldBits] ?? 0;
    return somePlaceOf(stem, paper, (place) => standsAt(code, from, to, place));
  };
  const standsAt: Checker['standsAt'] = (code, from, to, place) => {
    for (let at = from; at < to; at++) {
      if (stems[place + at - from] !== stemOfTerm[(code[at] ?? 0) >>> fieldBits]) return false;
    }
    return isPlaceIn((code[from] ?? 0) & fieldMask, place, paperAt[place] ?? 0);
  };
  const isSpelledOtherwise: Checker['isSpelledOtherwise'] = (code, from, to) => {
    for (let at = from; at < to; at++) {
      const term = (code[at] ?? 0) >>> fieldBits;
      if ((meetingStarts[term] ?? 0) < (meetingEnds[term] ?? 0)) return true;
    }
    return false;
  };

  const hasSpelling = (keys: Int32Array, solids: Int32Array, paper: number): boolean => {
    const field = (keys[0] ?? 0) & fieldMask;
    const term = (keys[0] ?? 0) >>> fieldBits;
    const isStart = (place: number) => isPlaceIn(field, place, paper) && isSpelledFrom(keys, solids, place);
    return (
      somePlaceOf(stemOfTerm[term] ?? 0, paper, isStart) ||
      somePlace(paper, meetings, meetingStarts[term] ?? 0, meetingEnds[term] ?? 0, isStart) ||
      somePlaceOf(stemOfTerm[(solids[0] ?? 0) >>> fieldBits] ?? 0, paper, isStart)
    );
  };
  /** As `endOf` of the oracle goes: word by word, with all places where each may stand. */
  const isSpelledFrom = (keys: Int32Array, solids: Int32Array, place: number): boolean => {
    let here = [place];
    let next: number[] = [];
    for (let index = 0; index < keys.length; index++) {
      const term = (keys[index] ?? 0) >>> fieldBits;
      const afterNext: number[] = [];
      for (const at of here) {
        const stem = stems[at] ?? 0;
        if (stem === 0) continue;
        if (stem === stemOfTerm[term]) add(next, at + 1);
        if (isMetAt(term, at)) add(next, at + 2);
        if (stem === stemOfTerm[(solids[index] ?? 0) >>> fieldBits]) add(afterNext, at + 1);
      }
      [here, next] = [next, afterNext];
      if (here.length === 0 && next.length === 0) return false;
    }
    return here.length > 0;
  };
  const isMetAt = (term: number, place: number): boolean => {
    const end = meetingEnds[term] ?? 0;
    const at = firstFrom(place, meetings, meetingStarts[term] ?? 0, end);
    return at < end && meetings[at] === place;
  };
  return { holds, standsAt, isSpelledOtherwise };
}

const nothing = new Int32Array(0);

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

const add = (numbers: number[], number: number): void => {
  if (!numbers.includes(number)) numbers.push(number);
};

/** Reads papers for the operators that decide for themselves: once each, and their long texts only for those that ask. */
function createTextReader(papers: readonly Paper[]): (paper: number) => PaperText {
  const texts = new Map<number, PaperText>();
  return (number) => {
    const known = texts.get(number);
    if (known !== undefined) return known;
    const paper = papers[number];
    if (paper === undefined) throw new RangeError(`there is no paper ${number} in the batch`);
    const text = readLazily(paper);
    texts.set(number, text);
    return text;
  };
}

function readLazily(paper: Paper): PaperText {
  const whole = once(() => readPaper(paper));
  const authors = once(() => paper.authors.map((name) => ({ name, spellings: spellName(nameParts(name)) })));
  return {
    paper,
    get title() {
      return whole().title;
    },
    get abstract() {
      return whole().abstract;
    },
    get comment() {
      return whole().comment;
    },
    get authors() {
      return authors();
    },
    get categories() {
      return whole().categories;
    },
    get facts() {
      return whole().facts;
    },
  };
}

function once<Value>(read: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= read();
    return value;
  };
}
