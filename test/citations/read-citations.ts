import '@citation-js/plugin-ris';
import core from '@citation-js/core';
import { type Creator, parse } from '@retorquere/bibtex-parser';

/** A citation as an independent reader has read it. */
export interface ReadCitation {
  readonly type: string;
  readonly title: string | undefined;
  /** In the order in which they are spoken: `Jan van der Berg Jr.` */
  readonly authors: readonly string[];
  readonly year: string | undefined;
  readonly doi: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A citation in BibTeX. */
export interface ReadEntry extends ReadCitation {
  readonly key: string;
  readonly eprint: string | undefined;
}

/** Reads BibTeX with a parser that is not ours. Throws if it finds an error. */
export function readBibtex(text: string): readonly ReadEntry[] {
  const { entries, errors } = parse(text, { sentenceCase: false, caseProtection: false, english: false });
  if (errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 3)));
  return entries.map(({ type, key, fields }) => ({
    type,
    key,
    title: fields['title'],
    authors: (fields.author ?? []).map(spoken),
    eprint: fields['eprint'],
    doi: fields['doi'],
    year: fields['year'],
    fields,
  }));
}

const spoken = ({ name, firstName, prefix, lastName, suffix }: Creator): string =>
  name ?? [firstName, prefix, lastName, suffix].filter(Boolean).join(' ');

/** Reads RIS or CSL-JSON with a library that is not ours. */
export const readCsl = (text: string): readonly ReadCitation[] =>
  core.plugins.input.chain(text, { generateGraph: false }).map((item) => ({
    type: item.type,
    title: item.title,
    authors: (item.author ?? []).map(
      (name) =>
        name.literal ?? [name.given, name['non-dropping-particle'], name.family, name.suffix].filter(Boolean).join(' '),
    ),
    year: item.issued?.['date-parts'][0]?.[0]?.toString(),
    doi: item.DOI,
    fields: item,
  }));

/** What a person sees of a text, so that two ways to write the same character are equal. */
export const visible = (text: string | undefined): string =>
  (text ?? '')
    .replace(/<\/?(?:sub|sup|span|i|b)\b[^>]*>/g, '')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/gu, ' ')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .trim();

/** The letters of names in their order. A reader of BibTeX has `others` for `et al.`, and groups have no article. */
export const nameLetters = (names: readonly string[]): string =>
  names
    .map((name) => visible(name.replace(/^the /i, '')).replace(/[^\p{L}\p{N}\p{M}]/gu, ''))
    .filter((letters) => letters !== '')
    .map((letters) => (letters === 'others' ? 'etal' : letters))
    .join(' ');
