import { isSplitInto } from '../words/compounds.ts';
import { type Batch, batchLimit } from './batch.ts';
import { cleared, reaching } from './growing.ts';
import type { TermDictionary } from './term-dictionary.ts';
import type { WordStream } from './text-scanner.ts';
import { areJoinable, type Vocabulary } from './vocabulary.ts';

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
export interface AlternatePositions {
  terms: Int32Array;
  places: Int32Array;
  count: number;
}

export function meet(meetings: AlternatePositions, term: number, place: number): void {
  const { count } = meetings;
  if (count === meetings.terms.length) {
    meetings.terms = reaching(meetings.terms, count);
    meetings.places = reaching(meetings.places, count);
  }
  meetings.terms[count] = term;
  meetings.places[count] = place;
  meetings.count++;
}

/** Stems the words, and tells the stems, each once. `placeEnds` then has how many words have each. */
export function stemWords({ forms, end }: WordStream, tables: BatchTables, vocabulary: Vocabulary): readonly number[] {
  const { stemOfForm } = vocabulary;
  const stems = reaching(tables.stems, end);
  const counts = cleared(tables.placeEnds, vocabulary.stems.end);
  const seen: number[] = [];
  for (let at = 0; at < end; at++) {
    const stem = stemOfForm[forms[at] ?? 0] ?? 0;
    stems[at] = stem;
    if (stem === 0) continue;
    if (counts[stem] === 0) seen.push(stem);
    counts[stem] = (counts[stem] ?? 0) + 1;
  }
  tables.stems = stems;
  tables.placeEnds = counts;
  return seen;
}

/** Notes the form and prefix terms that words meet. */
export function meetWatchers({ forms, end }: WordStream, meetings: AlternatePositions, lexicon: TermDictionary): void {
  for (let at = 0; at < end; at++) {
    const form = forms[at] ?? 0;
    if (form !== 0) for (const term of lexicon.watchersOf(form)) meet(meetings, term, at);
  }
}

/** Notes the word terms that two words beside each other meet. */
export function meetPairs(
  { forms, gaps, end }: WordStream,
  batch: Batch,
  meetings: AlternatePositions,
  lexicon: TermDictionary,
): void {
  const { stems } = batch;
  const { hashOfForm, hashOfStem, mannerOfForm } = lexicon.vocabulary;
  const mannerAt = (at: number): number => mannerOfForm[forms[at] ?? 0] ?? 0;
  for (let at = 1; at < end; at++) {
    const gap = gaps[at] ?? 0;
    if (gap === 0 || !areJoinable(mannerAt(at - 1), mannerAt(at), gap)) continue;
    const form = forms[at - 1] ?? 0;
    const stem = stems[at] ?? 0;
    if (!lexicon.pairs.mayHave(hashOfForm[form] ?? 0, hashOfStem[stem] ?? 0)) continue;
    for (const term of termsOfPair(form, stem, lexicon)) meet(meetings, term, at - 1);
  }
}

function termsOfPair(form: number, stem: number, lexicon: TermDictionary): readonly number[] {
  const { vocabulary, pairs } = lexicon;
  const first = { text: vocabulary.forms.textOf(form), stem: '', gap: 'other' } as const;
  const second = { text: '', stem: vocabulary.stems.textOf(stem), gap: 'other' } as const;
  return pairs
    .under(vocabulary.hashOfForm[form] ?? 0, vocabulary.hashOfStem[stem] ?? 0)
    .filter((term) => isSplitInto(lexicon.textOf(term), first, second));
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
export function sortMeetings(
  { terms, places, count }: AlternatePositions,
  tables: BatchTables,
  termCount: number,
): readonly number[] {
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
