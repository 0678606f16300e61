import type { CitationFormat } from '../citation-format.ts';
import { citationKeys } from '../citation-keys.ts';
import type { CitedName } from '../cited-names.ts';
import type { Publication } from '../publication.ts';
import type { Reference } from '../reference.ts';
import { texText } from '../tex/tex-text.ts';
import { texTitle } from '../tex/tex-title.ts';

/** BibTeX, as BibTeX, biblatex and programs that keep references read it. */
export const bibtex = {
  name: 'bibtex',
  shown: 'BibTeX',
  fileName: 'papers.bib',
  contentType: 'application/x-bibtex; charset=utf-8',
  write(references) {
    const keys = citationKeys(references);
    return references.map((reference, index) => entry(reference, keys[index] ?? '')).join('\n');
  },
} as const satisfies CitationFormat;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const nameWidth = 13;

type Field = readonly [name: string, value: string | null];

function entry(reference: Reference, key: string): string {
  const { title, date, publication, arxiv, server, doi, url, notes } = reference;
  const month = date?.month ?? null;
  const fields: readonly Field[] = [
    ['title', braced(texTitle(title))],
    ['author', authorField(reference)],
    ['year', date === null ? null : braced(String(date.year))],
    ['month', month === null ? null : (months[month - 1] ?? null)],
    ...publicationFields(publication),
    // A preprint of arXiv is named by `eprint`.
    ['howpublished', publication === null && server !== null && arxiv === null ? braced(texText(server)) : null],
    ['eprint', arxiv === null ? null : braced(arxiv.id)],
    ['archiveprefix', arxiv === null ? null : braced('arXiv')],
    ['primaryclass', arxiv?.category == null ? null : braced(arxiv.category)],
    ['doi', doi === null ? null : braced(verbatim(doi))],
    ['url', braced(verbatim(url))],
    ['note', notes.length === 0 ? null : braced(texText(notes.join('. ')))],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name.padEnd(nameWidth)} = ${value}`]));
  return `@${entryType(publication)}{${key},\n${lines.join(',\n')}\n}\n`;
}

function entryType(publication: Publication | null): string {
  if (publication === null) return 'misc';
  return publication.kind === 'article' ? 'article' : 'inproceedings';
}

function publicationFields(publication: Publication | null): readonly Field[] {
  if (publication === null) return [];
  const { kind, container, volume, issue, pages } = publication;
  return [
    [kind === 'article' ? 'journal' : 'booktitle', braced(texText(container))],
    ['volume', volume === null ? null : braced(texText(volume))],
    ['number', issue === null ? null : braced(texText(issue))],
    ['pages', pages === null ? null : braced(texText(pages).replace(/-/, '--'))],
  ];
}

const braced = (value: string): string => `{${value}}`;

/** An address or a DOI as it is: no program reads TeX there. Braces and backslashes would break the entry. */
const verbatim = (address: string): string =>
  address.replace(/[\s{}\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

function authorField({ authors, hasOthers }: Reference): string | null {
  const names = [...authors.map(authorName), ...(hasOthers ? ['others'] : [])];
  return authors.length === 0 ? null : braced(names.join(' and '));
}

/** `van der Berg, Jr., Jan`. A collaboration is one name, in braces of its own. */
function authorName(name: CitedName): string {
  if (name.kind === 'whole') return braced(texText(name.name));
  const { given, particle, family, suffix } = name;
  const last = [...(particle === '' ? [] : [namePart(particle)]), familyPart(family)].join(' ');
  return [last, ...(suffix === '' ? [] : [namePart(suffix)]), namePart(given)].join(', ');
}

/** A small letter at its beginning would make a family name a particle. */
const familyPart = (family: string): string => (/^\p{Ll}/u.test(family) ? braced(texText(family)) : namePart(family));

/** BibTeX would part a list of names at `and`, and end it at `others`. */
const namePart = (text: string): string =>
  /(?:^| )(?:and|others)(?= |$)|,/i.test(text) ? braced(texText(text)) : texText(text);
