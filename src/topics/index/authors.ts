import { type Batch, firstFrom, isMetAt, startOf } from './batch.ts';
import { fieldBits } from './term-dictionary.ts';

// An author to be found is a run of keys in some code, two for each name: see `operation.author`.

/** Whether an author of the paper has all of the names. */
export function hasAuthor(batch: Batch, code: Int32Array, from: number, to: number, paper: number): boolean {
  const { meetings, meetingStarts, meetingEnds } = batch;
  const family = termAt(code, from);
  const end = meetingEnds[family] ?? 0;
  for (let at = firstFrom(startOf(batch, paper), meetings, meetingStarts[family] ?? 0, end); at < end; at++) {
    const place = meetings[at] ?? 0;
    if (place >= startOf(batch, paper + 1)) return false;
    if (hasOtherNames(batch, code, from, to, place)) return true;
  }
  return false;
}

/** Sets the bits of the papers of which an author has all of the names. */
export function markAuthors(batch: Batch, code: Int32Array, from: number, to: number, bits: Int32Array): void {
  const { meetings, meetingStarts, meetingEnds, paperAt } = batch;
  const family = termAt(code, from);
  const end = meetingEnds[family] ?? 0;
  for (let at = meetingStarts[family] ?? 0; at < end; at++) {
    const place = meetings[at] ?? 0;
    if (!hasOtherNames(batch, code, from, to, place)) continue;
    const paper = paperAt[place] ?? 0;
    bits[paper >>> 5] = (bits[paper >>> 5] ?? 0) | (1 << (paper & 31));
  }
}

/** Whether the author at that place has the names behind the family name, each in full or by its initial. */
function hasOtherNames(batch: Batch, code: Int32Array, from: number, to: number, place: number): boolean {
  for (let at = from + 2; at < to; at += 2) {
    if (!isMetAt(batch, termAt(code, at), place) && !isMetAt(batch, termAt(code, at + 1), place)) return false;
  }
  return true;
}

const termAt = (code: Int32Array, at: number): number => (code[at] ?? 0) >>> fieldBits;
