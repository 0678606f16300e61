import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type PaperText, readPaper } from '../../src/topics/matching/paper-text.ts';
import { type CapturedPaper, computerScience, paperOf, readJsonLines } from '../captures.ts';
import { readCsv } from '../relevance/judged-sets.ts';

/** Papers, and queries that somebody judged them by. */
export interface LabelledSet {
  readonly name: string;
  readonly papers: readonly PaperText[];
  readonly queries: readonly LabelledQuery[];
}

interface LabelledQuery {
  readonly query: string;
  /** The grades of relevant papers, above 0. */
  readonly grades: ReadonlyMap<PaperText, number>;
}

const labelledFiles = {
  searches: 'relevance/scirepeval_search_100.jsonl',
  seed: 'seed_weight_modification.txt',
  reviews: 'relevance/systematic_reviews',
} as const;

/** What the reviews are about, by their files: their topic, and the same in more words. */
const reviews = {
  ADHD: ['ADHD drugs', 'attention deficit hyperactivity disorder drug treatment'],
  Estrogens: ['estrogens', 'estrogens hormone replacement therapy'],
} as const;

/** How many other papers are among those that are judged. */
const others = { searches: 4_525, seed: 1_000, draws: 5 } as const;

/** Reads the sets whose files are there. */
export async function readLabelledSets(folder: string): Promise<readonly LabelledSet[]> {
  const among = await readOthers(join(folder, computerScience));
  const searches = join(folder, labelledFiles.searches);
  const seed = join(folder, labelledFiles.seed);
  return [
    ...(existsSync(searches) ? [readSearches(searches, among.slice(0, others.searches))] : []),
    ...(existsSync(seed) ? readSeed(seed, among) : []),
    ...Object.entries(reviews).flatMap(([name, queries]) => {
      const file = join(folder, labelledFiles.reviews, `${name}.csv.gz`);
      return existsSync(file) ? [readReview(name, file, queries)] : [];
    }),
  ];
}

const textOf = (paper: Pick<CapturedPaper, 'title' | 'abstract'>): PaperText =>
  readPaper(paperOf({ id: '', ...paper }));

/** Every eighth paper on computer science, so that all months have some. */
async function readOthers(file: string): Promise<readonly PaperText[]> {
  if (!existsSync(file)) return [];
  const papers: PaperText[] = [];
  let number = 0;
  for await (const paper of readJsonLines<CapturedPaper>(file)) {
    if (number % 8 === 0) papers.push(textOf(paper));
    number += 1;
  }
  return papers;
}

interface JudgedSearch {
  readonly query: string;
  readonly candidates: readonly {
    readonly corpus_id: number;
    readonly title: string | null;
    readonly abstract: string | null;
    readonly score: number;
  }[];
}

/** Real searches of Semantic Scholar: the papers that somebody opened are relevant. */
function readSearches(file: string, among: readonly PaperText[]): LabelledSet {
  const searches = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as JudgedSearch);
  const papers = new Map<number, PaperText>();
  for (const { corpus_id, title, abstract } of searches.flatMap(({ candidates }) => candidates))
    papers.set(corpus_id, textOf({ title: title ?? '', abstract: abstract ?? '' }));
  const queries = searches.map(({ query, candidates }) => ({
    query,
    grades: new Map(
      candidates.flatMap(({ corpus_id, score }) => {
        const paper = papers.get(corpus_id);
        return paper === undefined || score === 0 ? [] : [[paper, score] as const];
      }),
    ),
  }));
  return { name: '100 searches', papers: [...papers.values(), ...among], queries };
}

/** A page of 37 papers for “weight modification”, each with its title and abstract in a line. */
function readSeed(file: string, among: readonly PaperText[]): readonly LabelledSet[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(2);
  const papers = lines.flatMap((title, index) =>
    index % 2 === 1 ? [] : [textOf({ title: title.replace(/^Subscribe/, ''), abstract: lines[index + 1] ?? '' })],
  );
  const grades = new Map(papers.map((paper) => [paper, 1]));
  return Array.from({ length: others.draws }, (_, draw) => ({
    name: 'weight modification',
    papers: [...papers, ...among.slice(draw * others.seed, (draw + 1) * others.seed)],
    queries: [{ query: 'weight modification', grades }],
  }));
}

function readReview(name: string, file: string, queries: readonly string[]): LabelledSet {
  const [header = [], ...rows] = readCsv(gunzipSync(readFileSync(file)).toString());
  const at = (column: string) => header.indexOf(column);
  const judged = rows
    .filter(({ length }) => length === header.length)
    .map((row) => ({
      paper: textOf({ title: row[at('title')] ?? '', abstract: row[at('abstract')] ?? '' }),
      grade: Number(row[at('label_included')]),
    }));
  const grades = new Map(judged.filter(({ grade }) => grade > 0).map(({ paper, grade }) => [paper, grade]));
  return {
    name: `review of ${name}`,
    papers: judged.map(({ paper }) => paper),
    queries: queries.map((query) => ({ query, grades })),
  };
}
