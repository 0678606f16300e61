import { createHashTable, hashOf } from './hash-table.ts';

/**
 * Texts and their numbers, from 1 on; the numbers of removed texts are given out again. Made for a million texts: half
 * of what a Map takes, and never a pause.
 */
export interface NumberedTexts {
  readonly size: number;
  /** One more than the largest number that was ever given out. */
  readonly end: number;
  /** 0 where the text is not there. */
  numberOf(text: string): number;
  textOf(number: number): string;
  /** The number of a text that is not there yet. */
  add(text: string): number;
  remove(number: number): void;
}

const chunkBits = 14;
const chunkMask = (1 << chunkBits) - 1;

export function createNumberedTexts(): NumberedTexts {
  const numbers = createHashTable();
  // In chunks, for an array of a million grows by copying it.
  const chunks: string[][] = [];
  const free: number[] = [];
  let end = 1;
  let size = 0;

  const textOf = (number: number): string => chunks[number >>> chunkBits]?.[number & chunkMask] ?? '';
  const setText = (number: number, text: string) => {
    const chunk = chunks[number >>> chunkBits] ?? new Array<string>(1 << chunkBits).fill('');
    chunks[number >>> chunkBits] = chunk;
    chunk[number & chunkMask] = text;
  };
  return {
    get size() {
      return size;
    },
    get end() {
      return end;
    },
    textOf,
    numberOf: (text) => numbers.find(hashOf(text), (number) => textOf(number) === text),
    add(text) {
      const number = free.pop() ?? end++;
      setText(number, text);
      numbers.add(hashOf(text), number);
      size++;
      return number;
    },
    remove(number) {
      numbers.remove(hashOf(textOf(number)), number);
      setText(number, '');
      free.push(number);
      size--;
    },
  };
}
