import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PaperStems } from '../../src/meaning/paper-meaning.ts';
import { cleanTexText } from '../../src/papers/text.ts';
import { tokenize } from '../../src/topics/words/tokens.ts';

/** Files of judged papers, relative to the folder of captures. */
export const judgedFiles = {
  searches: 'relevance/scirepeval_search_100.jsonl',
  topic: 'seed_weight_modification.txt',
  adhd: 'relevance/systematic_reviews/ADHD.csv.gz',
  estrogens: 'relevance/systematic_reviews/Estrogens.csv.gz',
} as const;

/** A paper with how relevant it is for its query; 0 is not at all. */
interface JudgedPaper {
  readonly paper: PaperStems;
  readonly grade: number;
}

/** A query with papers that people judged for it. */
export interface JudgedQuery {
  readonly query: readonly string[];
  readonly papers: readonly JudgedPaper[];
}

/** The stems of a text, as the bot reads it. */
export const readStems = (text: string): readonly string[] => tokenize(cleanTexText(text)).map(({ stem }) => stem);

export const readPaperStems = (title: string, abstract: string): PaperStems => ({
  title: readStems(title),
  abstract: readStems(abstract),
});

interface Search {
  readonly query: string;
  readonly candidates: readonly {
    readonly title: string | null;
    readonly abstract: string | null;
    readonly score: number;
  }[];
}

/** Searches of all fields, each with some papers that were shown, graded by clicks. */
export const readSearches = (folder: string): readonly JudgedQuery[] =>
  readFileSync(join(folder, judgedFiles.searches), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Search)
    .map(({ query, candidates }) => ({
      query: readStems(query),
      papers: candidates.map(({ title, abstract, score }) => ({
        paper: readPaperStems(title ?? '', abstract ?? ''),
        grade: score,
      })),
    }));

/** The papers that a site of semantic search shows for one topic, as copied from its page: titles and abstracts in turn. */
export function readTopicPage(folder: string): JudgedQuery {
  const lines = readFileSync(join(folder, judgedFiles.topic), 'utf8').split('\n').slice(2).filter(Boolean);
  const titles = lines.filter((_, at) => at % 2 === 0);
  return {
    query: readStems('weight modification'),
    papers: titles.map((title, at) => ({
      paper: readPaperStems(title.replace(/^Subscribe/, ''), lines[2 * at + 1] ?? ''),
      grade: 1,
    })),
  };
}

/** A systematic review: the papers that were screened for its question; those that were included are relevant. */
export function readReview(folder: string, file: string, question: string): JudgedQuery {
  const [header = [], ...rows] = readCsv(gunzipSync(readFileSync(join(folder, file))).toString());
  const cell = (row: readonly string[], name: string): string => row[header.indexOf(name)] ?? '';
  return {
    query: readStems(question),
    papers: rows
      .filter(({ length }) => length === header.length)
      .map((row) => ({
        paper: readPaperStems(cell(row, 'title'), cell(row, 'abstract')),
        grade: Number(cell(row, 'label_included')),
      })),
  };
}

/** The rows of a CSV file (RFC 4180). */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  if (rows.at(-1)?.join('') === '') rows.pop();
  return rows;
}
