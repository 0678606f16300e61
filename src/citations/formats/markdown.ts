import type { CitationFormat } from '../citation-format.ts';
import type { Reference } from '../reference.ts';
import { showAuthors, showPlace } from '../sentence.ts';
import { singleLine } from '../single-line.ts';

/** A list in Markdown, one line a paper, for notes and web pages. */
export const markdown = {
  name: 'markdown',
  shown: 'Markdown',
  fileName: 'papers.md',
  contentType: 'text/markdown; charset=utf-8',
  write: (references) => references.map((reference) => `${line(reference)}\n`).join(''),
} as const satisfies CitationFormat;

function line(reference: Reference): string {
  const { title, date, url } = reference;
  const facts = [showAuthors(reference), showPlace(reference), date === null ? '' : String(date.year)];
  const after = facts.filter(Boolean).map(markdownText).join(', ');
  return `- [${markdownText(singleLine(title))}](${address(url)})${after === '' ? '' : `: ${after}`}`;
}

/** Signs with a meaning in Markdown or HTML stand for themselves after a backslash. */
export const markdownText = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>()#+!|~$&@]/g, '\\$&').replace(/:(?=\/\/)/g, '\\:');

/** An address that ends neither the link nor the line. */
const address = (url: string): string =>
  url.replace(/[\s()<>\\[\]]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
