import { saying } from '../../../language/saying.ts';
import { mention } from '../term-text.ts';
import { asOperand, type Found, type Habit } from './habit.ts';

const tags: readonly (readonly [names: string, field: string])[] = [
  ['tiab|title/abstract|tw|text word|text words|all|all fields|ot|other term', ''],
  ['mesh|mesh terms|mesh:noexp|mh|majr|mesh major topic|sh|mesh subheading|nm|supplementary concept', ''],
  ['ti|title', 'title'],
  ['ab|abstract', 'abstract'],
  ['au|author|auth|1au|lastau|fau|author - first|author - last|full author name', 'author'],
  ['ad|affiliation', 'org'],
];
const fieldByTag = new Map(tags.flatMap(([names, field]) => names.split('|').map((name) => [name, field] as const)));
const dateTags = new Set(['dp', 'pdat', 'edat', 'crdt', 'date - publication', 'publication date', 'date - entry']);
const otherTags = new Set(
  'la|lang|language|pt|ptyp|publication type|ta|jt|journal|sb|filter|is|issn|pmid|uid'.split('|'),
);

/** The term before a tag: a phrase, or the words since the last operator. */
function termBefore({ text, start }: Found): string {
  const before = text.slice(0, start).trimEnd();
  const [phrase] = /["“«「][^"“”«»「」]*["”»」]$/u.exec(before) ?? [];
  if (phrase !== undefined) return phrase;
  return (
    before
      .split(/\b(?:AND|OR|NOT)\b|[()\]|,;"“”«»]/u)
      .at(-1)
      ?.trim() ?? ''
  );
}

/** `cancer[tiab]`, `"lung cancer"[MeSH Terms]`, `Smith J[au]`: the tags of PubMed. */
export const tagHabit: Habit = {
  pattern: /(?<=[\p{L}\p{N}"*]\s?)\[(?<tag>[\p{L}\d/:\- ]{1,40})\]/dgu,
  explain(found) {
    const tag = found.part('tag').trim().toLowerCase();
    const typed = mention(`[${found.part('tag')}]`);
    if (dateTags.has(tag)) return saying('habits.tagOfDates', { typed });
    if (otherTags.has(tag)) return saying('habits.tagElsewhere', { typed });
    const field = fieldByTag.get(tag);
    if (field === undefined) return null;
    const term = asOperand(termBefore(found));
    return saying('habits.tag', { typed, meant: field === '' ? term : `${field}:${term}` });
  },
};
