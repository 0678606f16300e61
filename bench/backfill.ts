import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dayMs, utcDate } from '../src/time.ts';
import type { createSeries } from './bench.ts';
import { runMeasured } from './child-process.ts';
import { createCorpus } from './invented-corpus.ts';
import { startLoopbackOai } from './loopback-oai.ts';
import type { BackfillOnceResult } from './processes/backfill-once.ts';
import type { PullOnceResult } from './processes/pull-once.ts';

/** How many papers arXiv announces and changes on a day, and puts on a page. */
const papersPerDay = 2_000;
const lastDay = '2026-05-31';
const dailyPullAimMs = 2_000;
const blockAimMs = 50;

interface BackfillSetting {
  readonly papers: number;
  readonly folder: string;
  /** The address of the day's sources. */
  readonly sourcesUrl: string;
  readonly day: string;
}

/** Stores papers of the past in a new database, then pulls a day into it. */
export async function measureBackfill(
  setting: BackfillSetting,
  series: ReturnType<typeof createSeries>,
): Promise<void> {
  const { papers, folder, sourcesUrl, day } = setting;
  const path = join(folder, `past-${papers}.db`);
  const days = Math.ceil(papers / papersPerDay);
  const from = utcDate(Date.parse(lastDay) - (days - 1) * dayMs);
  await using oai = await startLoopbackOai(createCorpus({ seed: 5 }), papersPerDay);
  const filled = await runMeasured<BackfillOnceResult>('backfill-once.ts', [oai.url, path, from, lastDay]);
  if (filled.papers !== days * papersPerDay) throw new Error(`${filled.papers} papers of the past were stored`);
  const thousands = `${(filled.papers / 1_000).toLocaleString('en-GB')} thousand`;
  series.add(`${thousands} papers of the past: read and store`, 'ms', filled.ms - filled.fetch);
  series.add('  papers a second', '/s', filled.papers / ((filled.ms - filled.fetch) / 1_000));
  series.add('  processor time, with loopback', 'ms', filled.cpu);
  series.add('  longest block of the event loop', 'ms', filled.longestBlock, blockAimMs);
  series.add('  most memory of the process', 'MB', filled.peakMemory);
  series.add('  size on disk', 'MB', (await stat(path)).size / 1e6);
  const { first, sameBytes } = await runMeasured<PullOnceResult>('pull-once.ts', [sourcesUrl, path, day]);
  series.add('  a daily pull then: read and store', 'ms', first.read + first.store, dailyPullAimMs);
  series.add('  a daily pull then: longest block', 'ms', first.longestBlock, blockAimMs);
  series.add('  the same bytes again then', 'ms', sameBytes.read + sameBytes.store);
}
