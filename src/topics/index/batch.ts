import type { Paper } from '../../papers/paper.ts';
import { fieldNumbers } from './term-dictionary.ts';

/** Papers of one batch at most: they are numbered and marked in tables of this width. */
export const batchLimit = 1_024;

/**
 * Some papers turned inside out: by what topics ask for, the papers that have it. Papers are numbered from 0 within the
 * batch. Their words stand one after another, papers and fields apart from each other by a 0; where a word stands is its
 * place. A key of the lexicon is present where some topic uses it and some paper has it; present keys are numbered, too.
 */
export interface Batch {
  readonly papers: readonly Paper[];
  /** By place. */
  readonly stems: Int32Array;
  readonly paperAt: Uint16Array;
  /** By paper: where its fields end, and so where the next begins: title, abstract, comment. */
  readonly titleEnds: Int32Array;
  readonly abstractEnds: Int32Array;
  readonly commentEnds: Int32Array;
  /** By stem: its places, ascending, are `places` from there to there; −1 for stems that no topic can ask for. */
  readonly places: Int32Array;
  readonly placeStarts: Int32Array;
  readonly placeEnds: Int32Array;
  /**
   * By term: the places at which it was met otherwise than by its stem, ascending, are `meetings` from there to there. A
   * word is met at two words that it may stand for; the name of an author at the place of its spelling, which stands before
   * the texts; what else is no word of the text, at the first place of the paper.
   */
  readonly meetings: Int32Array;
  readonly meetingStarts: Int32Array;
  readonly meetingEnds: Int32Array;
  /** The keys that are present. */
  readonly present: readonly number[];
  /** By key: its number in `present`, or −1. */
  readonly presences: Int32Array;
  /** By presence: its papers, ascending, are `papersOf` from there to there. */
  readonly papersOf: Uint16Array;
  readonly paperStarts: Int32Array;
  readonly paperEnds: Int32Array;
  /** By presence: where its row in `rows` begins, which has a bit for each paper, 32 papers a number. */
  readonly rowStarts: Int32Array;
  readonly rows: Int32Array;
  readonly rowLength: number;
}

/** Whether a place of a paper is in the field of that number; `any` is title or abstract. */
export const isInField = (field: number, place: number, titleEnd: number, abstractEnd: number): boolean => {
  if (field === fieldNumbers.title) return place < titleEnd;
  if (field === fieldNumbers.comment) return place >= abstractEnd;
  return place < abstractEnd && (field === fieldNumbers.any || place >= titleEnd);
};

/** Whether a term was met at the place otherwise than by its stem. */
export function isMetAt({ meetings, meetingStarts, meetingEnds }: Batch, term: number, place: number): boolean {
  const end = meetingEnds[term] ?? 0;
  const at = firstFrom(place, meetings, meetingStarts[term] ?? 0, end);
  return at < end && meetings[at] === place;
}

/** The first place of a paper. */
export const startOf = ({ commentEnds }: Batch, paper: number): number =>
  paper === 0 ? 0 : (commentEnds[paper - 1] ?? 0);

/** The index of the first of the ascending places from there to there that is not before the wanted one. */
export function firstFrom(wanted: number, places: Int32Array, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
