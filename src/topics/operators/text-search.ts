import { type Saying, saying } from '../../language/saying.ts';
import type { RunEnds } from '../matching/occurrences.ts';
import type { FieldText, PaperText } from '../matching/paper-text.ts';
import type { TextField, WordTerm } from '../topic.ts';
import type { Place, TextReason, WrittenTerm } from './operator.ts';

/** The parts that all operators on words share: where they look and how they explain it. */

type Searched = TextReason['field'];

const searchedTexts: Readonly<Record<TextField, readonly Searched[]>> = {
  any: ['title', 'abstract'],
  title: ['title'],
  abstract: ['abstract'],
  comment: ['comment'],
};

/** Whether one of the texts that the term looks in is accepted. */
export const isInText = (term: WordTerm, paper: PaperText, isIn: (text: FieldText) => boolean): boolean =>
  searchedTexts[term.field].some((field) => isIn(paper[field]));

/** One reason for each text that has runs. */
export const textReasons = <T extends WordTerm>(
  term: T,
  paper: PaperText,
  runsIn: (text: FieldText) => RunEnds,
): readonly TextReason<T>[] =>
  searchedTexts[term.field].flatMap((field) => {
    const places = placesIn(paper[field], runsIn);
    return places.length > 0 ? [{ term, field, places, words: wordsAt(places, paper.paper[field] ?? '', term) }] : [];
  });

/** The places of the runs. If the beginning of a long text has some, no others are looked for: nobody is shown them. */
function placesIn(text: FieldText, runsIn: (text: FieldText) => RunEnds): readonly Place[] {
  const first = text.beginning === null ? [] : placesIn(text.beginning, runsIn);
  return first.length > 0 ? first : placesOf(runsIn(text), text);
}

/** How many places are named of words that need not be next to each other. */
const namedAtMost = 5;
/** No more of a place is named than this, in UTF-16 units. */
const longestName = 1_000;

/** What stands at the first place, or for words apart at all places, each form once. */
function wordsAt(places: readonly Place[], text: string, { kind }: WordTerm): string {
  const forms = new Map<string, string>();
  for (const { start, end } of places) {
    const form = text.slice(start, Math.min(end, start + longestName)).replaceAll(/\s+/g, ' ');
    if (kind !== 'near') return form;
    if (!forms.has(form.toLowerCase())) forms.set(form.toLowerCase(), form);
    if (forms.size === namedAtMost) break;
  }
  return [...forms.values()].join(' … ');
}

/** More places than any message shows. */
const placesAtMost = 1_000;

/** The first places of the runs, overlapping ones merged. */
function placesOf(runs: RunEnds, { tokens }: FieldText): readonly Place[] {
  const places: { start: number; end: number }[] = [];
  for (let from = 0; from < runs.length && places.length < placesAtMost; from++) {
    const to = runs[from] ?? 0;
    if (to === 0) continue;
    const place = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
    const last = places.at(-1);
    if (last === undefined || place.start >= last.end) places.push(place);
    else last.end = Math.max(last.end, place.end);
  }
  return places;
}

/** `title:value`, or the value alone for title or abstract. */
export const writtenIn = (field: TextField, value: string): WrittenTerm => ({
  field: field === 'any' ? null : field,
  value,
});

/** It names the words as they stand in the text, and not as they were typed: these may be other forms. */
export const explainText = ({ words, field }: TextReason): Saying =>
  saying('reasons.found', { words, field: field === 'comment' ? 'other' : field });

export function explainMissingText(words: string, field: TextField, paper: PaperText): Saying {
  if (field === 'comment' && paper.comment.tokens.length === 0) return saying('reasons.noComment', { words });
  return saying('reasons.missing', { words, field: field === 'comment' ? 'other' : field });
}
