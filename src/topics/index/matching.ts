import type { Batch } from './batch.ts';
import { lengthOf } from './compiled-query.ts';
import type { Evaluator } from './evaluator.ts';
import type { MatchBufferWriter } from './match-buffer.ts';
import { createPostingCursor } from './posting-cursor.ts';
import { instructionsIn, isLedByPhrase, type Postings, postingAt, recordAt, refersToRecord } from './postings.ts';
import { copyRow, unite } from './rows.ts';
import { segmentBits, segmentMask } from './slab.ts';

export interface MatchTools {
  readonly postings: Postings;
  readonly evaluator: Evaluator;
  readonly writer: MatchBufferWriter;
}

/** How many papers are looked at between two yields, over all topics: a few milliseconds of work. */
const papersAtATime = 50_000;
/** A comparison with a sentence takes as long as looking at this many papers. */
const comparedCost = 10;
/** Up to this many papers are checked one by one. More are checked at once, as bits. */
const fewPapers = 8;

/** Walks the posting list of every present term and finds the topics that match. */
export function* matchPostings(batch: Batch, tools: MatchTools): Generator<void> {
  const { paperStarts, paperEnds } = batch;
  const { segments } = tools.postings.slab;
  const matcher = new PostingMatcher(batch, tools);
  const cursor = createPostingCursor(batch, tools.postings);
  let papersLookedAt = 0;
  for (let count = cursor.take(); count > 0; count = cursor.take()) {
    for (let index = 0; index < count; index++) {
      const posting = cursor.postings[index] ?? 0;
      const presence = cursor.presences[index] ?? 0;
      const segment = segments[posting >>> segmentBits];
      if (segment !== undefined) matcher.match(segment, posting & segmentMask, presence);
      papersLookedAt += (paperEnds[presence] ?? 0) - (paperStarts[presence] ?? 0);
      papersLookedAt += comparedCost * tools.evaluator.takeCompared();
      if (papersLookedAt < papersAtATime) continue;
      papersLookedAt = 0;
      yield;
    }
  }
}

class PostingMatcher {
  readonly #batch: Batch;
  readonly #segments: readonly Int32Array[];
  readonly #evaluator: Evaluator;
  readonly #writer: MatchBufferWriter;
  readonly #bits: Int32Array;

  constructor(batch: Batch, { postings, evaluator, writer }: MatchTools) {
    this.#batch = batch;
    this.#segments = postings.slab.segments;
    this.#evaluator = evaluator;
    this.#writer = writer;
    this.#bits = new Int32Array(batch.rowLength);
  }

  /** Matches the topic of a posting in the list of a present term. */
  match(segment: Int32Array, at: number, presence: number): void {
    const shape = segment[at + postingAt.shape] ?? 0;
    const topic = segment[at + postingAt.topic] ?? 0;
    if (shape === refersToRecord) this.#matchRecord(topic, presence);
    else this.#matchUnderOneTerm(segment, at + postingAt.instructions, shape, topic, presence);
  }

  /** Matches a topic that is filed under this term alone. */
  #matchUnderOneTerm(instructions: Int32Array, from: number, shape: number, topic: number, presence: number): void {
    const { papersOf, paperStarts, paperEnds, rows, rowStarts } = this.#batch;
    const to = from + instructionsIn(shape);
    const start = paperStarts[presence] ?? 0;
    const end = paperEnds[presence] ?? 0;
    if (from === to) {
      this.#writer.addAll(papersOf, start, end);
      this.#writer.close(topic);
    } else if (!isLedByPhrase(shape) && end - start <= fewPapers) {
      this.#matchOneByOne(instructions, from, to, topic, presence);
    } else if (!isLedByPhrase(shape) || !this.#matchPhrase(instructions, from, to, topic)) {
      copyRow(this.#bits, rows, rowStarts[presence] ?? 0);
      this.#matchBits(instructions, from, to, topic);
    }
  }

  #matchOneByOne(instructions: Int32Array, from: number, to: number, topic: number, presence: number): void {
    const { papersOf, paperStarts, paperEnds } = this.#batch;
    const end = paperEnds[presence] ?? 0;
    for (let at = paperStarts[presence] ?? 0; at < end; at++) {
      const paper = papersOf[at] ?? 0;
      if (this.#evaluator.holds(instructions, from, to, paper, topic)) this.#writer.add(paper);
    }
    this.#writer.close(topic);
  }

  /** Matches the papers whose bits are set. */
  #matchBits(instructions: Int32Array, from: number, to: number, topic: number): void {
    this.#evaluator.narrow(instructions, from, to, this.#bits, topic);
    this.#writer.addBits(this.#bits);
    this.#writer.close(topic);
  }

  /** Finds the papers by the phrase itself. False where that is not possible. */
  #matchPhrase(instructions: Int32Array, from: number, to: number, topic: number): boolean {
    this.#bits.fill(0);
    if (!this.#evaluator.mark(instructions, from, this.#bits)) return false;
    this.#matchBits(instructions, from + lengthOf(instructions[from] ?? 0), to, topic);
    return true;
  }

  /** Matches a topic that is filed under several terms, when the first of them that is present comes up. */
  #matchRecord(record: number, presence: number): void {
    const segment = this.#segments[record >>> segmentBits];
    if (segment === undefined) return;
    const at = record & segmentMask;
    const fieldTerms = at + recordAt.fieldTerms;
    const fieldTermsEnd = fieldTerms + (segment[at + recordAt.fieldTermCount] ?? 0);
    if (this.#firstPresent(segment, fieldTerms, fieldTermsEnd) !== presence) return;
    const shape = segment[at + recordAt.shape] ?? 0;
    const topic = segment[at + recordAt.topic] ?? 0;
    const from = fieldTermsEnd * 2 - fieldTerms;
    const to = from + instructionsIn(shape);
    if (isLedByPhrase(shape) && this.#matchPhrase(segment, from, to, topic)) return;
    this.#uniteRows(segment, fieldTerms, fieldTermsEnd);
    this.#matchBits(segment, from, to, topic);
  }

  #firstPresent(segment: Int32Array, from: number, to: number): number {
    for (let at = from; at < to; at++) {
      const presence = this.#batch.presences[segment[at] ?? 0] ?? -1;
      if (presence >= 0) return presence;
    }
    return -1;
  }

  #uniteRows(segment: Int32Array, from: number, to: number): void {
    const { presences, rows, rowStarts } = this.#batch;
    this.#bits.fill(0);
    for (let at = from; at < to; at++) {
      const presence = presences[segment[at] ?? 0] ?? -1;
      if (presence >= 0) unite(this.#bits, rows, rowStarts[presence] ?? 0);
    }
  }
}
