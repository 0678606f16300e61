import type { PaperText } from '../matching/paper-text.ts';
import { operatorOf } from '../operators/registry.ts';
import type { Term } from '../topic.ts';
import { hasAuthor, markAuthors } from './authors.ts';
import type { Batch } from './batch.ts';
import { lengthOf, operation, operationOf } from './compiled-query.ts';
import { createLazyReader } from './lazy-text.ts';
import { PhraseFinder, solidsFrom } from './phrases.ts';
import { copyRow, hasBit, keep, keepEach, unite } from './rows.ts';
import type { TermDictionary } from './term-dictionary.ts';

/** The terms of a topic that only their operators can decide. */
export type TermsOf = (topic: number) => readonly Term[];

/** Holds the code of topics (see `Code`) against the papers of one batch, one by one or all at once. */
export class Evaluator {
  readonly #batch: Batch;
  readonly #phrases: PhraseFinder;
  readonly #termsOf: TermsOf;
  readonly #textOf: (paper: number) => PaperText;
  readonly #knownTerms = new Map<number, readonly Term[]>();
  readonly #spare: Int32Array[] = [];

  constructor(batch: Batch, lexicon: TermDictionary, termsOf: TermsOf) {
    this.#batch = batch;
    this.#phrases = new PhraseFinder(batch, lexicon);
    this.#termsOf = termsOf;
    this.#textOf = createLazyReader(batch.papers);
  }

  /** Whether all instructions from there to there hold for the paper. */
  holds(code: Int32Array, from: number, to: number, paper: number, topic: number): boolean {
    for (let at = from; at < to; at += lengthOf(code[at] ?? 0)) {
      if (!this.#holdsAt(code, at, paper, topic)) return false;
    }
    return true;
  }

  /** Clears the bits of the papers for which not all instructions from there to there hold. */
  narrow(code: Int32Array, from: number, to: number, bits: Int32Array, topic: number): void {
    for (let at = from; at < to; at += lengthOf(code[at] ?? 0)) this.#narrowAt(code, at, bits, topic);
  }

  /** Sets the bits of the papers that have the phrase or the author there; false where that can only be asked paper by paper. */
  mark(code: Int32Array, at: number, bits: Int32Array): boolean {
    const instruction = code[at] ?? 0;
    const end = at + lengthOf(instruction);
    switch (operationOf(instruction)) {
      case operation.phrase:
        return this.#phrases.mark(code, at + 1, end, bits);
      case operation.spelled:
        return this.#phrases.markSpelled(code, at + 1, end, bits);
      default:
        markAuthors(this.#batch, code, at + 1, end, bits);
        return true;
    }
  }

  #holdsAt(code: Int32Array, at: number, paper: number, topic: number): boolean {
    const instruction = code[at] ?? 0;
    if (instruction >= 0) return this.#has(instruction >> 1, paper) === ((instruction & 1) === 0);
    const end = at + lengthOf(instruction);
    switch (operationOf(instruction)) {
      case operation.phrase:
        return this.#hasAll(code, at + 1, end, paper) && this.#phrases.has(code, at + 1, end, paper);
      case operation.spelled:
        return this.#phrases.hasSpelled(code, at + 1, end, paper);
      case operation.author:
        return hasAuthor(this.#batch, code, at + 1, end, paper);
      case operation.all:
        return this.holds(code, at + 1, end, paper, topic);
      case operation.any:
        return this.#holdsAny(code, at + 1, end, paper, topic);
      case operation.not:
        return !this.#holdsAt(code, at + 1, paper, topic);
      default:
        return this.#holdsTerm(topic, code[at + 1] ?? 0, paper);
    }
  }

  #holdsAny(code: Int32Array, from: number, to: number, paper: number, topic: number): boolean {
    for (let at = from; at < to; at += lengthOf(code[at] ?? 0)) {
      if (this.#holdsAt(code, at, paper, topic)) return true;
    }
    return false;
  }

  #holdsTerm(topic: number, number: number, paper: number): boolean {
    const terms = this.#knownTerms.get(topic) ?? this.#termsOf(topic);
    this.#knownTerms.set(topic, terms);
    const term = terms[number];
    return term !== undefined && operatorOf(term).holds(term, this.#textOf(paper));
  }

  #has(key: number, paper: number): boolean {
    const presence = this.#batch.presences[key] ?? -1;
    return presence >= 0 && hasBit(this.#batch.rows, this.#batch.rowStarts[presence] ?? 0, paper);
  }

  #hasAll(code: Int32Array, from: number, to: number, paper: number): boolean {
    for (let at = from; at < to; at++) if (!this.#has(code[at] ?? 0, paper)) return false;
    return true;
  }

  #narrowAt(code: Int32Array, at: number, bits: Int32Array, topic: number): void {
    const instruction = code[at] ?? 0;
    const end = at + lengthOf(instruction);
    if (instruction >= 0) this.#narrowByKey(instruction >> 1, (instruction & 1) !== 0, bits);
    else if (operationOf(instruction) <= operation.author) this.#narrowToMarked(code, at, bits);
    else if (operationOf(instruction) === operation.all) this.narrow(code, at + 1, end, bits, topic);
    else if (operationOf(instruction) === operation.any) this.#narrowToAny(code, at + 1, end, bits, topic);
    else if (operationOf(instruction) === operation.not) this.#narrowToOthers(code, at + 1, bits, topic);
    else keepEach(bits, (paper) => this.#holdsTerm(topic, code[at + 1] ?? 0, paper));
  }

  #narrowByKey(key: number, isExcluded: boolean, bits: Int32Array): void {
    const presence = this.#batch.presences[key] ?? -1;
    if (presence >= 0) keep(bits, this.#batch.rows, this.#batch.rowStarts[presence] ?? 0, isExcluded ? -1 : 0);
    else if (!isExcluded) bits.fill(0);
  }

  #narrowToMarked(code: Int32Array, at: number, bits: Int32Array): void {
    const marked = this.#take(bits).fill(0);
    if (this.mark(code, at, marked)) keep(bits, marked, 0);
    else this.#narrowToPhraseByPaper(code, at, bits);
    this.#spare.push(marked);
  }

  #narrowToPhraseByPaper(code: Int32Array, at: number, bits: Int32Array): void {
    const instruction = code[at] ?? 0;
    const [from, to] = [at + 1, at + lengthOf(instruction)];
    if (operationOf(instruction) === operation.phrase) {
      for (let each = from; each < to; each++) this.#narrowByKey(code[each] ?? 0, false, bits);
      keepEach(bits, (paper) => this.#phrases.has(code, from, to, paper));
      return;
    }
    for (let each = from; each < solidsFrom(from, to); each++) this.#narrowToSpellings(code, each, from, to, bits);
    keepEach(bits, (paper) => this.#phrases.hasSpelled(code, from, to, paper));
  }

  /** To the papers that have a word of a phrase, or a solid word that may stand for it and one beside it. */
  #narrowToSpellings(code: Int32Array, at: number, from: number, to: number, bits: Int32Array): void {
    const solids = solidsFrom(from, to);
    const after = solids + at - from;
    const spelled = this.#take(bits).fill(0);
    this.#unite(code[at] ?? 0, spelled);
    if (at > from) this.#unite(code[after - 1] ?? 0, spelled);
    if (after < to) this.#unite(code[after] ?? 0, spelled);
    keep(bits, spelled, 0);
    this.#spare.push(spelled);
  }

  #unite(key: number, bits: Int32Array): void {
    const presence = this.#batch.presences[key] ?? -1;
    if (presence >= 0) unite(bits, this.#batch.rows, this.#batch.rowStarts[presence] ?? 0);
  }

  /** Each alternative is asked for those papers only that no other one has let through. */
  #narrowToAny(code: Int32Array, from: number, to: number, bits: Int32Array, topic: number): void {
    const left = this.#take(bits);
    for (let at = from; at < to; at += lengthOf(code[at] ?? 0)) {
      const through = this.#take(left);
      this.#narrowAt(code, at, through, topic);
      keep(left, through, 0, -1);
      this.#spare.push(through);
    }
    keep(bits, left, 0, -1);
    this.#spare.push(left);
  }

  #narrowToOthers(code: Int32Array, at: number, bits: Int32Array, topic: number): void {
    const excluded = this.#take(bits);
    this.#narrowAt(code, at, excluded, topic);
    keep(bits, excluded, 0, -1);
    this.#spare.push(excluded);
  }

  /** A copy, to be given back to `#spare`. */
  #take(bits: Int32Array): Int32Array {
    const copy = this.#spare.pop() ?? new Int32Array(bits.length);
    copyRow(copy, bits, 0);
    return copy;
  }
}
