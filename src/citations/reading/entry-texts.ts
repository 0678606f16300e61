import { parseArxivId } from '../../papers/arxiv-id.ts';
import type { PaperId } from '../../papers/paper.ts';
import { parsePaperId } from '../../papers/paper-id.ts';
import { cleanTexText } from '../../papers/text.ts';

/** Marks that programs write into titles: `<i>`, `<sup>`, `<span class="nocase">`. */
const markup = /<\/?(?:i|b|em|strong|sub|sup|sc|span|p|jats:[a-z]+)(?:\s[^<>]{0,200})?>/gi;

/** A text of an entry, which may have TeX, entities and simple markup. Braces only protect letters. */
export const entryText = (text: string): string =>
  cleanTexText(text.replace(markup, '')).replace(/[{}]/g, '').replace(/\s+/g, ' ').trim();

/** The ids that texts of an entry name, each once. Texts that name none are left out. */
export function entryIds(texts: readonly (string | undefined)[]): readonly PaperId[] {
  const named = texts.flatMap((text) => (text === undefined || text.length > 300 ? [] : (idIn(text.trim()) ?? [])));
  return [...new Set(named)];
}

const idIn = (text: string): PaperId | null => parsePaperId(text)?.id ?? null;

/** An id of arXiv from `eprint`, which is written with or without its archive: `hep-th/9901001`, `9901001`. */
export const arxivIdOf = (eprint: string | undefined, archive: string | undefined): string | undefined => {
  if (eprint === undefined) return undefined;
  if (parseArxivId(eprint) !== null) return eprint;
  return archive === undefined ? undefined : `${archive}/${eprint}`;
};

/** The year in a date of any form. Null where there is none. */
export function yearIn(date: string | undefined): number | null {
  const year = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.exec(date ?? '')?.[0];
  return year === undefined ? null : Number(year);
}

/** Words that are given as one text: `graphs; deep learning`. */
export const splitKeywords = (text: string): readonly string[] =>
  text
    .split(/[;,\n]/)
    .map(entryText)
    .filter((word) => word !== '');

/** A name in its spoken order: `Müller, Hans` and `Berg, Jan van der, Jr.` */
export function spokenName(name: string): string {
  const [family = '', given = '', suffix = ''] = entryText(name)
    .split(',')
    .map((part) => part.trim());
  return [given, family, suffix].filter((part) => part !== '').join(' ');
}
