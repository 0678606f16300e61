import { isSplitInto } from '../spellings.ts';
import { type Batch, batchLimit } from './batch.ts';
import { cleared, reaching } from './growing.ts';
import { hashOfPair, type Lexicon, mayBeIn } from './lexicon.ts';
import type { WordStream } from './text-scanner.ts';
import { areJoinable } from './vocabulary.ts';

/** The arrays behind a batch, which are kept from one batch to the next. */
export type BatchTables = { -readonly [Name in keyof Batch]: Batch[Name] };

export const createBatchTables = (): BatchTables => ({
  papers: [],
  stems: new Int32Array(1),
  paperAt: new Uint16Array(1),
  titleEnds: new Int32Array(batchLimit),
  abstractEnds: new Int32Array(batchLimit),
  commentEnds: new Int32Array(batchLimit),
  places: new Int32Array(1),
  placeStarts: new Int32Array(1),
  placeEnds: new Int32Array(1),
  meetings: new Int32Array(1),
  meetingStarts: new Int32Array(1),
  meetingEnds: new Int32Array(1),
  present: [],
  presences: new Int32Array(1),
  papersOf: new Uint16Array(1),
  paperStarts: new Int32Array(1),
  paperEnds: new Int32Array(1),
  rowStarts: new Int32Array(1),
  rows: new Int32Array(1),
  rowLength: 0,
});

/** Terms and the places where they were met, in the order of the places. */
export interface Meetings {
  terms: Int32Array;
  places: Int32Array;
  count: number;
}

export function meet(meetings: Meetings, term: number, place: number): void {
  const { count } = meetings;
  if (count === meetings.terms.length) {
    meetings.terms = reaching(meetings.terms, count);
    meetings.places = reaching(meetings.places, count);
  }
  meetings.terms[count] = term;
  meetings.places[count] = place;
  meetings.count++;
}

/** Stems the words, notes what else they meet, and tells the stems, each once. */
export function stemWords(words: WordStream, tables: BatchTables, meetings: Meetings, lexicon: Lexicon): readonly number[] {
  const { forms, gaps, end } = words;
  const { vocabulary, pairs, pairFilter, isWatching } = lexicon;
  const { stemOfForm, hashOfForm, hashOfStem, mannerOfForm } = vocabulary;
  const stems = reaching(tables.stems, end);
  const counts = cleared(tables.placeEnds, vocabulary.stems.end);
  const seen: number[] = [];
  let at = 0;
  const meetIfSplit = (term: number): boolean => {
    if (isPair(term, forms[at - 1] ?? 0, stems[at] ?? 0, lexicon)) meet(meetings, term, at - 1);
    // There may be others under the same hash.
    return false;
  };
  for (; at < end; at++) {
    const form = forms[at] ?? 0;
    const stem = stemOfForm[form] ?? 0;
    stems[at] = stem;
    if (form === 0) continue;
    if (counts[stem] === 0) seen.push(stem);
    counts[stem] = (counts[stem] ?? 0) + 1;
    if (isWatching) for (const term of lexicon.watchersOf(form)) meet(meetings, term, at);
    const gap = gaps[at] ?? 0;
    if (gap === 0) continue;
    const before = forms[at - 1] ?? 0;
    if (!areJoinable(mannerOfForm[before] ?? 0, mannerOfForm[form] ?? 0, gap)) continue;
    const hash = hashOfPair(hashOfForm[before] ?? 0, hashOfStem[stem] ?? 0);
    if (mayBeIn(pairFilter, hash)) pairs.find(hash, meetIfSplit);
  }
  tables.stems = stems;
  tables.placeEnds = counts;
  return seen;
}

function isPair(term: number, form: number, stem: number, { vocabulary, textOf }: Lexicon): boolean {
  const first = { text: vocabulary.forms.textOf(form), stem: '', gap: 'other' } as const;
  const second = { text: '', stem: vocabulary.stems.textOf(stem), gap: 'other' } as const;
  return isSplitInto(textOf(term), first, second);
}

/** Finds the places of those stems. `placeEnds` has how many each has. */
export function placeStems(stems: readonly number[], end: number, tables: BatchTables, stemCount: number): void {
  const starts = reaching(tables.placeStarts, stemCount).fill(-1);
  const ends = tables.placeEnds;
  let total = 0;
  for (const stem of stems) {
    starts[stem] = total;
    total += ends[stem] ?? 0;
    ends[stem] = starts[stem] ?? 0;
  }
  const places = reaching(tables.places, total);
  const stemAt = tables.stems;
  for (let place = 0; place < end; place++) {
    const stem = stemAt[place] ?? 0;
    if ((starts[stem] ?? -1) < 0) continue;
    const next = ends[stem] ?? 0;
    places[next] = place;
    ends[stem] = next + 1;
  }
  tables.placeStarts = starts;
  tables.places = places;
}

/** Sorts the meetings by their terms, and tells these, each once. */
export function sortMeetings({ terms, places, count }: Meetings, tables: BatchTables, termCount: number): readonly number[] {
  const starts = cleared(tables.meetingStarts, termCount);
  const ends = cleared(tables.meetingEnds, termCount);
  const met: number[] = [];
  for (let at = 0; at < count; at++) {
    const term = terms[at] ?? 0;
    if (ends[term] === 0) met.push(term);
    ends[term] = (ends[term] ?? 0) + 1;
  }
  let total = 0;
  for (const term of met) {
    starts[term] = total;
    total += ends[term] ?? 0;
    ends[term] = starts[term] ?? 0;
  }
  const sorted = reaching(tables.meetings, total);
  for (let at = 0; at < count; at++) {
    const term = terms[at] ?? 0;
    const next = ends[term] ?? 0;
    sorted[next] = places[at] ?? 0;
    ends[term] = next + 1;
  }
  Object.assign(tables, { meetingStarts: starts, meetingEnds: ends, meetings: sorted });
  return met;
}
