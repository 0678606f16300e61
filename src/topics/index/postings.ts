import type { CompiledQuery } from './compiled-query.ts';
import { reaching } from './growing.ts';
import { createSlab, type Slab, segmentBits, segmentMask } from './slab.ts';

/**
 * Posting lists: for each field term the topics that are filed under it. A topic filed under one term is a posting that
 * holds its compiled query. A topic filed under any of several terms is a record outside of the lists, and each list
 * has a posting that refers to it.
 */
export interface Postings {
  readonly slab: Slab;
  /** By field term: the first posting of its list, or 0. May be shorter than the number of field terms. */
  readonly first: Int32Array;
  /** Files a topic and returns the reference by which `remove` finds it. */
  add(topic: number, fieldTerms: readonly number[], query: CompiledQuery): number;
  remove(reference: number): void;
}

/**
 * The layout of a posting. `previous` is `−fieldTerm` in the first posting of a list. `shape` is the number of
 * instructions × 2, plus 1 if a phrase leads them; or `refersToRecord`, in which case `topic` is the reference of the
 * record.
 */
export const postingAt = { next: 0, previous: 1, shape: 2, topic: 3, instructions: 4 } as const;
export const refersToRecord = -1;
/** The layout of a record. After the field terms come their postings, then the instructions. */
export const recordAt = { shape: 0, topic: 1, fieldTermCount: 2, fieldTerms: 3 } as const;

const shapeOf = ({ instructions, isLedByPhrase }: CompiledQuery): number =>
  instructions.length * 2 + (isLedByPhrase ? 1 : 0);
export const instructionsIn = (shape: number): number => shape >>> 1;
export const isLedByPhrase = (shape: number): boolean => (shape & 1) === 1;

export function createPostings(): Postings {
  const slab = createSlab();
  const { segments } = slab;
  let first: Int32Array = new Int32Array(1 << 12);

  const get = (reference: number, offset: number): number =>
    segments[reference >>> segmentBits]?.[(reference & segmentMask) + offset] ?? 0;
  const set = (reference: number, offset: number, value: number) => {
    const segment = segments[reference >>> segmentBits];
    if (segment !== undefined) segment[(reference & segmentMask) + offset] = value;
  };
  const store = (numbers: readonly number[]): number => {
    const reference = slab.allocate(numbers.length);
    segments[reference >>> segmentBits]?.set(numbers, reference & segmentMask);
    return reference;
  };
  const putInFront = (fieldTerm: number, rest: readonly number[]): number => {
    first = reaching(first, fieldTerm);
    const next = first[fieldTerm] ?? 0;
    const reference = store([next, -fieldTerm, ...rest]);
    if (next !== 0) set(next, postingAt.previous, reference);
    first[fieldTerm] = reference;
    return reference;
  };
  const unlink = (reference: number): void => {
    const next = get(reference, postingAt.next);
    const previous = get(reference, postingAt.previous);
    if (previous > 0) set(previous, postingAt.next, next);
    else first[-previous] = next;
    if (next !== 0) set(next, postingAt.previous, previous);
  };

  const addUnderEach = (topic: number, fieldTerms: readonly number[], query: CompiledQuery): number => {
    const blank = fieldTerms.map(() => 0);
    const record = store([shapeOf(query), topic, fieldTerms.length, ...fieldTerms, ...blank, ...query.instructions]);
    for (const [index, fieldTerm] of fieldTerms.entries()) {
      const posting = putInFront(fieldTerm, [refersToRecord, record]);
      set(record, recordAt.fieldTerms + fieldTerms.length + index, posting);
    }
    // Negative, to tell it from the reference of a posting.
    return -record;
  };
  const removeFromEach = (record: number): void => {
    const fieldTermCount = get(record, recordAt.fieldTermCount);
    for (let at = recordAt.fieldTerms + fieldTermCount; at < recordAt.fieldTerms + fieldTermCount * 2; at++) {
      unlink(get(record, at));
      slab.release(get(record, at), postingAt.instructions);
    }
    slab.release(record, recordAt.fieldTerms + fieldTermCount * 2 + instructionsIn(get(record, recordAt.shape)));
  };

  return {
    slab,
    get first() {
      return first;
    },
    add(topic, fieldTerms, query) {
      const [only] = fieldTerms;
      if (only === undefined || fieldTerms.length > 1) return addUnderEach(topic, fieldTerms, query);
      return putInFront(only, [shapeOf(query), topic, ...query.instructions]);
    },
    remove(reference) {
      if (reference < 0) return removeFromEach(-reference);
      unlink(reference);
      slab.release(reference, postingAt.instructions + instructionsIn(get(reference, postingAt.shape)));
    },
  };
}
