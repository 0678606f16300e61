import type { CompiledQuery } from './compiled-query.ts';
import { reaching } from './growing.ts';
import { createSlab, type Slab, segmentBits, segmentMask } from './slab.ts';

/**
 * Topics filed by keys, so that whoever meets a key finds the topics to look at. A topic filed under one key is one
 * record, which is an entry of that key's drawer. A topic filed under any of several is a record outside of them, and an
 * entry in each that leads to it.
 */
export interface Postings {
  readonly records: Slab;
  /** By key: the first entry of its drawer, or 0. May be shorter than there are keys. */
  readonly first: Int32Array;
  /** Files a topic, and tells the reference by which it is taken out. */
  file(topic: number, keys: readonly number[], code: CompiledQuery): number;
  takeOut(reference: number): void;
}

/**
 * What stands where in an entry. `previous` is `−key` in the first of a drawer. `shape` is `length of the instructions × 2`, plus 1
 * where they are led by a phrase, or `leadsElsewhere`: then
 * `topic` is the reference of the topic's record.
 */
export const entryAt = { next: 0, previous: 1, shape: 2, topic: 3, instructions: 4 } as const;
export const leadsElsewhere = -1;
/** What stands where in the record of a topic that is filed under several keys; behind the keys their entries. */
export const recordAt = { shape: 0, topic: 1, keyCount: 2, keys: 3 } as const;

const shapeOf = ({ instructions, isLedByPhrase }: CompiledQuery): number =>
  instructions.length * 2 + (isLedByPhrase ? 1 : 0);
export const instructionsIn = (shape: number): number => shape >>> 1;
export const isLedByPhrase = (shape: number): boolean => (shape & 1) === 1;

export function createPostings(): Postings {
  const records = createSlab();
  const { segments } = records;
  let first: Int32Array = new Int32Array(1 << 12);

  const get = (reference: number, offset: number): number =>
    segments[reference >>> segmentBits]?.[(reference & segmentMask) + offset] ?? 0;
  const set = (reference: number, offset: number, value: number) => {
    const segment = segments[reference >>> segmentBits];
    if (segment !== undefined) segment[(reference & segmentMask) + offset] = value;
  };
  const store = (numbers: readonly number[]): number => {
    const reference = records.allocate(numbers.length);
    segments[reference >>> segmentBits]?.set(numbers, reference & segmentMask);
    return reference;
  };
  const putInFront = (key: number, rest: readonly number[]): number => {
    first = reaching(first, key);
    const next = first[key] ?? 0;
    const reference = store([next, -key, ...rest]);
    if (next !== 0) set(next, entryAt.previous, reference);
    first[key] = reference;
    return reference;
  };
  const unlink = (reference: number): void => {
    const next = get(reference, entryAt.next);
    const previous = get(reference, entryAt.previous);
    if (previous > 0) set(previous, entryAt.next, next);
    else first[-previous] = next;
    if (next !== 0) set(next, entryAt.previous, previous);
  };

  const fileUnderEach = (topic: number, keys: readonly number[], code: CompiledQuery): number => {
    const blank = keys.map(() => 0);
    const record = store([shapeOf(code), topic, keys.length, ...keys, ...blank, ...code.instructions]);
    for (const [index, key] of keys.entries()) {
      const entry = putInFront(key, [leadsElsewhere, record]);
      set(record, recordAt.keys + keys.length + index, entry);
    }
    // Below 0 it is told from the reference of an entry.
    return -record;
  };
  const takeOutOfEach = (record: number): void => {
    const keyCount = get(record, recordAt.keyCount);
    for (let entry = recordAt.keys + keyCount; entry < recordAt.keys + keyCount * 2; entry++) {
      unlink(get(record, entry));
      records.release(get(record, entry), entryAt.instructions);
    }
    records.release(record, recordAt.keys + keyCount * 2 + instructionsIn(get(record, recordAt.shape)));
  };

  return {
    records,
    get first() {
      return first;
    },
    file(topic, keys, code) {
      const [only] = keys;
      if (only === undefined || keys.length > 1) return fileUnderEach(topic, keys, code);
      return putInFront(only, [shapeOf(code), topic, ...code.instructions]);
    },
    takeOut(reference) {
      if (reference < 0) return takeOutOfEach(-reference);
      unlink(reference);
      records.release(reference, entryAt.instructions + instructionsIn(get(reference, entryAt.shape)));
    },
  };
}
