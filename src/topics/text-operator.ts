import type { Field, Operator, Place, ReadTerm, TextReason } from './operator.ts';
import type { FieldText, PaperText } from './paper-text.ts';
import type { TextTerm } from './topic.ts';
import { noWords, quoteIfNeeded, readWords } from './writing.ts';

const takes = 'a word, a "phrase" or a group in parentheses';

/** What is written without a prefix: words in the title or in the abstract. */
export const plainField: Field = { names: [], takes, read: (value) => readText('any', value) };

const titleField: Field = { names: ['title', 'ti'], takes, read: (value) => readText('title', value) };

/** Words and phrases: their stems next to each other and in order, within the title or within the abstract. */
export const textOperator: Operator<TextTerm> = {
  fields: [titleField],
  write: (term) => ({
    field: term.field === 'any' ? null : term.field,
    value: quoteIfNeeded(term.display, term.isQuoted),
  }),
  holds: (term, paper) => searchedFields(term).some((field) => occurs(term.stems, paper[field])),
  find: (term, paper) => searchedFields(term).flatMap((field) => findIn(field, term, paper)),
  explain: ({ term, field }) => `“${term.display}” in the ${field}`,
  require: ({ field, stems }) => ({ kind: 'term', field, tokens: stems, adjacent: stems.length > 1 }),
};

function readText(field: TextTerm['field'], value: string): ReadTerm {
  const { tokens, display, isQuoted } = readWords(value);
  if (tokens.length === 0) return noWords(value);
  return { ok: true, term: { kind: 'text', field, stems: tokens.map((token) => token.stem), display, isQuoted } };
}

const everyField: readonly TextReason['field'][] = ['title', 'abstract'];
const titleOnly: readonly TextReason['field'][] = ['title'];
const searchedFields = (term: TextTerm): readonly TextReason['field'][] =>
  term.field === 'any' ? everyField : titleOnly;

function findIn(field: TextReason['field'], term: TextTerm, paper: PaperText): TextReason[] {
  const text = paper[field];
  const places: Place[] = [];
  for (let at = nextOf(term.stems, text, 0); at >= 0; at = nextOf(term.stems, text, at + 1)) {
    places.push(placeOf(at, term.stems.length, text));
  }
  return places.length > 0 ? [{ term, field, places }] : [];
}

const occurs = (stems: readonly string[], text: FieldText): boolean => nextOf(stems, text, 0) >= 0;

/** Where the stems next stand one after the other, from that word on, or -1. */
function nextOf(stems: readonly string[], text: FieldText, from: number): number {
  const [first] = stems;
  if (first === undefined) return -1;
  let at = text.stems.indexOf(first, from);
  while (at >= 0 && !stems.every((stem, offset) => text.stems[at + offset] === stem)) {
    at = text.stems.indexOf(first, at + 1);
  }
  return at;
}

const placeOf = (index: number, length: number, { starts, ends }: FieldText): Place => ({
  start: starts[index] ?? 0,
  end: ends[index + length - 1] ?? 0,
});
