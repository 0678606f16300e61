import { join } from 'node:path';
import type { PaperStems } from '../../src/meaning/paper-meaning.ts';
import { computerScience, readJsonLines } from '../captures.ts';
import { readPaperStems } from './judged-sets.ts';

/** Papers of arXiv, relative to the folder of captures: 314,623 of all fields. */
export const arxivFiles = ['arxiv_train/arxiv_all_2016_2026-02.jsonl.gz', computerScience] as const;

/** The table is trained on what is older. */
const heldBackFrom = '2026-02-01';
const heldBackAtMost = 4_500;
/** One in that many of all papers is in the sample, so that it has about 9,000. */
const sampledEvery = 35;

export interface ArxivPapers {
  /** Papers of all fields and years. Those that are not held back were trained on. */
  readonly sample: readonly PaperStems[];
  /** Papers that the table was not trained on, in the order of the files. */
  readonly heldBack: readonly PaperStems[];
}

interface Line {
  readonly title: string;
  readonly abstract: string;
  readonly date?: string;
  readonly first_seen?: string;
}

export async function readArxivPapers(folder: string): Promise<ArxivPapers> {
  const [sample, heldBack]: PaperStems[][] = [[], []];
  let number = 0;
  for (const file of arxivFiles) {
    for await (const { title, abstract, date, first_seen: seen } of readJsonLines<Line>(join(folder, file))) {
      const isHeldBack = (date ?? seen ?? '') >= heldBackFrom && (heldBack?.length ?? 0) < heldBackAtMost;
      if (number++ % sampledEvery === 0) sample?.push(readPaperStems(title, abstract));
      else if (isHeldBack) heldBack?.push(readPaperStems(title, abstract));
    }
  }
  return { sample: sample ?? [], heldBack: heldBack ?? [] };
}
