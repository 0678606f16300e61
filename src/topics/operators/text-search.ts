import type { Run } from '../matching/occurrences.ts';
import type { FieldText, PaperText } from '../matching/paper-text.ts';
import type { TextField, WordTerm } from '../topic.ts';
import type { Place, TextReason, WrittenTerm } from './operator.ts';

/** What the operators that look for words have in common: where they look, and how they tell of it. */

type Searched = TextReason['field'];

export const searchedTexts: Readonly<Record<TextField, readonly Searched[]>> = {
  any: ['title', 'abstract'],
  title: ['title'],
  abstract: ['abstract'],
  comment: ['comment'],
};

/** Whether one of the fields that the term looks in has what it looks for. */
export const isInText = (term: WordTerm, paper: PaperText, isIn: (text: FieldText) => boolean): boolean =>
  searchedTexts[term.field].some((field) => isIn(paper[field]));

/** A reason for each field in which there are runs. */
export const textReasons = <T extends WordTerm>(
  term: T,
  paper: PaperText,
  runsIn: (text: FieldText) => readonly Run[],
): readonly TextReason<T>[] =>
  searchedTexts[term.field].flatMap((field) => {
    const places = placesOf(runsIn(paper[field]), paper[field]);
    return places.length > 0 ? [{ term, field, places }] : [];
  });

/** The places of the runs; those that overlap are one. */
function placesOf(runs: readonly Run[], { tokens }: FieldText): Place[] {
  const places: Place[] = [];
  for (const { from, to } of [...runs].sort((one, other) => one.from - other.from)) {
    const place = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
    const last = places.at(-1);
    if (last === undefined || place.start >= last.end) places.push(place);
    else places[places.length - 1] = { start: last.start, end: Math.max(last.end, place.end) };
  }
  return places;
}

/** `title:value`, or the value alone for title or abstract. */
export const writtenIn = (field: TextField, value: string): WrittenTerm => ({
  field: field === 'any' ? null : field,
  value,
});

export const explainText = (shown: string, { field }: TextReason): string => `“${shown}” in the ${field}`;

export function explainMissingText(shown: string, field: TextField, paper: PaperText): string {
  if (field === 'comment' && paper.comment.tokens.length === 0) return `no “${shown}”, as there is no comment`;
  return `no “${shown}” in ${field === 'any' ? 'title or abstract' : `the ${field}`}`;
}
