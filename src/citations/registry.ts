import type { Paper } from '../papers/paper.ts';
import type { CitationFormat } from './citation-format.ts';
import { bibtex } from './formats/bibtex.ts';
import { cslJson } from './formats/csl-json.ts';
import { markdown } from './formats/markdown.ts';
import { plainText } from './formats/plain-text.ts';
import { ris } from './formats/ris.ts';
import { referenceOf } from './reference.ts';

/** Every format, in the order in which readers see them. The first one is the usual one. */
export const citationFormats = [bibtex, ris, cslJson, plainText, markdown] as const satisfies readonly CitationFormat[];

export type CitationFormatName = (typeof citationFormats)[number]['name'];

const byName: ReadonlyMap<string, CitationFormat> = new Map(citationFormats.map((format) => [format.name, format]));

/** The format of that name. @throws RangeError if there is none */
export function citationFormat(name: CitationFormatName): CitationFormat {
  const format = byName.get(name);
  if (format === undefined) throw new RangeError(`There is no citation format ${name}.`);
  return format;
}

/** The papers as one text in a format, in their order. The text is empty if there are no papers. */
export const cite = (papers: readonly Paper[], format: CitationFormatName): string =>
  papers.length === 0 ? '' : citationFormat(format).write(papers.map(referenceOf));
