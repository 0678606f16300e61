import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip, gunzipSync } from 'node:zlib';
import { noExtras, type Paper, unlisted } from '../../src/papers/paper.ts';
import { cleanText } from '../../src/papers/text.ts';

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

const ofC = 'arxiv_meta/cs_dev_2025-03-18_2026-02-28.jsonl.gz';
const ofO = ['arxiv_oai/listrecords_arXivRaw_47001.xml.gz', 'arxiv_oai/listrecords_arXivRaw_2014-01-16.xml.gz'];
const ofB = ['biorxiv/hard_abstracts_2026.jsonl', 'arxiv_train/arxiv_all_2016_2026-02.jsonl.gz'];
const biologyAtMost = 3_000;

export const wordsCorpora: readonly WordsCorpus[] = [
  {
    name: 'C',
    about: 'computer science, 2025 and 2026',
    files: [ofC],
    read: (folder) => readLines(join(folder, ofC)),
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
  const file = createReadStream(path);
  const lines = createInterface({ input: path.endsWith('.gz') ? file.pipe(createGunzip()) : file });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const { title, abstract, categories = [] } = JSON.parse(line) as Pick<Paper, 'title' | 'abstract' | 'categories'>;
    yield paperOf(`line/${number}`, title, abstract, categories);
  }
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

function* readRecords(path: string): Generator<Paper> {
  const text = gunzipSync(readFileSync(path)).toString();
  for (const [record] of text.matchAll(/<record>.*?<\/record>/gs)) {
    const field = (name: string): string =>
      new RegExp(`<${name}>(.*?)</${name}>`, 's')
        .exec(record)?.[1]
        ?.replace(/&\w+;/g, (entity) => entities[entity] ?? ' ') ?? '';
    if (field('abstract') !== '') yield paperOf(field('id'), field('title'), field('abstract'), [field('categories')]);
  }
}

const paperOf = (id: string, title: string, abstract: string, categories: readonly string[]): Paper => ({
  id,
  version: 1,
  title: cleanText(title),
  abstract: cleanText(abstract),
  authors: [],
  categories,
  describedBy: 'arxiv',
  publishedAt: null,
  doi: null,
  journalReference: null,
  comment: null,
  ...unlisted,
  extras: noExtras,
});
