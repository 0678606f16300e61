import type { CitationFormat } from '../citation-format.ts';
import type { Reference } from '../reference.ts';
import { showAuthors, showPlace } from '../sentence.ts';
import { singleLine } from '../single-line.ts';

/** One sentence a paper, for an email or the end of a text. */
export const plainText = {
  name: 'plain',
  shown: 'Plain text',
  fileName: 'papers.txt',
  contentType: 'text/plain; charset=utf-8',
  write: (references) => references.map((reference) => `${sentence(reference)}\n`).join('\n'),
} as const satisfies CitationFormat;

function sentence(reference: Reference): string {
  const { title, date, url } = reference;
  const authors = showAuthors(reference);
  const place = [showPlace(reference), date === null ? '' : `(${date.year})`].filter(Boolean).join(' ');
  const parts = [authors, `“${singleLine(title)}”`, place].filter(Boolean).join(', ');
  return `${parts}. ${url}`;
}
