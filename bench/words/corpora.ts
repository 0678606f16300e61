import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Paper } from '../../src/papers/paper.ts';
import { type CapturedPaper, computerScience, paperOf, readJsonLines } from '../captures.ts';

/** Papers of some fields, which topics are judged on. */
export interface WordsCorpus {
  /** C, O or B. */
  readonly name: string;
  readonly about: string;
  /** Files, relative to the folder of captures. */
  readonly files: readonly string[];
  /** Papers, with title and abstract only. */
  read(folder: string): AsyncGenerator<Paper>;
}

const ofO = ['arxiv_oai/listrecords_arXivRaw_47001.xml.gz', 'arxiv_oai/listrecords_arXivRaw_2014-01-16.xml.gz'];
const ofB = ['biorxiv/hard_abstracts_2026.jsonl', 'arxiv_train/arxiv_all_2016_2026-02.jsonl.gz'];
const biologyAtMost = 3_000;

export const wordsCorpora: readonly WordsCorpus[] = [
  {
    name: 'C',
    about: 'computer science, 2025 and 2026',
    files: [computerScience],
    read: (folder) => readLines(join(folder, computerScience)),
  },
  {
    name: 'O',
    about: 'physics and mathematics',
    files: ofO,
    async *read(folder) {
      for (const file of ofO) yield* readRecords(join(folder, file));
    },
  },
  {
    name: 'B',
    about: 'biology: bioRxiv, and the quantitative biology of arXiv',
    files: ofB,
    async *read(folder) {
      const [preprints = '', others = ''] = ofB.map((file) => join(folder, file));
      yield* readLines(preprints);
      let count = 0;
      for await (const paper of readLines(others)) {
        if (paper.categories[0]?.startsWith('q-bio') !== true) continue;
        yield paper;
        count += 1;
        if (count === biologyAtMost) return;
      }
    },
  },
];

/** The files of the corpus that are not in the folder. */
export const missingFiles = ({ files }: WordsCorpus, folder: string): readonly string[] =>
  files.filter((file) => !existsSync(join(folder, file)));

async function* readLines(path: string): AsyncGenerator<Paper> {
  let number = 0;
  for await (const { title, abstract, categories = [] } of readJsonLines<CapturedPaper>(path)) {
    number += 1;
    yield paperOf({ id: `line/${number}`, title, abstract, categories });
  }
}

function* readRecords(path: string): Generator<Paper> {
  const text = gunzipSync(readFileSync(path)).toString();
  for (const [record] of text.matchAll(/<record>.*?<\/record>/gs)) {
    const field = (name: string): string => new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(record)?.[1] ?? '';
    const [id, title, abstract] = [field('id'), field('title'), field('abstract')];
    if (abstract !== '') yield paperOf({ id, title, abstract, categories: [field('categories')] });
  }
}
