import { batchLimit } from './batch.ts';

/** Topics by number, each with its papers: those of `topics[n]` are `papers` from `starts[n]` to `starts[n + 1]`. */
export interface MatchBuffer {
  readonly topics: Int32Array;
  readonly starts: Int32Array;
  readonly papers: Uint16Array;
  /** How many topics there are. */
  readonly count: number;
}

/** Collects findings, one topic after another. A topic without papers is none. */
export interface MatchBufferWriter {
  /** Adds a paper to the topic that is being written. */
  add(paper: number): void;
  /** Adds the papers of an array from there to there. */
  addAll(papers: Uint16Array, from: number, to: number): void;
  /** Adds the papers whose bits are set, 32 papers a number. */
  addBits(bits: Int32Array): void;
  /** Says which topic it was. */
  close(topic: number): void;
  /** What was found, in pieces: each topic is in one of them. */
  finish(): readonly MatchBuffer[];
}

/**
 * How many papers a piece has room for, and how many topics. Millions of findings are never moved, which one array of
 * them all would have to be as it grows: that would hold everyone up.
 */
const roomOf = { first: 4 * batchLimit, most: 256 * batchLimit };
const papersATopic = 16;

const newPiece = (room: number): Omit<MatchBuffer, 'count'> => ({
  topics: new Int32Array(room / papersATopic),
  starts: new Int32Array(room / papersATopic + 1),
  papers: new Uint16Array(room),
});

export function createMatchBuffer(): MatchBufferWriter {
  const done: MatchBuffer[] = [];
  let { topics, starts, papers } = newPiece(roomOf.first);
  let count = 0;
  let length = 0;

  /** Makes room for so many papers more of the topic that is being written: what it has so far moves with it. */
  const reserve = (more: number) => {
    if (length + more <= papers.length && count < topics.length) return;
    const begun = papers.subarray(starts[count] ?? 0, length);
    done.push({ topics, starts, papers, count });
    ({ topics, starts, papers } = newPiece(Math.min(papers.length * 4, roomOf.most)));
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
