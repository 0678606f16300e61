import type { Paper } from '../../papers/paper.ts';
import { fieldNumbers } from './term-dictionary.ts';

/** The most papers of a batch. Tables and rows of bits have this width. */
export const batchLimit = 1_024;

/**
 * An inverted index over a few papers: for each term that a topic asks for, the papers that have it.
 * Papers are numbered from 0 within the batch. Their words stand one after another, with a 0 after each field; a word's
 * index in this stream is its position. A field term is present where a topic uses it and a paper has it. Present field
 * terms are numbered; this number is called the presence.
 */
export interface Batch {
  readonly papers: readonly Paper[];
  /** By position. */
  readonly stems: Int32Array;
  readonly paperAt: Uint16Array;
  /**
   * By paper: the positions where its title, abstract and comment end. Each field begins where the one before it ends.
   */
  readonly titleEnds: Int32Array;
  readonly abstractEnds: Int32Array;
  readonly commentEnds: Int32Array;
  /**
   * By stem: its positions, ascending, are `positions` from `positionStarts` to `positionEnds`. The start is −1 for a
   * stem that no topic asks for.
   */
  readonly positions: Int32Array;
  readonly positionStarts: Int32Array;
  readonly positionEnds: Int32Array;
  /**
   * By term: its alternate positions, ascending, are `alternates` from `alternateStarts` to `alternateEnds`. They are
   * where a paper meets the term otherwise than by its stem: two words that stand for one, the exact form of a word, a
   * prefix. Attributes have the paper's first position.
   */
  readonly alternates: Int32Array;
  readonly alternateStarts: Int32Array;
  readonly alternateEnds: Int32Array;
  /** The field terms that are present. */
  readonly presentTerms: readonly number[];
  /** By field term: its number in `presentTerms`, or −1. */
  readonly presences: Int32Array;
  /** By presence: its papers, ascending, are `papersOf` from `paperStarts` to `paperEnds`. */
  readonly papersOf: Uint16Array;
  readonly paperStarts: Int32Array;
  readonly paperEnds: Int32Array;
  /** By presence: where its row in `rows` begins. A row has one bit for each paper, 32 papers in a number. */
  readonly rowStarts: Int32Array;
  readonly rows: Int32Array;
  readonly rowLength: number;
}

/** Whether a position of a paper is in the field with this number; `any` is title or abstract. */
export const isInField = (field: number, position: number, titleEnd: number, abstractEnd: number): boolean => {
  if (field === fieldNumbers.title) return position < titleEnd;
  if (field === fieldNumbers.comment) return position >= abstractEnd;
  return position < abstractEnd && (field === fieldNumbers.any || position >= titleEnd);
};

/** The first position of a paper. */
export const startOf = ({ commentEnds }: Batch, paper: number): number =>
  paper === 0 ? 0 : (commentEnds[paper - 1] ?? 0);

/** The index of the first position in `positions[from..to)` that is not below `wanted`. Positions ascend. */
export function firstFrom(wanted: number, positions: Int32Array, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((positions[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
