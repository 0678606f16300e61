import { join } from 'node:path';
import { type Bench, type BenchSetting, createSeries } from './bench.ts';
import { runMeasured } from './child-process.ts';
import { createCorpus } from './invented-corpus.ts';
import { startLoopbackSources } from './loopback-sources.ts';
import type { NaivePull } from './processes/pull-naively.ts';
import type { PullOnceResult, PullTimes } from './processes/pull-once.ts';

const papers = 2_000;
const aimMs = 1_000;
const day = '2026-06-12';

export const pullBench: Bench = {
  name: 'pull',
  title: `an arXiv day of ${papers} invented papers into SQLite`,
  method: [
    'A fresh process and a new database each run. The feeds of all categories, in their own format, come over loopback,',
    'asked for without a pause; waiting for the answers is left out, but where the row says so. The re-pulls are made by',
    'the same process. The floor: the same bytes cut by regular expressions and inserted as they are, without cleaning,',
    'checks, merging or full-text search.',
  ],
  runs: 5,
  measure,
};

const worked = ({ read, store }: PullTimes): number => read + store;

async function measure({ runs, folder, progress }: BenchSetting) {
  const series = createSeries();
  await using sources = await startLoopbackSources(createCorpus({ seed: 2 }).papers(papers, '2606'), day);
  for (let run = 1; run <= runs; run += 1) {
    progress(`run ${run} of ${runs}`);
    // The floor first: whoever comes first waits for the sources to make their feeds.
    const naive = await runMeasured<NaivePull>('pull-naively.ts', [sources.url, join(folder, `naive-${run}.db`)]);
    const pull = await runMeasured<PullOnceResult>('pull-once.ts', [sources.url, join(folder, `pull-${run}.db`), day]);
    checkWork(pull, naive);
    const { first, sameBytes, notModified, bytes } = pull;
    series.add('read and store', 'ms', worked(first), aimMs);
    series.add('  reading the feeds', 'ms', first.read);
    series.add('  storing the listing', 'ms', first.store);
    series.add(`with loopback (${(bytes / 1e6).toFixed(1)} MB)`, 'ms', first.fetch + worked(first));
    series.add('processor time, with loopback', 'ms', first.cpu);
    series.add('longest block of the event loop', 'ms', first.longestBlock);
    series.add('re-pull, the same bytes', 'ms', worked(sameBytes));
    series.add('re-pull, the same bytes: longest block', 'ms', sameBytes.longestBlock);
    series.add('re-pull, not modified, with loopback', 'ms', notModified.fetch + worked(notModified));
    series.add('floor: cut and insert', 'ms', naive.ms);
  }
  return series.measurements();
}

/** A figure of work that was not done would be worth nothing. */
function checkWork({ first, sameBytes }: PullOnceResult, naive: NaivePull): void {
  if (first.fresh === papers && sameBytes.unchanged === papers && naive.papers === papers) return;
  const found = `${first.fresh} new, then ${sameBytes.unchanged} unchanged; the floor ${naive.papers}`;
  throw new Error(`not every pull stored ${papers} papers once: ${found}`);
}
