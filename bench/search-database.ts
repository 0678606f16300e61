import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openMeaning } from '../src/meaning/meaning.ts';
import type { Paper } from '../src/papers/paper.ts';
import { openStore } from '../src/store/databases.ts';
import { dayMs, utcDate } from '../src/time.ts';
import { createCorpus } from './invented-corpus.ts';

export const papersPerDay = 2_000;
/** The end of the last stored day. */
export const lastDay = Date.UTC(2026, 5, 30, 23);
const seed = 3;

/** The corpus whose first papers are stored. */
export const searchedCorpus = () => createCorpus({ seed });

/**
 * A database of invented papers, 2,000 a day, stored by the bot's own code. A million papers take minutes, so it is
 * kept among the machine's temporary files, and made again if its recipe changes.
 */
export async function searchDatabase(papers: number, progress: (text: string) => void): Promise<string> {
  const path = join(tmpdir(), `paperboy-bench-search-${recipeOf(papers)}.db`);
  if (existsSync(path)) return path;
  const unfinished = `${path}.unfinished`;
  for (const file of [unfinished, `${unfinished}-wal`, `${unfinished}-shm`]) rmSync(file, { force: true });
  await fill(unfinished, papers, progress);
  renameSync(unfinished, path);
  return path;
}

/** A hash of everything that determines the database: size, corpus, tokens, tables. */
function recipeOf(papers: number): string {
  const hash = createHash('sha256').update(`${papers} ${papersPerDay} ${lastDay} ${seed}`);
  const ofTopics = [
    ...filesIn('../src/topics/words/'),
    ...filesIn('../src/topics/names/'),
    '../src/topics/matching/index-tokens.ts',
    '../src/meaning/word-vectors.bin',
    '../src/topics/operators/facts.ts',
  ];
  for (const file of ['invented-corpus.ts', ...ofTopics]) hash.update(readFileSync(new URL(file, import.meta.url)));
  for (const file of filesIn('../migrations/sqlite/'))
    if (file.endsWith('.sql')) hash.update(readFileSync(new URL(file, import.meta.url)));
  return hash.digest('hex').slice(0, 12);
}

/** The files of a folder, sorted. Its path is relative to this file and ends in a slash. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(fileURLToPath(new URL(folder, import.meta.url)), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => `${folder}${name}`)
    .sort();

async function fill(path: string, papers: number, progress: (text: string) => void): Promise<void> {
  const corpus = searchedCorpus();
  await using store = await openStore({ url: `file:${path}`, meaning: openMeaning(true) });
  const days = Math.ceil(papers / papersPerDay);
  for (let day = 1; day <= days; day += 1) {
    const at = lastDay - (days - day) * dayMs;
    const date = utcDate(at);
    const entries = corpus.papers(papersPerDay, monthOf(date)).map(asNew);
    await store.recordListing({ source: 'arxiv', date, entries, skipped: [], etags: {}, isPartial: false }, at);
    if (day % 25 === 0) progress(`stored ${day * papersPerDay} of ${papers} papers`);
  }
  progress('computing vectors');
  while (await store.embedSome());
}

const asNew = (paper: Paper) => ({ paper, announceType: 'new' as const });

/** `YYMM`, as in an arXiv id. */
const monthOf = (date: string): string => date.slice(2, 7).replace('-', '');
