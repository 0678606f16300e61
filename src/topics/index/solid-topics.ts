import type { Batch } from './batch.ts';
import type { Checker } from './checker.ts';
import type { ReadClause } from './clause.ts';
import { encode } from './code.ts';
import type { FindingsWriter } from './findings.ts';
import { fieldNumbers, type Lexicon } from './lexicon.ts';

export interface SolidTools {
  readonly lexicon: Lexicon;
  readonly checker: Checker;
  readonly writer: FindingsWriter;
  /** Reads a topic again, with its solid words. */
  readonly read: (topic: number) => ReadClause;
  /** The keys that a topic is filed under. */
  readonly keysOf: (topic: number) => readonly number[];
}

const topicsAtATime = 100;

/**
 * Matches the topics that a solid word of the batch may meet: `data set` where a paper says `dataset`. They are few, so
 * that they are read again for it, and all others need not know of solid words.
 */
export function* matchSolidTopics(batch: Batch, tools: SolidTools): Generator<void> {
  let topics = 0;
  for (const [topic, stems] of batch.solids) {
    matchSolidTopic(topic, stems, batch, tools);
    if (++topics % topicsAtATime === 0) yield;
  }
}

function matchSolidTopic(topic: number, stems: readonly number[], batch: Batch, tools: SolidTools): void {
  const { lexicon, checker, writer } = tools;
  const { clause, terms } = tools.read(topic);
  const code = Int32Array.from(
    encode(clause, ({ stem, field }) => [lexicon.vocabulary.stems.numberOf(stem), fieldNumbers[field]]),
  );
  for (const paper of candidates(stems, tools.keysOf(topic), batch)) {
    if (checker.holds(code, 0, code.length, paper, terms)) writer.add(paper);
  }
  writer.close(topic);
}

/** The papers that have one of the stems or of the keys, ascending. */
function candidates(stems: readonly number[], keys: readonly number[], batch: Batch): Iterable<number> {
  const papers = new Set<number>();
  for (const key of keys) {
    const presence = batch.presences[key] ?? -1;
    if (presence < 0) continue;
    const end = batch.paperEnds[presence] ?? 0;
    for (let at = batch.paperStarts[presence] ?? 0; at < end; at++) papers.add(batch.papersOf[at] ?? 0);
  }
  for (const stem of stems) {
    const end = batch.placeEnds[stem] ?? 0;
    for (let at = batch.placeStarts[stem] ?? 0; at < end; at++) papers.add(batch.paperAt[batch.places[at] ?? 0] ?? 0);
  }
  return [...papers].sort((one, other) => one - other);
}
