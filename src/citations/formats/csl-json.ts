import type { CitationFormat } from '../citation-format.ts';
import { citationKeys } from '../citation-keys.ts';
import type { CitedDate } from '../cited-date.ts';
import type { CitedName } from '../cited-names.ts';
import type { Publication } from '../publication.ts';
import type { Reference } from '../reference.ts';
import { singleLine } from '../single-line.ts';

/** CSL-JSON, which Zotero, pandoc and citation processors read. */
export const cslJson = {
  name: 'csl-json',
  shown: 'CSL-JSON',
  fileName: 'papers.json',
  contentType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  write(references) {
    const keys = citationKeys(references);
    return `${JSON.stringify(
      references.map((reference, index) => item(reference, keys[index] ?? '')),
      null,
      2,
    )}\n`;
  },
} as const satisfies CitationFormat;

function item(reference: Reference, id: string) {
  const { title, authors, date, publication, arxiv, server, doi, url, notes } = reference;
  return {
    id,
    'citation-key': id,
    type: typeOf(publication),
    title: singleLine(title),
    ...(authors.length === 0 ? {} : { author: authors.map(nameOf) }),
    ...(date === null ? {} : { issued: { 'date-parts': [datePartsOf(date)] } }),
    ...(publication === null ? {} : publicationOf(publication)),
    ...(publication === null && server !== null ? { publisher: server, archive: server } : {}),
    ...(arxiv === null ? {} : { number: `arXiv:${arxiv.id}` }),
    ...(doi === null ? {} : { DOI: doi }),
    URL: url,
    ...(notes.length === 0 ? {} : { note: singleLine(notes.join('. ')) }),
  };
}

/** The type of a preprint is `article`, and that of a paper in a journal is `article-journal`. */
function typeOf(publication: Publication | null): string {
  if (publication === null) return 'article';
  return publication.kind === 'article' ? 'article-journal' : 'paper-conference';
}

function publicationOf({ container, volume, issue, pages }: Publication) {
  return {
    'container-title': singleLine(container),
    ...(volume === null ? {} : { volume }),
    ...(issue === null ? {} : { issue }),
    ...(pages === null ? {} : { page: pages }),
  };
}

function nameOf(name: CitedName) {
  if (name.kind === 'whole') return { literal: singleLine(name.name) };
  const { family, given, particle, suffix } = name;
  return {
    family: singleLine(family),
    given: singleLine(given),
    ...(particle === '' ? {} : { 'non-dropping-particle': singleLine(particle) }),
    ...(suffix === '' ? {} : { suffix: singleLine(suffix) }),
  };
}

/** The parts that are known, from the year on. */
function datePartsOf({ year, month, day }: CitedDate): readonly number[] {
  if (month === null) return [year];
  return day === null ? [year, month] : [year, month, day];
}
