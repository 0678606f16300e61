import { createHashTable, hashOf } from './hash-table.ts';

/**
 * Texts with numbers from 1 on; numbers of removed texts are reused. It holds a million texts in half of the memory of
 * a Map, and no call takes long.
 */
export interface NumberedTexts {
  readonly size: number;
  /** One more than the largest number ever given out. */
  readonly end: number;
  /** The number of the text, or 0. */
  numberOf(text: string): number;
  textOf(number: number): string;
  /** Adds a text that is not there yet and returns its number. */
  add(text: string): number;
  remove(number: number): void;
}

const chunkBits = 14;
const chunkMask = (1 << chunkBits) - 1;

export function createNumberedTexts(): NumberedTexts {
  const numbers = createHashTable();
  // An array of a million texts would grow by copying; chunks do not. The first one does, because most have few texts.
  const chunks: string[][] = [['']];
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
