import type { Term } from '../topic.ts';
import type { Batch } from './batch.ts';
import type { Checker } from './checker.ts';
import { lengthOf } from './code.ts';
import { anchorIn, type Drawers, entryAt, instructionsIn, leadsElsewhere, recordAt } from './drawers.ts';
import type { FindingsWriter } from './findings.ts';
import { segmentBits, segmentMask } from './records.ts';

export interface MatchTools {
  readonly drawers: Drawers;
  readonly checker: Checker;
  readonly writer: FindingsWriter;
  /** The terms of a topic that only their operators can decide. */
  readonly termsOf: (topic: number) => readonly Term[];
}

/** How many papers are looked at between two turns, over all topics: a few milliseconds. */
const checksAtATime = 50_000;
/** So many papers are looked at one by one; more of them all at once, as bits. */
const fewPapers = 8;

/** Opens the drawer of every key that is present and finds the topics that match. */
export function* matchDrawers(batch: Batch, tools: MatchTools): Generator<void> {
  const { first, records } = tools.drawers;
  const { segments } = records;
  const matchEntry = createEntryMatcher(batch, tools);
  let checks = 0;
  for (let presence = 0; presence < batch.present.length; presence++) {
    const papers = (batch.paperEnds[presence] ?? 0) - (batch.paperStarts[presence] ?? 0);
    let reference = first[batch.present[presence] ?? 0] ?? 0;
    while (reference !== 0) {
      const segment = segments[reference >>> segmentBits];
      if (segment === undefined) break;
      const at = reference & segmentMask;
      reference = segment[at + entryAt.next] ?? 0;
      matchEntry(segment, at, presence);
      checks += papers;
    }
    if (checks < checksAtATime) continue;
    checks = 0;
    yield;
  }
}

/** Matches the topic of an entry in the drawer of a present key. */
function createEntryMatcher(batch: Batch, { drawers, checker, writer, termsOf }: MatchTools) {
  const { segments } = drawers.records;
  const { presences, paperStarts, paperEnds, papersOf, rows, rowStarts, rowLength } = batch;
  const bits = new Int32Array(rowLength);

  const addRow = (presence: number) => {
    const row = rowStarts[presence] ?? 0;
    for (let word = 0; word < rowLength; word++) bits[word] = (bits[word] ?? 0) | (rows[row + word] ?? 0);
  };
  const matchPapers = (code: Int32Array, from: number, to: number, presence: number, terms: readonly Term[]) => {
    const start = paperStarts[presence] ?? 0;
    const end = paperEnds[presence] ?? 0;
    if (end - start > fewPapers) {
      bits.fill(0);
      addRow(presence);
      checker.narrow(code, from, to, bits, terms);
      return writer.addBits(bits);
    }
    for (let at = start; at < end; at++) {
      const paper = papersOf[at] ?? 0;
      if (checker.holds(code, from, to, paper, terms)) writer.add(paper);
    }
  };
  /** Goes from place to place of the phrase's rarest word, instead of from paper to paper. */
  const matchPhrase = (code: Int32Array, from: number, to: number, anchor: number, terms: readonly Term[]): boolean => {
    const end = from + lengthOf(code[from] ?? 0);
    bits.fill(0);
    if (!checker.phrases.mark(code, from + 1, end, anchor, bits)) return false;
    checker.narrow(code, end, to, bits, terms);
    writer.addBits(bits);
    return true;
  };
  /** A topic in several drawers is matched from the first of its keys that is present, for all of them. */
  const matchRecord = (reference: number, presence: number) => {
    const code = segments[reference >>> segmentBits] ?? bits;
    const at = reference & segmentMask;
    const keys = at + recordAt.keys;
    const keyCount = code[at + recordAt.keyCount] ?? 0;
    if (!unite(code, keys, keys + keyCount, presence)) return;
    const topic = code[at + recordAt.topic] ?? 0;
    const from = keys + keyCount * 2;
    checker.narrow(code, from, from + instructionsIn(code[at + recordAt.shape] ?? 0), bits, termsOf(topic));
    writer.addBits(bits);
    writer.close(topic);
  };
  /** Makes the union of the keys' rows, unless another of the keys is present before this one. */
  const unite = (code: Int32Array, from: number, to: number, presence: number): boolean => {
    let isFirst = true;
    for (let at = from; at < to; at++) {
      const other = presences[code[at] ?? 0] ?? -1;
      if (other < 0) continue;
      if (isFirst && other !== presence) return false;
      if (isFirst) bits.fill(0);
      isFirst = false;
      addRow(other);
    }
    return !isFirst;
  };

  return (segment: Int32Array, at: number, presence: number): void => {
    const shape = segment[at + entryAt.shape] ?? 0;
    const topic = segment[at + entryAt.topic] ?? 0;
    if (shape === leadsElsewhere) return matchRecord(topic, presence);
    const from = at + entryAt.instructions;
    const to = from + instructionsIn(shape);
    const anchor = anchorIn(shape);
    if (from === to) writer.addAll(papersOf, paperStarts[presence] ?? 0, paperEnds[presence] ?? 0);
    else if (anchor < 0 || !matchPhrase(segment, from, to, anchor, termsOf(topic)))
      matchPapers(segment, from, to, presence, termsOf(topic));
    writer.close(topic);
  };
}
