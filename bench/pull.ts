import { join } from 'node:path';
import { measureBackfill } from './backfill.ts';
import { type Bench, type BenchSetting, createSeries } from './bench.ts';
import { runMeasured } from './child-process.ts';
import { createCorpus } from './invented-corpus.ts';
import { startLoopbackSources } from './loopback-sources.ts';
import type { NaivePull } from './processes/pull-naively.ts';
import type { PullOnceResult, PullTimes } from './processes/pull-once.ts';
import type { FeedsmithPull } from './processes/pull-with-feedsmith.ts';
import type { PlainStore } from './processes/store-plainly.ts';

const papers = 2_000;
const picks = 60;
const aimMs = 600;
const blockAimMs = 40;
/** How many times longer storing may take than writing the same rows plainly. */
const storeAim = 2;
const day = '2026-06-12';
const papersOfPast = 20_000;

export const pullBench: Bench = {
  name: 'pull',
  title: `an arXiv day of ${papers} invented papers, and ${picks} picks of Hugging Face, into SQLite`,
  method: [
    'Each run has a fresh process and a new database. The feeds of all categories, in their own format, come over loopback',
    'without pauses. Times exclude waiting for the answers unless the row says so. The same process then makes the',
    're-pulls and pulls Hugging Face’s day. The floor: the same bytes cut by regular expressions and inserted as they are,',
    'without cleaning, checks, merging or full-text search. feedsmith: the same bytes read by a general reader of feeds',
    'into its own objects, without cleaning, checks and storing. The floor of storing: the rows of the papers, of the',
    'listing and of the full-text index, with their words, written as durable in commits of 80 papers.',
    `Papers of the past are stored once, ${papersOfPast} unless --papers gives a number, over OAI-PMH on loopback without a pause.`,
  ],
  runs: 5,
  measure,
};

const worked = ({ read, store }: PullTimes): number => read + store;

async function measure({ runs, folder, progress, papers: past = papersOfPast }: BenchSetting) {
  const series = createSeries();
  await using sources = await startLoopbackSources(createCorpus({ seed: 2 }).papers(papers, '2606'), day, picks);
  for (let run = 1; run <= runs; run += 1) {
    progress(`run ${run} of ${runs}`);
    // The floor runs first, because the first one waits for the sources to render their feeds.
    const naive = await runMeasured<NaivePull>('pull-naively.ts', [sources.url, join(folder, `naive-${run}.db`)]);
    const feedsmith = await runMeasured<FeedsmithPull>('pull-with-feedsmith.ts', [sources.url]);
    const pull = await runMeasured<PullOnceResult>('pull-once.ts', [sources.url, join(folder, `pull-${run}.db`), day]);
    const plain = await runMeasured<PlainStore>('store-plainly.ts', [
      join(folder, `pull-${run}.db`),
      join(folder, `plain-${run}.db`),
    ]);
    checkWork(pull, naive, feedsmith);
    if (plain.papers !== papers) throw new Error(`the floor stored ${plain.papers} papers`);
    addPull(pull, series);
    series.add('feedsmith: reading the feeds', 'ms', feedsmith.ms);
    series.add('feedsmith: processor time', 'ms', feedsmith.cpu);
    series.add('feedsmith: longest block of the event loop', 'ms', feedsmith.longestBlock);
    series.add('feedsmith: most memory of the process', 'MB', feedsmith.peakMemory);
    series.add('floor: cut and insert', 'ms', naive.ms);
    series.add('floor: rows and full-text index written plainly', 'ms', plain.ms);
    series.add('  storing the listing, × that floor', '×', pull.first.store / plain.ms, { atMost: storeAim });
  }
  progress(`${past} papers of the past`);
  await measureBackfill({ papers: past, folder, sourcesUrl: sources.url, day }, series);
  return series.measurements();
}

function addPull(pull: PullOnceResult, series: ReturnType<typeof createSeries>): void {
  const { first, sameBytes, notModified, huggingface, bytes, peakMemory } = pull;
  series.add('read and store', 'ms', worked(first), { atMost: aimMs });
  series.add('  reading the feeds', 'ms', first.read);
  series.add('  storing the listing', 'ms', first.store);
  series.add(`with loopback (${(bytes / 1e6).toFixed(1)} MB)`, 'ms', first.fetch + worked(first));
  series.add('processor time, with loopback', 'ms', first.cpu);
  series.add('longest block of the event loop', 'ms', first.longestBlock, blockAimMs);
  series.add('most memory of the process', 'MB', peakMemory);
  series.add('re-pull, the same bytes', 'ms', worked(sameBytes));
  series.add('re-pull, the same bytes: longest block', 'ms', sameBytes.longestBlock, blockAimMs);
  series.add('re-pull, not modified, with loopback', 'ms', notModified.fetch + worked(notModified));
  series.add('Hugging Face: read and store', 'ms', worked(huggingface));
  series.add('Hugging Face: longest block', 'ms', huggingface.longestBlock, blockAimMs);
}

/** Checks that the work was done. Otherwise its times mean nothing. */
function checkWork(
  { first, sameBytes, huggingface }: PullOnceResult,
  naive: NaivePull,
  feedsmith: FeedsmithPull,
): void {
  const isDone = first.fresh === papers && sameBytes.unchanged === papers && huggingface.updated === picks;
  if (isDone && naive.papers === papers && feedsmith.papers === papers) return;
  const found = `${first.fresh} new, then ${sameBytes.unchanged} unchanged, ${huggingface.updated} picked`;
  throw new Error(
    `not every pull met ${papers} papers once: ${found}; floor ${naive.papers}, feedsmith ${feedsmith.papers}`,
  );
}
