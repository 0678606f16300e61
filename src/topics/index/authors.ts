import { type Batch, firstFrom, isAlternateAt, startOf } from './batch.ts';
import { fieldBits } from './term-dictionary.ts';

// An author is a run of field terms in the instructions, two for each name: see `operation.author`.

/** Whether an author of the paper has all of the names. */
export function hasAuthor(batch: Batch, instructions: Int32Array, from: number, to: number, paper: number): boolean {
  const { alternates, alternateStarts, alternateEnds } = batch;
  const family = termAt(instructions, from);
  const end = alternateEnds[family] ?? 0;
  for (let at = firstFrom(startOf(batch, paper), alternates, alternateStarts[family] ?? 0, end); at < end; at++) {
    const position = alternates[at] ?? 0;
    if (position >= startOf(batch, paper + 1)) return false;
    if (hasOtherNames(batch, instructions, from, to, position)) return true;
  }
  return false;
}

/** Sets the bits of the papers of which an author has all of the names. */
export function markAuthors(batch: Batch, instructions: Int32Array, from: number, to: number, bits: Int32Array): void {
  const { alternates, alternateStarts, alternateEnds, paperAt } = batch;
  const family = termAt(instructions, from);
  const end = alternateEnds[family] ?? 0;
  for (let at = alternateStarts[family] ?? 0; at < end; at++) {
    const position = alternates[at] ?? 0;
    if (!hasOtherNames(batch, instructions, from, to, position)) continue;
    const paper = paperAt[position] ?? 0;
    bits[paper >>> 5] = (bits[paper >>> 5] ?? 0) | (1 << (paper & 31));
  }
}

/** Whether the author at that position has the names behind the family name, each in full or by its initial. */
function hasOtherNames(batch: Batch, instructions: Int32Array, from: number, to: number, position: number): boolean {
  for (let at = from + 2; at < to; at += 2) {
    if (
      !isAlternateAt(batch, termAt(instructions, at), position) &&
      !isAlternateAt(batch, termAt(instructions, at + 1), position)
    )
      return false;
  }
  return true;
}

const termAt = (instructions: Int32Array, at: number): number => (instructions[at] ?? 0) >>> fieldBits;
