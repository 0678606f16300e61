import type { Paper } from '../../papers/paper.ts';
import { operatorOf } from '../fields.ts';
import { type PaperText, readPaper } from '../paper-text.ts';
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
        const keys = at + 2;
        const solids = keys + (code[at + 1] ?? 0);
        return hasSpelling(code.subarray(keys, solids), code.subarray(solids, end), paper);
      }
      case operation.solid:
        return hasStem(code[at + 1] ?? 0, code[at + 2] ?? 0, paper);
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

  /** The index of the first of a stem's places that is in that paper or after it. */
  const firstIn = (paper: number, stem: number): number => {
    let low = placeStarts[stem] ?? 0;
    let high = placeEnds[stem] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((paperAt[places[middle] ?? 0] ?? 0) < paper) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const hasStem = (stem: number, field: number, paper: number): boolean => {
    if ((placeStarts[stem] ?? -1) < 0) return false;
    const end = placeEnds[stem] ?? 0;
    for (let index = firstIn(paper, stem); index < end; index++) {
      const place = places[index] ?? 0;
      if (paperAt[place] !== paper) return false;
      if (isPlaceIn(field, place, paper)) return true;
    }
    return false;
  };
  const hasPhrase = (code: Int32Array, from: number, to: number, paper: number): boolean => {
    for (let at = from; at < to; at++) if (!has(code[at] ?? 0, paper)) return false;
    if (isSpelledOtherwise(code, from, to)) return hasSpelling(code.subarray(from, to), nothing, paper);
    const stem = stemOfTerm[(code[from] ?? 0) >>> fieldBits] ?? 0;
    const end = placeEnds[stem] ?? 0;
    for (let index = firstIn(paper, stem); index < end; index++) {
      const place = places[index] ?? 0;
      if (paperAt[place] !== paper) return false;
      if (standsAt(code, from, to, place)) return true;
    }
    return false;
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
    const end = commentEnds[paper] ?? 0;
    for (let place = paper === 0 ? 0 : (commentEnds[paper - 1] ?? 0); place < end; place++) {
      if (isPlaceIn(field, place, paper) && isSpelledFrom(keys, solids, place)) return true;
    }
    return false;
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
        if (stem === solids[index]) add(afterNext, at + 1);
      }
      [here, next] = [next, afterNext];
      if (here.length === 0 && next.length === 0) return false;
    }
    return here.length > 0;
  };
  const isMetAt = (term: number, place: number): boolean => {
    const end = meetingEnds[term] ?? 0;
    for (let at = meetingStarts[term] ?? 0; at < end; at++) if (meetings[at] === place) return true;
    return false;
  };
  return { holds, standsAt, isSpelledOtherwise };
}

const nothing = new Int32Array(0);

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
  let whole: PaperText | null = null;
  const read = (): PaperText => {
    whole ??= readPaper(paper);
    return whole;
  };
  return {
    ...readPaper({ ...paper, title: '', abstract: '', comment: null }),
    paper,
    get title() {
      return read().title;
    },
    get abstract() {
      return read().abstract;
    },
    get comment() {
      return read().comment;
    },
  };
}
