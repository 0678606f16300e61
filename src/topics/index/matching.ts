import type { Batch } from './batch.ts';
import { lengthOf } from './compiled-query.ts';
import type { Evaluator } from './evaluator.ts';
import type { MatchBufferWriter } from './match-buffer.ts';
import { createPostingCursor } from './posting-cursor.ts';
import { entryAt, instructionsIn, isLedByPhrase, leadsElsewhere, type Postings, recordAt } from './postings.ts';
import { copyRow, unite } from './rows.ts';
import { segmentBits, segmentMask } from './slab.ts';

export interface MatchTools {
  readonly drawers: Postings;
  readonly checker: Evaluator;
  readonly writer: MatchBufferWriter;
}

/** How many papers are looked at between two turns, over all topics: a few milliseconds. */
const checksAtATime = 50_000;
/** So many papers are looked at one by one; more of them all at once, as bits. */
const fewPapers = 8;

/** Opens the drawer of every key that is present and finds the topics that match. */
export function* matchDrawers(batch: Batch, tools: MatchTools): Generator<void> {
  const { paperStarts, paperEnds } = batch;
  const { segments } = tools.drawers.records;
  const matcher = new EntryMatcher(batch, tools);
  const walk = createPostingCursor(batch, tools.drawers);
  let checks = 0;
  for (let count = walk.take(); count > 0; count = walk.take()) {
    for (let index = 0; index < count; index++) {
      const entry = walk.entries[index] ?? 0;
      const presence = walk.presences[index] ?? 0;
      const segment = segments[entry >>> segmentBits];
      if (segment !== undefined) matcher.match(segment, entry & segmentMask, presence);
      checks += (paperEnds[presence] ?? 0) - (paperStarts[presence] ?? 0);
    }
    if (checks < checksAtATime) continue;
    checks = 0;
    yield;
  }
}

class EntryMatcher {
  readonly #batch: Batch;
  readonly #segments: readonly Int32Array[];
  readonly #checker: Evaluator;
  readonly #writer: MatchBufferWriter;
  readonly #bits: Int32Array;

  constructor(batch: Batch, { drawers, checker, writer }: MatchTools) {
    this.#batch = batch;
    this.#segments = drawers.records.segments;
    this.#checker = checker;
    this.#writer = writer;
    this.#bits = new Int32Array(batch.rowLength);
  }

  /** Matches the topic of an entry in the drawer of a present key. */
  match(segment: Int32Array, at: number, presence: number): void {
    const shape = segment[at + entryAt.shape] ?? 0;
    const topic = segment[at + entryAt.topic] ?? 0;
    if (shape === leadsElsewhere) this.#matchRecord(topic, presence);
    else this.#matchUnderKey(segment, at + entryAt.instructions, shape, topic, presence);
  }

  /** Matches a topic that is filed under this key alone. */
  #matchUnderKey(code: Int32Array, from: number, shape: number, topic: number, presence: number): void {
    const { papersOf, paperStarts, paperEnds, rows, rowStarts } = this.#batch;
    const to = from + instructionsIn(shape);
    const start = paperStarts[presence] ?? 0;
    const end = paperEnds[presence] ?? 0;
    if (from === to) {
      this.#writer.addAll(papersOf, start, end);
      this.#writer.close(topic);
    } else if (!isLedByPhrase(shape) && end - start <= fewPapers) {
      this.#matchOneByOne(code, from, to, topic, presence);
    } else if (!isLedByPhrase(shape) || !this.#matchPhrase(code, from, to, topic)) {
      copyRow(this.#bits, rows, rowStarts[presence] ?? 0);
      this.#matchBits(code, from, to, topic);
    }
  }

  #matchOneByOne(code: Int32Array, from: number, to: number, topic: number, presence: number): void {
    const { papersOf, paperStarts, paperEnds } = this.#batch;
    const end = paperEnds[presence] ?? 0;
    for (let at = paperStarts[presence] ?? 0; at < end; at++) {
      const paper = papersOf[at] ?? 0;
      if (this.#checker.holds(code, from, to, paper, topic)) this.#writer.add(paper);
    }
    this.#writer.close(topic);
  }

  /** Matches the papers whose bits are set. */
  #matchBits(code: Int32Array, from: number, to: number, topic: number): void {
    this.#checker.narrow(code, from, to, this.#bits, topic);
    this.#writer.addBits(this.#bits);
    this.#writer.close(topic);
  }

  /** Finds the papers by the phrase itself; false where that is not possible. */
  #matchPhrase(code: Int32Array, from: number, to: number, topic: number): boolean {
    this.#bits.fill(0);
    if (!this.#checker.mark(code, from, this.#bits)) return false;
    this.#matchBits(code, from + lengthOf(code[from] ?? 0), to, topic);
    return true;
  }

  /** Matches a topic in several drawers, from the first of its keys that is present, for all of them. */
  #matchRecord(record: number, presence: number): void {
    const segment = this.#segments[record >>> segmentBits];
    if (segment === undefined) return;
    const at = record & segmentMask;
    const keys = at + recordAt.keys;
    const keysEnd = keys + (segment[at + recordAt.keyCount] ?? 0);
    if (this.#firstPresent(segment, keys, keysEnd) !== presence) return;
    const shape = segment[at + recordAt.shape] ?? 0;
    const topic = segment[at + recordAt.topic] ?? 0;
    const from = keysEnd * 2 - keys;
    const to = from + instructionsIn(shape);
    if (isLedByPhrase(shape) && this.#matchPhrase(segment, from, to, topic)) return;
    this.#uniteRows(segment, keys, keysEnd);
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
