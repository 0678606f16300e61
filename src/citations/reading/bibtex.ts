import { type Creator, type Entry, parse } from '@retorquere/bibtex-parser';
import { boundedPaper } from '../../papers/given-paper.ts';
import { arxivIdOf, entryIds, entryText, splitKeywords, spokenName, yearIn } from './entry-texts.ts';
import type { ReadEntry, UnreadEntry } from './paper-file.ts';

/** TeX stays as it is written, because `papers/tex` makes text of it. */
const options = {
  raw: true,
  sentenceCase: false,
  caseProtection: false,
  english: false,
  applyCrossRef: false,
} as const;

const beginning = /^[ \t]*@[ \t]*([a-z]+)[ \t]*[{(][ \t]*([^\s,{}()="#]*)/gim;
/** Longer entries are not of a paper, and cost the parser too much time. */
const longestEntry = 50_000;
const longestString = 2_000;
const mostStrings = 1_000;

/** The text of an entry, with its type and its key. */
interface Part {
  readonly type: string;
  readonly key: string;
  readonly text: string;
}

/**
 * Reads BibTeX and BibLaTeX. Each entry is parsed alone, so that a damaged one costs only itself, and so that the time
 * grows with the length of the file and not with its square.
 */
export function* readBibtex(text: string): Generator<UnreadEntry> {
  const strings: Record<string, string> = {};
  for (const part of parts(text)) {
    if (part.type === 'comment' || part.type === 'preamble') continue;
    if (part.type === 'string') learnString(part.text, strings);
    else yield () => readEntry(part, strings);
  }
}

function* parts(text: string): Generator<Part> {
  let before: { readonly type: string; readonly key: string; readonly start: number } | null = null;
  let number = 0;
  for (const { 1: type = '', 2: key = '', index } of text.matchAll(beginning)) {
    if (before !== null) yield { ...before, text: text.slice(before.start, index) };
    number += 1;
    before = { type: type.toLowerCase(), key: key.slice(0, 60) || `#${number}`, start: index };
  }
  if (before !== null) yield { ...before, text: text.slice(before.start) };
}

/** Remembers an abbreviation: `@string{acl = "ACL"}`. */
function learnString(text: string, strings: Record<string, string>): void {
  if (text.length > longestEntry || Object.keys(strings).length >= mostStrings) return;
  for (const [name, value] of Object.entries(parse(text, { ...options, strings }).strings)) {
    if (value.length <= longestString) strings[name] = value;
  }
}

function readEntry({ key, text }: Part, strings: Record<string, string>): ReadEntry {
  if (text.length > longestEntry) return { skipped: { name: key, reason: 'too-long' } };
  const { entries, errors } = parse(text, { ...options, strings });
  const [entry] = entries;
  const paper = entry === undefined ? null : asPaper(entry);
  if (paper !== null) return { paper };
  return { skipped: { name: key, reason: errors.length > 0 ? 'damaged' : 'no-title' } };
}

function asPaper({ fields }: Entry) {
  const field = (name: string): string | undefined => {
    const value: unknown = fields[name];
    return typeof value === 'string' ? value : undefined;
  };
  const archive = field('archiveprefix') ?? field('eprinttype');
  const title = entryText(field('title') ?? '');
  const subtitle = entryText(field('subtitle') ?? '');
  return boundedPaper({
    title: title !== '' && subtitle !== '' ? `${title}: ${subtitle}` : title,
    authors: (fields.author ?? []).map(nameOf).filter((name) => name !== '' && name !== 'others'),
    abstract: entryText(field('abstract') ?? ''),
    ids: entryIds([
      field('doi'),
      arxivIdOf(field('eprint'), archive?.toLowerCase() === 'arxiv' ? undefined : archive),
      field('url'),
      field('howpublished')?.replace(/^\\url\{(.*)\}$/, '$1'),
      arxivIn(field('journal')),
    ]),
    keywords: (fields.keywords ?? []).flatMap(splitKeywords),
    year: yearIn(field('year') ?? field('date')),
  });
}

/** The id in `arXiv preprint arXiv:2401.01234`. */
const arxivIn = (journal: string | undefined): string | undefined => /arXiv:\S+/i.exec(journal ?? '')?.[0];

const nameOf = ({ name, firstName, prefix, lastName, suffix }: Creator): string =>
  name === undefined ? entryText([firstName, prefix, lastName, suffix].filter(Boolean).join(' ')) : spokenName(name);
