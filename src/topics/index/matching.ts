import type { Term } from '../topic.ts';
import type { Batch } from './batch.ts';
import type { Checker } from './checker.ts';
import { lengthOf } from './code.ts';
import { anchorIn, type Drawers, entryAt, instructionsIn, leadsElsewhere, recordAt } from './drawers.ts';
import type { FindingsWriter } from './findings.ts';
import { fieldBits, type Lexicon } from './lexicon.ts';
import { segmentBits, segmentMask } from './records.ts';

export interface MatchTools {
  readonly drawers: Drawers;
  readonly lexicon: Lexicon;
  readonly checker: Checker;
  readonly writer: FindingsWriter;
  /** The terms of a topic that only their operators can decide. */
  readonly termsOf: (topic: number) => readonly Term[];
}

/** How many papers are looked at between two turns, over all topics: a few milliseconds. */
const checksAtATime = 100_000;

/** Opens the drawer of every key that is present and finds the topics that match. */
export function* matchDrawers(batch: Batch, tools: MatchTools): Generator<void> {
  const matchDrawer = createDrawerMatcher(batch, tools);
  let checks = 0;
  for (let presence = 0; presence < batch.present.length; presence++) {
    checks += matchDrawer(presence);
    if (checks < checksAtATime) continue;
    checks = 0;
    yield;
  }
}

/** Matches the topics of the drawer of a present key, and tells how many papers that were over all of them. */
function createDrawerMatcher(batch: Batch, { drawers, lexicon, checker, writer, termsOf }: MatchTools) {
  const { first, records } = drawers;
  const { segments } = records;
  const { stemOfTerm } = lexicon;
  const { present, presences, paperStarts, paperEnds, papersOf, paperAt, places, placeStarts, placeEnds } = batch;
  const { rows, rowStarts, rowLength } = batch;
  const union = new Int32Array(rowLength);

  const matchPapers = (code: Int32Array, from: number, to: number, presence: number, terms: readonly Term[]) => {
    const end = paperEnds[presence] ?? 0;
    for (let at = paperStarts[presence] ?? 0; at < end; at++) {
      const paper = papersOf[at] ?? 0;
      if (checker.holds(code, from, to, paper, terms)) writer.add(paper);
    }
  };
  /** Goes from place to place of the phrase's rarest word, instead of from paper to paper. */
  const matchPhrase = (code: Int32Array, from: number, to: number, anchor: number, terms: readonly Term[]) => {
    const phraseEnd = from + lengthOf(code[from] ?? 0);
    const stem = stemOfTerm[(code[from + 1 + anchor] ?? 0) >>> fieldBits] ?? 0;
    const end = placeEnds[stem] ?? 0;
    let last = -1;
    for (let at = placeStarts[stem] ?? 0; at < end; at++) {
      const place = places[at] ?? 0;
      if (!checker.standsAt(code, from + 1, phraseEnd, place - anchor)) continue;
      const paper = paperAt[place] ?? 0;
      if (paper === last) continue;
      last = paper;
      if (checker.holds(code, phraseEnd, to, paper, terms)) writer.add(paper);
    }
  };
  const matchEntry = (code: Int32Array, at: number, shape: number, presence: number) => {
    const topic = code[at + entryAt.topic] ?? 0;
    const from = at + entryAt.instructions;
    const to = from + instructionsIn(shape);
    const anchor = anchorIn(shape);
    if (from === to) writer.addAll(papersOf, paperStarts[presence] ?? 0, paperEnds[presence] ?? 0);
    else if (anchor >= 0 && !checker.isSpelledOtherwise(code, from + 1, from + lengthOf(code[from] ?? 0)))
      matchPhrase(code, from, to, anchor, termsOf(topic));
    else matchPapers(code, from, to, presence, termsOf(topic));
    writer.close(topic);
  };
  /** A topic in several drawers is matched from the first of its keys that is present, for all of them. */
  const matchRecord = (reference: number, presence: number) => {
    const code = segments[reference >>> segmentBits] ?? union;
    const at = reference & segmentMask;
    const topic = code[at + recordAt.topic] ?? 0;
    const keys = at + recordAt.keys;
    const keyCount = code[at + recordAt.keyCount] ?? 0;
    if (!unite(code, keys, keyCount, presence)) return;
    const from = keys + keyCount * 2;
    const to = from + instructionsIn(code[at + recordAt.shape] ?? 0);
    if (from === to) writer.addBits(union);
    else matchUnion(code, from, to, termsOf(topic));
    writer.close(topic);
  };
  /** Makes the union of the keys' rows, unless another of the keys is present before this one. */
  const unite = (code: Int32Array, keys: number, keyCount: number, presence: number): boolean => {
    let isFirst = true;
    for (let at = keys; at < keys + keyCount; at++) {
      const other = presences[code[at] ?? 0] ?? -1;
      if (other < 0) continue;
      if (isFirst && other !== presence) return false;
      if (isFirst) union.fill(0);
      isFirst = false;
      const row = rowStarts[other] ?? 0;
      for (let word = 0; word < rowLength; word++) union[word] = (union[word] ?? 0) | (rows[row + word] ?? 0);
    }
    return !isFirst;
  };
  const matchUnion = (code: Int32Array, from: number, to: number, terms: readonly Term[]) => {
    for (let word = 0; word < rowLength; word++) {
      for (let bits = union[word] ?? 0; bits !== 0; bits &= bits - 1) {
        const paper = (word << 5) | (31 - Math.clz32(bits & -bits));
        if (checker.holds(code, from, to, paper, terms)) writer.add(paper);
      }
    }
  };

  return (presence: number): number => {
    let entries = 0;
    for (let reference = first[present[presence] ?? 0] ?? 0; reference !== 0; entries++) {
      const segment = segments[reference >>> segmentBits] ?? union;
      const at = reference & segmentMask;
      const shape = segment[at + entryAt.shape] ?? 0;
      const topic = segment[at + entryAt.topic] ?? 0;
      reference = segment[at + entryAt.next] ?? 0;
      if (shape === leadsElsewhere) matchRecord(topic, presence);
      else matchEntry(segment, at, shape, presence);
    }
    return entries * ((paperEnds[presence] ?? 0) - (paperStarts[presence] ?? 0));
  };
}
