import { isInField } from './batch.ts';
import type { BatchTables } from './batch-tables.ts';
import { reaching } from './growing.ts';
import { fieldBits, fieldMask, type TermDictionary } from './term-dictionary.ts';

/** Stems whose papers are listed between two turns: a few milliseconds' work. */
const stemsAtATime = 2_000;

/** Where the papers and the row of a key are. */
interface Listed {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/**
 * Lists the papers of every key that is used and that some paper has, as numbers and as bits. Words of one stem share
 * their lists, but for those that also were met elsewhere.
 * @param stems those that some word has
 * @param met terms that were met otherwise
 */
export function* listBatchPostings(
  tables: BatchTables,
  stems: readonly number[],
  met: readonly number[],
  lexicon: TermDictionary,
): Generator<void> {
  const { firstOfStem, nextOfStem, stemOfTerm } = lexicon;
  const listTermsOf = (stem: number): void => {
    lister.begin();
    for (let term = firstOfStem[stem] ?? 0; term !== 0; term = nextOfStem[term] ?? 0) {
      if (isMet(term, tables)) lister.listBoth(term, stem);
      else lister.listStem(term, stem);
    }
  };
  tables.presences = reaching(tables.presences, (lexicon.end << fieldBits) - 1).fill(-1);
  tables.present = [];
  tables.rowLength = (tables.papers.length + 31) >>> 5;
  const lister = createLister(tables, lexicon);
  for (const [index, stem] of stems.entries()) {
    if (index % stemsAtATime === stemsAtATime - 1) yield;
    listTermsOf(stem);
  }
  for (const term of met) {
    const stem = stemOfTerm[term] ?? 0;
    if (stem === 0 || (tables.placeStarts[stem] ?? -1) < 0) lister.listMeetings(term);
  }
}

const isMet = (term: number, { meetingStarts, meetingEnds }: BatchTables): boolean =>
  (meetingStarts[term] ?? 0) < (meetingEnds[term] ?? 0);

function createLister(tables: BatchTables, { uses }: TermDictionary) {
  let paperEnd = 0;
  let rowEnd = 0;
  /** Lists of the stem that is being worked on, by field. */
  let shared: (Listed | undefined)[] = [];

  const listPlaces = (places: Int32Array, from: number, to: number, field: number): Listed => {
    tables.papersOf = reaching(tables.papersOf, paperEnd + to - from);
    tables.rows = reaching(tables.rows, rowEnd + tables.rowLength);
    const { papersOf, rows, paperAt, titleEnds, abstractEnds, rowLength } = tables;
    rows.fill(0, rowEnd, rowEnd + rowLength);
    const listed = { from: paperEnd, row: rowEnd };
    let last = -1;
    for (let at = from; at < to; at++) {
      const place = places[at] ?? 0;
      const paper = paperAt[place] ?? 0;
      if (paper === last || !isInField(field, place, titleEnds[paper] ?? 0, abstractEnds[paper] ?? 0)) continue;
      last = paper;
      papersOf[paperEnd++] = paper;
      const word = rowEnd + (paper >>> 5);
      rows[word] = (rows[word] ?? 0) | (1 << (paper & 31));
    }
    rowEnd += rowLength;
    return { ...listed, to: paperEnd };
  };
  const announce = (key: number, { from, to, row }: Listed) => {
    if (from === to) return;
    const presence = (tables.present as number[]).push(key) - 1;
    tables.presences[key] = presence;
    tables.paperStarts = reaching(tables.paperStarts, presence);
    tables.paperEnds = reaching(tables.paperEnds, presence);
    tables.rowStarts = reaching(tables.rowStarts, presence);
    tables.paperStarts[presence] = from;
    tables.paperEnds[presence] = to;
    tables.rowStarts[presence] = row;
  };
  const listKeys = (term: number, list: (field: number) => Listed) => {
    for (let key = term << fieldBits; key < (term + 1) << fieldBits; key++) {
      if (uses[key] !== 0) announce(key, list(key & fieldMask));
    }
  };
  const placesOfStem = (stem: number): readonly [number, number] => [
    tables.placeStarts[stem] ?? 0,
    tables.placeEnds[stem] ?? 0,
  ];

  return {
    begin() {
      shared = [];
    },
    listStem(term: number, stem: number) {
      const [from, to] = placesOfStem(stem);
      listKeys(term, (field) => {
        const listed = shared[field] ?? listPlaces(tables.places, from, to, field);
        shared[field] = listed;
        return listed;
      });
    },
    listBoth(term: number, stem: number) {
      const [from, to] = placesOfStem(stem);
      const others = tables.meetings.subarray(tables.meetingStarts[term], tables.meetingEnds[term]);
      const merged = mergeAscending(tables.places.subarray(from, to), others);
      listKeys(term, (field) => listPlaces(merged, 0, merged.length, field));
    },
    listMeetings(term: number) {
      const [from, to] = [tables.meetingStarts[term] ?? 0, tables.meetingEnds[term] ?? 0];
      listKeys(term, (field) => listPlaces(tables.meetings, from, to, field));
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
