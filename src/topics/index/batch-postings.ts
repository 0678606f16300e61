import { isInField } from './batch.ts';
import type { BatchTables } from './batch-tables.ts';
import { reaching } from './growing.ts';
import { fieldBits, fieldMask, type TermDictionary } from './term-dictionary.ts';

/** How many stems are handled between two yields: a few milliseconds of work, where topics ask for all of them. */
const stemsAtATime = 500;

/**
 * A posting list under construction: its papers are `papersOf` from `from` to `to`, its bits are `rows` from `row` on.
 */
interface Listed {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/**
 * Builds the posting list (numbers and bits) of every field term that a topic uses and a paper has. Terms of one stem
 * share their lists, except where a term also has alternate positions.
 * @param stems the stems that occur in the batch
 * @param alternateTerms the terms that have alternate positions
 */
export function* listBatchPostings(
  tables: BatchTables,
  stems: readonly number[],
  alternateTerms: readonly number[],
  dictionary: TermDictionary,
): Generator<void> {
  const { firstOfStem, nextOfStem, stemOfTerm } = dictionary;
  const listTermsOf = (stem: number): void => {
    lister.begin();
    for (let term = firstOfStem[stem] ?? 0; term !== 0; term = nextOfStem[term] ?? 0) {
      if (hasAlternates(term, tables)) lister.listBoth(term, stem);
      else lister.listStem(term, stem);
    }
  };
  tables.presences = reaching(tables.presences, (dictionary.end << fieldBits) - 1).fill(-1);
  tables.presentTerms = [];
  tables.rowLength = (tables.papers.length + 31) >>> 5;
  const lister = createLister(tables, dictionary);
  for (const [index, stem] of stems.entries()) {
    if (index % stemsAtATime === stemsAtATime - 1) yield;
    listTermsOf(stem);
  }
  for (const term of alternateTerms) {
    const stem = stemOfTerm[term] ?? 0;
    if (stem === 0 || (tables.positionStarts[stem] ?? -1) < 0) lister.listAlternates(term);
  }
}

const hasAlternates = (term: number, { alternateStarts, alternateEnds }: BatchTables): boolean =>
  (alternateStarts[term] ?? 0) < (alternateEnds[term] ?? 0);

function createLister(tables: BatchTables, { uses }: TermDictionary) {
  let paperEnd = 0;
  let rowEnd = 0;
  /** The lists of the current stem, by field. */
  let shared: (Listed | undefined)[] = [];

  const listPapersAt = (positions: Int32Array, from: number, to: number, field: number): Listed => {
    tables.papersOf = reaching(tables.papersOf, paperEnd + to - from);
    tables.rows = reaching(tables.rows, rowEnd + tables.rowLength);
    const { papersOf, rows, paperAt, titleEnds, abstractEnds, rowLength } = tables;
    rows.fill(0, rowEnd, rowEnd + rowLength);
    const listed = { from: paperEnd, row: rowEnd };
    let last = -1;
    for (let at = from; at < to; at++) {
      const position = positions[at] ?? 0;
      const paper = paperAt[position] ?? 0;
      if (paper === last || !isInField(field, position, titleEnds[paper] ?? 0, abstractEnds[paper] ?? 0)) continue;
      last = paper;
      papersOf[paperEnd++] = paper;
      const word = rowEnd + (paper >>> 5);
      rows[word] = (rows[word] ?? 0) | (1 << (paper & 31));
    }
    rowEnd += rowLength;
    return { ...listed, to: paperEnd };
  };
  const announce = (fieldTerm: number, { from, to, row }: Listed) => {
    if (from === to) return;
    const presence = (tables.presentTerms as number[]).push(fieldTerm) - 1;
    tables.presences[fieldTerm] = presence;
    tables.paperStarts = reaching(tables.paperStarts, presence);
    tables.paperEnds = reaching(tables.paperEnds, presence);
    tables.rowStarts = reaching(tables.rowStarts, presence);
    tables.paperStarts[presence] = from;
    tables.paperEnds[presence] = to;
    tables.rowStarts[presence] = row;
  };
  const listFieldTerms = (term: number, list: (field: number) => Listed) => {
    for (let fieldTerm = term << fieldBits; fieldTerm < (term + 1) << fieldBits; fieldTerm++) {
      if (uses[fieldTerm] !== 0) announce(fieldTerm, list(fieldTerm & fieldMask));
    }
  };
  const positionsOfStem = (stem: number): readonly [number, number] => [
    tables.positionStarts[stem] ?? 0,
    tables.positionEnds[stem] ?? 0,
  ];

  return {
    begin() {
      shared = [];
    },
    listStem(term: number, stem: number) {
      const [from, to] = positionsOfStem(stem);
      listFieldTerms(term, (field) => {
        const listed = shared[field] ?? listPapersAt(tables.positions, from, to, field);
        shared[field] = listed;
        return listed;
      });
    },
    listBoth(term: number, stem: number) {
      const [from, to] = positionsOfStem(stem);
      const others = tables.alternates.subarray(tables.alternateStarts[term], tables.alternateEnds[term]);
      const merged = mergeAscending(tables.positions.subarray(from, to), others);
      listFieldTerms(term, (field) => listPapersAt(merged, 0, merged.length, field));
    },
    listAlternates(term: number) {
      const [from, to] = [tables.alternateStarts[term] ?? 0, tables.alternateEnds[term] ?? 0];
      listFieldTerms(term, (field) => listPapersAt(tables.alternates, from, to, field));
    },
  };
}

function mergeAscending(one: Int32Array, other: Int32Array): Int32Array {
  const merged = new Int32Array(one.length + other.length);
  for (let at = 0, left = 0, right = 0; at < merged.length; at++) {
    const [first, second] = [one[left] ?? Number.POSITIVE_INFINITY, other[right] ?? Number.POSITIVE_INFINITY];
    if (first <= second) left++;
    else right++;
    merged[at] = Math.min(first, second);
  }
  return merged;
}
