import type { CitationFormat } from '../citation-format.ts';
import type { CitedDate } from '../cited-date.ts';
import type { CitedName } from '../cited-names.ts';
import type { Publication } from '../publication.ts';
import type { Reference } from '../reference.ts';
import { singleLine } from '../single-line.ts';

/** RIS, which EndNote, Zotero and Mendeley read. Its lines end with CR LF. */
export const ris = {
  name: 'ris',
  shown: 'RIS',
  fileName: 'papers.ris',
  contentType: 'application/x-research-info-systems; charset=utf-8',
  write: (references) => references.map(record).join('\r\n'),
} as const satisfies CitationFormat;

function record(reference: Reference): string {
  const { title, authors, date, publication, arxiv, server, doi, url, notes } = reference;
  const tags: readonly (readonly [tag: string, value: string | null])[] = [
    ['TY', typeOf(publication)],
    ...authors.map((name) => ['AU', authorName(name)] as const),
    ['TI', title],
    ...publicationTags(publication),
    ['PB', publication === null ? server : null],
    ['PY', date === null ? null : String(date.year)],
    ['DA', date === null ? null : showDate(date)],
    // Programs take the number of a preprint from here.
    ['AN', arxiv === null ? null : `arXiv:${arxiv.id}`],
    ['DO', doi],
    ['UR', url],
    ...notes.map((note) => ['N1', note] as const),
  ];
  const lines = tags.flatMap(([tag, value]) =>
    value === null || value === '' ? [] : [`${tag}  - ${singleLine(value)}`],
  );
  return [...lines, 'ER  - ', ''].join('\r\n');
}

/** Unpublished work is what most programs take for a preprint. */
function typeOf(publication: Publication | null): string {
  if (publication === null) return 'UNPB';
  return publication.kind === 'article' ? 'JOUR' : 'CPAPER';
}

function publicationTags(publication: Publication | null) {
  if (publication === null) return [];
  const { container, volume, issue, pages } = publication;
  const [first, last] = pages?.split('-') ?? [];
  return [
    ['T2', container],
    ['VL', volume],
    ['IS', issue],
    ['SP', first ?? null],
    ['EP', last ?? null],
  ] as const;
}

function authorName(name: CitedName): string {
  if (name.kind === 'whole') return name.name;
  const last = [name.particle, name.family].filter(Boolean).join(' ');
  return [last, name.given, name.suffix].filter(Boolean).join(', ');
}

/** `2026/06/12/`: the end is for other information, such as a season. */
function showDate({ year, month, day }: CitedDate): string {
  const two = (number: number | null) => (number === null ? '' : String(number).padStart(2, '0'));
  return `${year}/${two(month)}/${two(day)}/`;
}
