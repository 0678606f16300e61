import { batchLimit } from './batch.ts';

/** Topics by number with their papers: those of `topics[n]` are `papers` from `starts[n]` to `starts[n + 1]`. */
export interface MatchBuffer {
  readonly topics: Int32Array;
  readonly starts: Int32Array;
  readonly papers: Uint16Array;
  /** How many topics there are. */
  readonly count: number;
}

/** Collects matches, one topic after another. A topic without papers is left out. */
export interface MatchBufferWriter {
  /** Adds a paper to the current topic. */
  add(paper: number): void;
  /** Adds `papers[from..to)` to the current topic. */
  addAll(papers: Uint16Array, from: number, to: number): void;
  /** Adds the papers whose bits are set, 32 papers in a number. */
  addBits(bits: Int32Array): void;
  /** Ends the current topic and names it. */
  close(topic: number): void;
  /** All matches in blocks. Each topic is in exactly one of them. */
  finish(): readonly MatchBuffer[];
}

/**
 * How many papers the first block and the largest block hold. A full block is kept and a new one begins: to copy
 * millions of matches into one growing array would block the event loop.
 */
const roomOf = { first: 4 * batchLimit, most: 256 * batchLimit };
const papersATopic = 16;

const newBlock = (room: number): Omit<MatchBuffer, 'count'> => ({
  topics: new Int32Array(room / papersATopic),
  starts: new Int32Array(room / papersATopic + 1),
  papers: new Uint16Array(room),
});

export function createMatchBuffer(): MatchBufferWriter {
  const done: MatchBuffer[] = [];
  let { topics, starts, papers } = newBlock(roomOf.first);
  let count = 0;
  let length = 0;

  /** Makes room for this many more papers of the current topic. Its contents move with it. */
  const reserve = (more: number) => {
    if (length + more <= papers.length && count < topics.length) return;
    const begun = papers.subarray(starts[count] ?? 0, length);
    done.push({ topics, starts, papers, count });
    ({ topics, starts, papers } = newBlock(Math.min(papers.length * 4, roomOf.most)));
    papers.set(begun);
    count = 0;
    length = begun.length;
  };
  return {
    add(paper) {
      reserve(1);
      papers[length++] = paper;
    },
    addAll(from, start, end) {
      reserve(end - start);
      for (let at = start; at < end; at++) papers[length++] = from[at] ?? 0;
    },
    addBits(bits) {
      reserve(bits.length * 32);
      for (let word = 0; word < bits.length; word++) {
        for (let left = bits[word] ?? 0; left !== 0; left &= left - 1) {
          papers[length++] = (word << 5) | (31 - Math.clz32(left & -left));
        }
      }
    },
    close(topic) {
      if (length === starts[count]) return;
      topics[count++] = topic;
      starts[count] = length;
    },
    finish: () => [...done, { topics, starts, papers, count }],
  };
}

const noPapers = new Uint16Array();

/**
 * Finds the papers of a topic in the blocks. Each topic is in at most one of them.
 * @param end more than the largest number of a topic
 */
export function createMatchFinder(blocks: readonly MatchBuffer[], end: number): (topic: number) => Uint16Array {
  // By topic: its place among the topics of all blocks, from 1 on.
  const places = new Int32Array(end);
  let place = 0;
  for (const { topics, count } of blocks) for (let at = 0; at < count; at++) places[topics[at] ?? 0] = ++place;
  return (topic) => {
    let at = (places[topic] ?? 0) - 1;
    if (at < 0) return noPapers;
    for (const { starts, papers, count } of blocks) {
      if (at < count) return papers.subarray(starts[at], starts[at + 1]);
      at -= count;
    }
    return noPapers;
  };
}
