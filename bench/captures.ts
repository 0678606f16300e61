import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { noExtras, type Paper, unlisted } from '../src/papers/paper.ts';
import { cleanText } from '../src/papers/text.ts';

/** The folder of captured papers, unless `--data` names another. The repository does not contain them. */
export const captures = fileURLToPath(new URL('../../shared/data', import.meta.url));

/** 47,919 papers of computer science, relative to the folder of captures. */
export const computerScience = 'arxiv_meta/cs_dev_2025-03-18_2026-02-28.jsonl.gz';

/** The JSON values of a file with one in each line, as it is or packed by gzip. */
export async function* readJsonLines<Value>(path: string): AsyncGenerator<Value> {
  const file = createReadStream(path);
  const lines = createInterface({ input: path.endsWith('.gz') ? file.pipe(createGunzip()) : file });
  for await (const line of lines) yield JSON.parse(line) as Value;
}

export type CapturedPaper = Pick<Paper, 'id' | 'title' | 'abstract'> &
  Partial<Pick<Paper, 'authors' | 'categories' | 'comment'>>;

export const paperOf = ({
  id,
  title,
  abstract,
  authors = [],
  categories = [],
  comment = null,
}: CapturedPaper): Paper => ({
  id,
  version: 1,
  title: cleanText(title),
  abstract: cleanText(abstract),
  authors,
  categories,
  describedBy: 'arxiv',
  publishedAt: null,
  doi: null,
  journalReference: null,
  comment,
  ...unlisted,
  extras: noExtras,
});
