import { join } from 'node:path';
import { cleanTexText } from '../../src/papers/text.ts';
import { type PaperText, readPaper } from '../../src/topics/matching/paper-text.ts';
import { type CapturedPaper, computerScience, paperOf, readJsonLines } from '../captures.ts';
import { type LabelledSet, readLabelledSets } from '../ranking/labelled-sets.ts';
import { arxivFiles } from '../relevance/arxiv-papers.ts';

/** Papers of one subject, as somebody could give them. */
export interface GivenSet {
  readonly kind: 'authors' | 'subjects';
  readonly papers: readonly PaperText[];
}

const textOf = (paper: CapturedPaper): PaperText =>
  readPaper(paperOf({ ...paper, title: cleanTexText(paper.title), abstract: cleanTexText(paper.abstract) }));

/** One in that many papers of all fields is in the sample, so that it has about six days of arXiv. */
const sampledEvery = 50;

/** Papers of arXiv of all fields and years, among which the papers a day are counted. */
export async function readSample(folder: string): Promise<readonly PaperText[]> {
  const sample: PaperText[] = [];
  let number = 0;
  for (const file of arxivFiles) {
    for await (const paper of readJsonLines<CapturedPaper>(join(folder, file))) {
      if (number++ % sampledEvery === 0) sample.push(textOf(paper));
    }
  }
  return sample;
}

/** An author with fewer papers says little; one with more is mostly several people. */
const papersOfAuthor = { least: 14, most: 60 } as const;
const authorsAtMost = 30;
/** Names that are probably one person's: long ones, and none whose syllables many Chinese names share. */
const ownName = /^[\p{L}'’-]{4,} (?:\p{L}\. )?[\p{L}'’-]{6,}$/u;
const sharedSyllable = /(?:ng|iao|uan)\b/i;

/** The papers of every second author, in the order of their names. The constants were chosen on the others. */
export async function readAuthorSets(folder: string): Promise<readonly GivenSet[]> {
  const byAuthor = new Map<string, CapturedPaper[]>();
  for await (const paper of readJsonLines<CapturedPaper>(join(folder, computerScience))) {
    for (const author of paper.authors ?? []) byAuthor.set(author, [...(byAuthor.get(author) ?? []), paper]);
  }
  return [...byAuthor]
    .filter(([name, { length }]) => length >= papersOfAuthor.least && length <= papersOfAuthor.most && isOwn(name))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .filter((_, place) => place % 2 === 1)
    .slice(0, authorsAtMost)
    .map(([, papers]) => ({ kind: 'authors' as const, papers: papers.map(textOf) }));
}

const isOwn = (name: string): boolean => ownName.test(name) && !sharedSyllable.test(name);

/** The relevant papers of two systematic reviews, and those of a topic's page. */
export async function readSubjectSets(folder: string): Promise<readonly GivenSet[]> {
  const sets = new Map((await readLabelledSets(folder)).map((set) => [set.name, set]));
  return [...sets.values()].filter(({ queries }) => queries.length <= 2).map(asGivenSet);
}

const asGivenSet = ({ queries }: LabelledSet): GivenSet => ({
  kind: 'subjects',
  papers: [...(queries[0]?.grades.keys() ?? [])],
});
