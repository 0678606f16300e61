import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Paper } from '../src/papers/paper.ts';
import { type CapturedPaper, captures, computerScience, paperOf, readJsonLines } from './captures.ts';
import { createCorpus } from './invented-corpus.ts';

/** Papers to match: real ones if they are available, invented ones otherwise. */
export interface MatchCorpus {
  readonly kind: 'real' | 'invented';
  /** Topics are invented from these. */
  readonly sample: readonly Paper[];
  /** Batches of 1,000 papers, none of which is in the sample. */
  readonly batches: readonly (readonly Paper[])[];
}

export const papersPerBatch = 1_000;
const sampled = 3_000;
const batchCount = 12;
const wanted = sampled + batchCount * papersPerBatch;
/** Skips the first months of the real papers, so that the sample is older than what is matched. */
const realFrom = 20_000;

const captured = join(captures, computerScience);

export async function matchCorpus(): Promise<MatchCorpus> {
  const isReal = existsSync(captured);
  const papers = isReal ? await readCaptured() : createCorpus({ seed: 6 }).papers(wanted, '2606');
  const batches = Array.from({ length: batchCount }, (_, batch) => {
    const from = sampled + batch * papersPerBatch;
    return papers.slice(from, from + papersPerBatch);
  });
  return { kind: isReal ? 'real' : 'invented', sample: papers.slice(0, sampled), batches };
}

async function readCaptured(): Promise<Paper[]> {
  const papers: Paper[] = [];
  let line = 0;
  for await (const paper of readJsonLines<CapturedPaper>(captured)) {
    line += 1;
    if (line <= realFrom) continue;
    papers.push(paperOf(paper));
    if (papers.length === wanted) break;
  }
  return papers;
}
