import type { MeaningTable } from './meaning-table.ts';

/** How often each stem stands in a text. */
export type WordCounts = ReadonlyMap<string, number>;

/** The stems of texts, counted. */
export function countWords(...texts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const stem of text) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/** The sum of the vectors of words, each times 1 + ln of its count, with length 1. All zeros if there is no word. */
export function sumOfWords(table: MeaningTable, counts: WordCounts): Float64Array {
  const sum = new Float64Array(table.dimensions);
  for (const [stem, count] of counts) addWord(table, sum, stem, 1 + Math.log(count));
  return scaleToOne(sum);
}

function addWord(table: MeaningTable, sum: Float64Array, stem: string, weight: number): void {
  const id = table.idOf(stem);
  if (id === undefined) addUnknownWord(sum, stem, weight * table.unknownLength);
  else table.addVector(sum, id, weight);
}

/**
 * Adds a vector that is made from the letters of the word. Words that the table does not have are then near themselves
 * and far from all others.
 */
function addUnknownWord(sum: Float64Array, stem: string, length: number): void {
  let state = hashOf(stem);
  const step = length / Math.sqrt(sum.length);
  for (let index = 0; index < sum.length; index++) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    sum[index] = (sum[index] as number) + ((state >>> 16) & 1 ? step : -step);
  }
}

/** FNV-1a of the UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

function scaleToOne(vector: Float64Array): Float64Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares > 0)
    for (let index = 0; index < vector.length; index++) vector[index] = (vector[index] ?? 0) / Math.sqrt(squares);
  return vector;
}
