import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { cutWords } from '../../src/topics/words/tokens.ts';

/** How often a form occurs in the corpus, and how. All but `total` count abstracts only, because titles have capitals. */
export interface FormCount {
  total: number;
  /** Within a sentence: all letters are small; only the first is a capital; all are; a capital stands before a last `s`. */
  small: number;
  capital: number;
  capitals: number;
  capitalsAndS: number;
  /** Within a sentence, otherwise: `ConvNet`. */
  mixed: number;
  /** Before `than`, as a comparative. */
  than: number;
  /** Before a function word or a sign, as a noun. */
  phraseEnd: number;
}

export type CorpusCounts = ReadonlyMap<string, FormCount>;

const plainForm = /^[a-z]{2,30}$/;
const functionWords = new Set(
  'a an and are as at be been between but by can for from has have in into is it its of on or over such than that the to under was we were which while with'.split(
    ' ',
  ),
);

/** Counts the forms of all titles and abstracts. */
export async function countForms(files: readonly string[]): Promise<CorpusCounts> {
  const counts = new Map<string, FormCount>();
  for await (const { title, abstract } of readCorpus(files)) {
    for (const { surface } of cutWords(title)) {
      if (plainForm.test(surface)) countOf(counts, surface).total += 1;
    }
    countAbstract(counts, abstract);
  }
  return counts;
}

/** The texts of a paper. */
interface PaperTexts {
  readonly title: string;
  readonly abstract: string;
}

/** The papers of all files. Files have a JSON object in each line, and may be packed by gzip. */
export async function* readCorpus(files: readonly string[]): AsyncGenerator<PaperTexts> {
  for (const file of files) {
    for await (const line of createInterface({ input: openFile(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line !== '') yield textsOf(line, file);
    }
  }
}

function openFile(file: string): Readable {
  const bytes = createReadStream(file);
  return file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
}

function textsOf(line: string, file: string): PaperTexts {
  const paper = parsed(line);
  if (typeof paper === 'object' && paper !== null && 'title' in paper && 'abstract' in paper) {
    return { title: String(paper.title), abstract: String(paper.abstract) };
  }
  const start = line.slice(0, 40);
  throw new Error(
    `${file} has a line that is not a paper: ${start}. Give files with a JSON object in each line, with title and abstract.`,
  );
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function countAbstract(counts: Map<string, FormCount>, abstract: string): void {
  const words = cutWords(abstract);
  for (const [index, { surface, gap, start, end }] of words.entries()) {
    if (!plainForm.test(surface)) continue;
    const count = countOf(counts, surface);
    const next = words[index + 1];
    count.total += 1;
    if (next?.surface === 'than') count.than += 1;
    if (next === undefined || next.gap === 'other' || functionWords.has(next.surface)) count.phraseEnd += 1;
    // A sentence may start after a sign, and then a capital says nothing.
    if (gap !== 'other') count[caseOf(abstract.slice(start, end))] += 1;
  }
}

function countOf(counts: Map<string, FormCount>, form: string): FormCount {
  const known = counts.get(form);
  if (known !== undefined) return known;
  const fresh = { total: 0, small: 0, capital: 0, capitals: 0, capitalsAndS: 0, mixed: 0, than: 0, phraseEnd: 0 };
  // A copy: what is cut out of a text keeps all of it in memory.
  counts.set(Array.from(form).join(''), fresh);
  return fresh;
}

function caseOf(original: string): 'small' | 'capital' | 'capitals' | 'capitalsAndS' | 'mixed' {
  if (original === original.toLowerCase()) return 'small';
  if (original === original.toUpperCase()) return 'capitals';
  if (/\p{Lu}s$/u.test(original)) return 'capitalsAndS';
  return original.slice(1) === original.slice(1).toLowerCase() ? 'capital' : 'mixed';
}
