import { operatorOf } from '../fields.ts';
import type { Term } from '../topic.ts';
import type { Batch } from './batch.ts';
import { lengthOf, operation, operationOf } from './code.ts';
import { createLazyReader } from './lazy-text.ts';
import type { Lexicon } from './lexicon.ts';
import { createPhraseFinder, type PhraseFinder, solidsFrom } from './phrases.ts';

/** Holds code (see `Code`) against the papers of one batch. */
export interface Checker {
  /** Whether all instructions from there to there hold for the paper. */
  holds(code: Int32Array, from: number, to: number, paper: number, terms: readonly Term[]): boolean;
  /** Clears the bits of the papers for which not all instructions from there to there hold. */
  narrow(code: Int32Array, from: number, to: number, bits: Int32Array, terms: readonly Term[]): void;
  readonly phrases: PhraseFinder;
}

export function createChecker(batch: Batch, lexicon: Lexicon): Checker {
  const { presences, rowStarts, rows, rowLength } = batch;
  const textOf = createLazyReader(batch.papers);
  const spare: Int32Array[] = [];

  const has = (key: number, paper: number): boolean => {
    const presence = presences[key] ?? -1;
    return presence >= 0 && (((rows[(rowStarts[presence] ?? 0) + (paper >>> 5)] ?? 0) >>> (paper & 31)) & 1) === 1;
  };
  const hasAll = (code: Int32Array, from: number, to: number, paper: number): boolean => {
    for (let at = from; at < to; at++) if (!has(code[at] ?? 0, paper)) return false;
    return true;
  };
  /** Whether the paper has each word of a phrase, or a solid word that may stand for it and one beside it. */
  const hasEach = (code: Int32Array, from: number, to: number, paper: number): boolean => {
    const solids = solidsFrom(from, to);
    for (let at = from; at < solids; at++) if (!spellingsOf(code, at, from, to).some((key) => has(key, paper))) return false;
    return true;
  };
  const phrases = createPhraseFinder(batch, lexicon);

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
        return hasAll(code, at + 1, end, paper) && phrases.has(code, at + 1, end, paper);
      case operation.spelled:
        return hasEach(code, at + 1, end, paper) && phrases.hasSpelled(code, at + 1, end, paper);
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

  const narrow: Checker['narrow'] = (code, from, to, bits, terms) => {
    for (let at = from; at < to; at += lengthOf(code[at] ?? 0)) narrowAt(code, at, bits, terms);
  };
  const narrowAt = (code: Int32Array, at: number, bits: Int32Array, terms: readonly Term[]): void => {
    const instruction = code[at] ?? 0;
    if (instruction >= 0) return narrowByKey(instruction, bits);
    const end = at + lengthOf(instruction);
    switch (operationOf(instruction)) {
      case operation.all:
        return narrow(code, at + 1, end, bits, terms);
      case operation.any:
        return narrowToAny(code, at + 1, end, bits, terms);
      case operation.phrase:
        for (let key = at + 1; key < end; key++) narrowByKey((code[key] ?? 0) * 2, bits);
        return narrowOneByOne(bits, (paper) => phrases.has(code, at + 1, end, paper));
      case operation.spelled:
        for (let key = at + 1; key < solidsFrom(at + 1, end); key++) narrowToEither(spellingsOf(code, key, at + 1, end), bits);
        return narrowOneByOne(bits, (paper) => phrases.hasSpelled(code, at + 1, end, paper));
      case operation.not: {
        const excluded = take(bits);
        narrowAt(code, at + 1, excluded, terms);
        for (let word = 0; word < rowLength; word++) bits[word] = (bits[word] ?? 0) & ~(excluded[word] ?? 0);
        spare.push(excluded);
        return;
      }
      default:
        return narrowOneByOne(bits, (paper) => holdsAt(code, at, paper, terms));
    }
  };
  const narrowByKey = (instruction: number, bits: Int32Array): void => {
    const presence = presences[instruction >> 1] ?? -1;
    const isExcluded = (instruction & 1) !== 0;
    if (presence < 0) {
      if (!isExcluded) bits.fill(0);
      return;
    }
    const row = rowStarts[presence] ?? 0;
    const flip = isExcluded ? -1 : 0;
    for (let word = 0; word < rowLength; word++) bits[word] = (bits[word] ?? 0) & ((rows[row + word] ?? 0) ^ flip);
  };
  /** Each alternative is asked for those papers only that no other one has let through. */
  const narrowToAny = (code: Int32Array, from: number, to: number, bits: Int32Array, terms: readonly Term[]): void => {
    const left = take(bits);
    for (let at = from; at < to; at += lengthOf(code[at] ?? 0)) {
      const through = take(left);
      narrowAt(code, at, through, terms);
      for (let word = 0; word < rowLength; word++) left[word] = (left[word] ?? 0) & ~(through[word] ?? 0);
      spare.push(through);
    }
    for (let word = 0; word < rowLength; word++) bits[word] = (bits[word] ?? 0) & ~(left[word] ?? 0);
    spare.push(left);
  };
  const narrowToEither = (keys: readonly number[], bits: Int32Array): void => {
    const either = take(bits).fill(0);
    for (const key of keys) addRow(key, either);
    for (let word = 0; word < rowLength; word++) bits[word] = (bits[word] ?? 0) & (either[word] ?? 0);
    spare.push(either);
  };
  const addRow = (key: number, bits: Int32Array): void => {
    const presence = presences[key] ?? -1;
    const row = rowStarts[presence] ?? 0;
    for (let word = 0; word < rowLength && presence >= 0; word++) bits[word] = (bits[word] ?? 0) | (rows[row + word] ?? 0);
  };
  const narrowOneByOne = (bits: Int32Array, isThrough: (paper: number) => boolean): void => {
    for (let word = 0; word < rowLength; word++) {
      for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest;
        if (!isThrough((word << 5) | (31 - Math.clz32(bit)))) bits[word] = (bits[word] ?? 0) & ~bit;
      }
    }
  };
  /** A copy, to be given back to `spare`. */
  const take = (bits: Int32Array): Int32Array => {
    const copy = spare.pop() ?? new Int32Array(rowLength);
    copy.set(bits);
    return copy;
  };
  return { holds, narrow, phrases };
}

/** The keys of a word of a phrase with solid words: its own, and those of the solid words that it may be a part of. */
function spellingsOf(code: Int32Array, at: number, from: number, to: number): readonly number[] {
  const solids = solidsFrom(from, to);
  const after = solids + at - from;
  const keys = [code[at] ?? 0];
  if (at > from) keys.push(code[after - 1] ?? 0);
  if (after < to) keys.push(code[after] ?? 0);
  return keys;
}
