import type { PaperText } from '../matching/paper-text.ts';
import { operatorOf } from '../operators/registry.ts';
import type { Term } from '../topic.ts';
import type { AboutMatches } from './about-topics.ts';
import type { Batch } from './batch.ts';
import { lengthOf, operation, operationOf } from './compiled-query.ts';
import { createLazyReader } from './lazy-text.ts';
import { compoundsFrom, PhraseFinder } from './phrases.ts';
import { copyRow, hasBit, keep, keepEach, unite } from './rows.ts';
import type { TermDictionary } from './term-dictionary.ts';

/** The terms of a topic that only their operators can decide. */
export type OperatorTermsOf = (topic: number) => readonly Term[];

/** What is known of topics beside their compiled queries. */
export interface TopicKnowledge {
  readonly operatorTermsOf: OperatorTermsOf;
  readonly about: AboutMatches;
}

/** Evaluates compiled queries on the papers of one batch, paper by paper or for all of them as bits. */
export class Evaluator {
  readonly #batch: Batch;
  readonly #phrases: PhraseFinder;
  readonly #operatorTermsOf: OperatorTermsOf;
  readonly #about: AboutMatches;
  readonly #textOf: (paper: number) => PaperText;
  readonly #knownTerms = new Map<number, readonly Term[]>();
  readonly #spare: Int32Array[] = [];

  constructor(batch: Batch, dictionary: TermDictionary, { operatorTermsOf, about }: TopicKnowledge) {
    this.#batch = batch;
    this.#phrases = new PhraseFinder(batch, dictionary);
    this.#operatorTermsOf = operatorTermsOf;
    this.#about = about;
    this.#textOf = createLazyReader(batch.papers);
  }

  /** Whether the paper meets all instructions in `instructions[from..to)`. */
  holds(instructions: Int32Array, from: number, to: number, paper: number, topic: number): boolean {
    for (let at = from; at < to; at += lengthOf(instructions[at] ?? 0)) {
      if (!this.#holdsAt(instructions, at, paper, topic)) return false;
    }
    return true;
  }

  /** Clears the bits of the papers that do not meet all instructions in `instructions[from..to)`. */
  narrow(instructions: Int32Array, from: number, to: number, bits: Int32Array, topic: number): void {
    for (let at = from; at < to; at += lengthOf(instructions[at] ?? 0)) this.#narrowAt(instructions, at, bits, topic);
  }

  /**
   * Sets the bits of the papers that have the phrase of this instruction. False where that needs a check of each paper.
   */
  mark(instructions: Int32Array, at: number, bits: Int32Array): boolean {
    const instruction = instructions[at] ?? 0;
    const end = at + lengthOf(instruction);
    return operationOf(instruction) === operation.phrase
      ? this.#phrases.mark(instructions, at + 1, end, bits)
      : this.#phrases.markWithCompounds(instructions, at + 1, end, bits);
  }

  /** How many papers were compared with a sentence since the last call. */
  takeCompared(): number {
    return this.#about.takeCompared();
  }

  #holdsAt(instructions: Int32Array, at: number, paper: number, topic: number): boolean {
    const instruction = instructions[at] ?? 0;
    if (instruction >= 0) return this.#has(instruction >> 1, paper) === ((instruction & 1) === 0);
    const end = at + lengthOf(instruction);
    switch (operationOf(instruction)) {
      case operation.phrase:
        return this.#hasAll(instructions, at + 1, end, paper) && this.#phrases.has(instructions, at + 1, end, paper);
      case operation.phraseWithCompounds:
        return this.#phrases.hasWithCompounds(instructions, at + 1, end, paper);
      case operation.all:
        return this.holds(instructions, at + 1, end, paper, topic);
      case operation.any:
        return this.#holdsAny(instructions, at + 1, end, paper, topic);
      case operation.not:
        return !this.#holdsAt(instructions, at + 1, paper, topic);
      case operation.about:
        return this.#about.holds(topic, instructions[at + 1] ?? 0, paper);
      default:
        return this.#holdsByOperator(topic, instructions[at + 1] ?? 0, paper);
    }
  }

  #holdsAny(instructions: Int32Array, from: number, to: number, paper: number, topic: number): boolean {
    for (let at = from; at < to; at += lengthOf(instructions[at] ?? 0)) {
      if (this.#holdsAt(instructions, at, paper, topic)) return true;
    }
    return false;
  }

  #holdsByOperator(topic: number, number: number, paper: number): boolean {
    const terms = this.#knownTerms.get(topic) ?? this.#operatorTermsOf(topic);
    this.#knownTerms.set(topic, terms);
    const term = terms[number];
    return term !== undefined && operatorOf(term).holds(term, this.#textOf(paper));
  }

  #has(fieldTerm: number, paper: number): boolean {
    const presence = this.#batch.presences[fieldTerm] ?? -1;
    return presence >= 0 && hasBit(this.#batch.rows, this.#batch.rowStarts[presence] ?? 0, paper);
  }

  #hasAll(instructions: Int32Array, from: number, to: number, paper: number): boolean {
    for (let at = from; at < to; at++) if (!this.#has(instructions[at] ?? 0, paper)) return false;
    return true;
  }

  #narrowAt(instructions: Int32Array, at: number, bits: Int32Array, topic: number): void {
    const instruction = instructions[at] ?? 0;
    const end = at + lengthOf(instruction);
    if (instruction >= 0) this.#narrowByTerm(instruction >> 1, (instruction & 1) !== 0, bits);
    else if (operationOf(instruction) <= operation.phraseWithCompounds) this.#narrowToMarked(instructions, at, bits);
    else if (operationOf(instruction) === operation.all) this.narrow(instructions, at + 1, end, bits, topic);
    else if (operationOf(instruction) === operation.any) this.#narrowToAny(instructions, at + 1, end, bits, topic);
    else if (operationOf(instruction) === operation.not) this.#narrowToOthers(instructions, at + 1, bits, topic);
    else if (operationOf(instruction) === operation.about) this.#about.narrow(topic, instructions[at + 1] ?? 0, bits);
    else keepEach(bits, (paper) => this.#holdsByOperator(topic, instructions[at + 1] ?? 0, paper));
  }

  #narrowByTerm(fieldTerm: number, isExcluded: boolean, bits: Int32Array): void {
    const presence = this.#batch.presences[fieldTerm] ?? -1;
    if (presence >= 0) keep(bits, this.#batch.rows, this.#batch.rowStarts[presence] ?? 0, isExcluded ? -1 : 0);
    else if (!isExcluded) bits.fill(0);
  }

  #narrowToMarked(instructions: Int32Array, at: number, bits: Int32Array): void {
    const marked = this.#take(bits).fill(0);
    if (this.mark(instructions, at, marked)) keep(bits, marked, 0);
    else this.#narrowToPhraseByPaper(instructions, at, bits);
    this.#spare.push(marked);
  }

  #narrowToPhraseByPaper(instructions: Int32Array, at: number, bits: Int32Array): void {
    const instruction = instructions[at] ?? 0;
    const [from, to] = [at + 1, at + lengthOf(instruction)];
    if (operationOf(instruction) === operation.phrase) {
      for (let each = from; each < to; each++) this.#narrowByTerm(instructions[each] ?? 0, false, bits);
      keepEach(bits, (paper) => this.#phrases.has(instructions, from, to, paper));
      return;
    }
    for (let each = from; each < compoundsFrom(from, to); each++)
      this.#narrowToAlternatives(instructions, each, from, to, bits);
    keepEach(bits, (paper) => this.#phrases.hasWithCompounds(instructions, from, to, paper));
  }

  /** Keeps papers that have the word at this index of the phrase, or a compound with a word beside it. */
  #narrowToAlternatives(instructions: Int32Array, at: number, from: number, to: number, bits: Int32Array): void {
    const compounds = compoundsFrom(from, to);
    const after = compounds + at - from;
    const allowed = this.#take(bits).fill(0);
    this.#unite(instructions[at] ?? 0, allowed);
    if (at > from) this.#unite(instructions[after - 1] ?? 0, allowed);
    if (after < to) this.#unite(instructions[after] ?? 0, allowed);
    keep(bits, allowed, 0);
    this.#spare.push(allowed);
  }

  #unite(fieldTerm: number, bits: Int32Array): void {
    const presence = this.#batch.presences[fieldTerm] ?? -1;
    if (presence >= 0) unite(bits, this.#batch.rows, this.#batch.rowStarts[presence] ?? 0);
  }

  /** Evaluates each alternative only on the papers that no earlier one let through. */
  #narrowToAny(instructions: Int32Array, from: number, to: number, bits: Int32Array, topic: number): void {
    const left = this.#take(bits);
    for (let at = from; at < to; at += lengthOf(instructions[at] ?? 0)) {
      const through = this.#take(left);
      this.#narrowAt(instructions, at, through, topic);
      keep(left, through, 0, -1);
      this.#spare.push(through);
    }
    keep(bits, left, 0, -1);
    this.#spare.push(left);
  }

  #narrowToOthers(instructions: Int32Array, at: number, bits: Int32Array, topic: number): void {
    const excluded = this.#take(bits);
    this.#narrowAt(instructions, at, excluded, topic);
    keep(bits, excluded, 0, -1);
    this.#spare.push(excluded);
  }

  /** A copy from the pool. Give it back to `#spare`. */
  #take(bits: Int32Array): Int32Array {
    const copy = this.#spare.pop() ?? new Int32Array(bits.length);
    copyRow(copy, bits, 0);
    return copy;
  }
}
