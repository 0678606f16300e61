import { isSplitInto } from '../words/compounds.ts';
import { type Batch, batchLimit } from './batch.ts';
import { cleared, reaching } from './growing.ts';
import type { TermDictionary } from './term-dictionary.ts';
import type { WordStream } from './text-scanner.ts';
import { areJoinable, type Vocabulary } from './vocabulary.ts';

/** The arrays behind a batch. They are reused from one batch to the next. */
export type BatchTables = { -readonly [Name in keyof Batch]: Batch[Name] };

export const createBatchTables = (): BatchTables => ({
  papers: [],
  stems: new Int32Array(1),
  paperAt: new Uint16Array(1),
  titleEnds: new Int32Array(batchLimit),
  abstractEnds: new Int32Array(batchLimit),
  commentEnds: new Int32Array(batchLimit),
  positions: new Int32Array(1),
  positionStarts: new Int32Array(1),
  positionEnds: new Int32Array(1),
  alternates: new Int32Array(1),
  alternateStarts: new Int32Array(1),
  alternateEnds: new Int32Array(1),
  presentTerms: [],
  presences: new Int32Array(1),
  papersOf: new Uint16Array(1),
  paperStarts: new Int32Array(1),
  paperEnds: new Int32Array(1),
  rowStarts: new Int32Array(1),
  rows: new Int32Array(1),
  rowLength: 0,
});

/** Terms and their alternate positions, ordered by position. */
export interface AlternatePositions {
  terms: Int32Array;
  positions: Int32Array;
  count: number;
}

export function addAlternate(alternates: AlternatePositions, term: number, position: number): void {
  const { count } = alternates;
  if (count === alternates.terms.length) {
    alternates.terms = reaching(alternates.terms, count);
    alternates.positions = reaching(alternates.positions, count);
  }
  alternates.terms[count] = term;
  alternates.positions[count] = position;
  alternates.count++;
}

/** Stems the words and returns each stem once. Afterwards `positionEnds` holds the number of words of each stem. */
export function stemWords({ forms, end }: WordStream, tables: BatchTables, vocabulary: Vocabulary): readonly number[] {
  const { stemOfForm } = vocabulary;
  const stems = reaching(tables.stems, end);
  const counts = cleared(tables.positionEnds, vocabulary.stems.end);
  const seen: number[] = [];
  for (let at = 0; at < end; at++) {
    const stem = stemOfForm[forms[at] ?? 0] ?? 0;
    stems[at] = stem;
    if (stem === 0) continue;
    if (counts[stem] === 0) seen.push(stem);
    counts[stem] = (counts[stem] ?? 0) + 1;
  }
  tables.stems = stems;
  tables.positionEnds = counts;
  return seen;
}

/** Some positions of a stream, the last one exclusive. */
interface Positions {
  readonly from: number;
  readonly to: number;
}

/** Adds the positions of words that meet a form or prefix term. */
export function noteFormsAndPrefixes(
  { forms }: WordStream,
  { from, to }: Positions,
  alternates: AlternatePositions,
  dictionary: TermDictionary,
): void {
  for (let at = from; at < to; at++) {
    const form = forms[at] ?? 0;
    if (form === 0) continue;
    // An iterator would be made for each word of all papers.
    const terms = dictionary.formAndPrefixTermsOf(form);
    for (let index = 0; index < terms.length; index++) addAlternate(alternates, terms[index] ?? 0, at);
  }
}

interface PairTools {
  readonly batch: Batch;
  readonly alternates: AlternatePositions;
  readonly dictionary: TermDictionary;
}

/** Adds the positions where two adjacent words stand for one word that a topic asks for. */
export function notePairs(
  { forms, gaps }: WordStream,
  { from, to }: Positions,
  { batch, alternates, dictionary }: PairTools,
): void {
  const { stems } = batch;
  const { hashOfForm, hashOfStem, joinFlagsOfForm } = dictionary.vocabulary;
  const joinFlagsAt = (at: number): number => joinFlagsOfForm[forms[at] ?? 0] ?? 0;
  for (let at = Math.max(from, 1); at < to; at++) {
    const gap = gaps[at] ?? 0;
    if (gap === 0 || !areJoinable(joinFlagsAt(at - 1), joinFlagsAt(at), gap)) continue;
    const form = forms[at - 1] ?? 0;
    const stem = stems[at] ?? 0;
    if (!dictionary.pairs.mayHave(hashOfForm[form] ?? 0, hashOfStem[stem] ?? 0)) continue;
    for (const term of termsOfPair(form, forms[at] ?? 0, stem, dictionary)) addAlternate(alternates, term, at - 1);
  }
}

function termsOfPair(form: number, next: number, stem: number, dictionary: TermDictionary): readonly number[] {
  const { vocabulary, pairs } = dictionary;
  const first = { text: vocabulary.forms.textOf(form) };
  const second = { text: vocabulary.forms.textOf(next), stem: vocabulary.stems.textOf(stem) };
  return pairs
    .under(vocabulary.hashOfForm[form] ?? 0, vocabulary.hashOfStem[stem] ?? 0)
    .filter((term) => isSplitInto(dictionary.textOf(term), first, second));
}

/** Lists the positions of each stem. `positionEnds` must hold how many there are. */
export function listPositions(stems: readonly number[], end: number, tables: BatchTables, stemCount: number): void {
  const starts = reaching(tables.positionStarts, stemCount).fill(-1);
  const ends = tables.positionEnds;
  let total = 0;
  for (const stem of stems) {
    starts[stem] = total;
    total += ends[stem] ?? 0;
    ends[stem] = starts[stem] ?? 0;
  }
  const positions = reaching(tables.positions, total);
  const stemAt = tables.stems;
  for (let position = 0; position < end; position++) {
    const stem = stemAt[position] ?? 0;
    if ((starts[stem] ?? -1) < 0) continue;
    const next = ends[stem] ?? 0;
    positions[next] = position;
    ends[stem] = next + 1;
  }
  tables.positionStarts = starts;
  tables.positions = positions;
}

/** Groups the alternate positions by term and returns these terms. */
export function sortAlternates(
  { terms, positions, count }: AlternatePositions,
  tables: BatchTables,
  termCount: number,
): readonly number[] {
  const starts = cleared(tables.alternateStarts, termCount);
  const ends = cleared(tables.alternateEnds, termCount);
  const alternateTerms: number[] = [];
  for (let at = 0; at < count; at++) {
    const term = terms[at] ?? 0;
    if (ends[term] === 0) alternateTerms.push(term);
    ends[term] = (ends[term] ?? 0) + 1;
  }
  let total = 0;
  for (const term of alternateTerms) {
    starts[term] = total;
    total += ends[term] ?? 0;
    ends[term] = starts[term] ?? 0;
  }
  const sorted = reaching(tables.alternates, total);
  for (let at = 0; at < count; at++) {
    const term = terms[at] ?? 0;
    const next = ends[term] ?? 0;
    sorted[next] = positions[at] ?? 0;
    ends[term] = next + 1;
  }
  Object.assign(tables, { alternateStarts: starts, alternateEnds: ends, alternates: sorted });
  return alternateTerms;
}
