import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Connection from 'better-sqlite3';
import { type Aim, type Bench, type BenchSetting, createSeries } from './bench.ts';
import { runMeasured } from './child-process.ts';
import { createPlanScene, dueAt, type PlanScene } from './plan-scene.ts';
import type { PlanFloor } from './processes/plan-floor.ts';
import type { PlanOnceResult } from './processes/plan-once.ts';
import type { Figure } from './report.ts';

const usualSizes = [100, 1_000, 10_000];
/** In milliseconds, by the number of channels. */
const aims: Readonly<Record<number, Aim>> = {
  100: { atMost: 500 },
  10000: { atMost: 10_000 },
  100000: { atMost: 100_000 },
};
const blockAimMs = 50;

export const planBench: Bench = {
  name: 'plan',
  title: `planning the digests of channels that are due at once (${usualSizes.map((size) => size.toLocaleString('en')).join(', ')}, or the number in --channels)`,
  method: [
    '2,000 papers of computer science became news, captured ones if they are available, or invented ones. Each channel',
    'follows one to three of the presets (topics of the papers’ own words where the papers are invented), the popular',
    'ones most often, and a topic that no other channel has. Half of the channels have the default schedule, a fifth the',
    'list layout; each has two weeks of digests behind it. A new process with the options of npm start runs the job:',
    'from due channels in SQLite to digests in its outbox. The floor: another process writes the same rows in commits of',
    '50 channels, as durable, with nothing read, matched or rendered. Waiting for the disk is in both.',
  ],
  runs: 3,
  measure,
  rows,
};

async function measure({ runs, folder, progress, channels }: BenchSetting) {
  const series = createSeries();
  progress('the papers are stored');
  const scene = await createPlanScene(join(folder, 'day.db'));
  for (const size of channels === undefined ? usualSizes : [channels]) {
    for (let run = 1; run <= runs; run += 1) {
      progress(`run ${run} of ${runs}: ${size} channels, ${scene.corpus} papers`);
      await measureSize(size, { scene, folder }, series);
    }
  }
  return series.measurements();
}

async function measureSize(
  size: number,
  { scene, folder }: { readonly scene: PlanScene; readonly folder: string },
  series: ReturnType<typeof createSeries>,
): Promise<void> {
  const [before, planned] = [join(folder, 'before.db'), join(folder, 'planned.db')];
  await scene.addChannels(before, size);
  await copyFile(before, planned);
  const plan = await runMeasured<PlanOnceResult>('plan-once.ts', [`file:${planned}`]);
  const digests = countPlanned(planned, size);
  const floor = await runMeasured<PlanFloor>('plan-floor.ts', [planned, before]);
  if (floor.digests !== digests) throw new Error(`${digests} digests were planned, but ${floor.digests} written`);
  for (const path of [before, planned]) await rm(path);
  series.add(planning(size), 'ms', plan.ms, aims[size]);
  series.add(`  processor time, ${size} channels`, 'ms', plan.cpu);
  series.add(longestBlock(size), 'ms', plan.longestBlock, blockAimMs);
  series.add(`  most memory of the process, ${size} channels`, 'MB', plan.peakMemory);
  series.add(floorOf(size), 'ms', floor.ms);
}

const planning = (size: number): string => `${size} channels: planned`;
const longestBlock = (size: number): string => `  longest block of the event loop, ${size} channels`;
const floorOf = (size: number): string => `  floor: the same rows written, ${size} channels`;

/** How many digests there are. Each channel must have been planned, though some have a quiet day. */
function countPlanned(path: string, channels: number): number {
  const connection = new Connection(path, { readonly: true });
  const count = (query: string): number => connection.prepare<[], number>(query).pluck().get() ?? 0;
  const [moved, digests] = [
    count(`select count(*) from channels where next_digest_at > ${dueAt} and last_digest_date is not null`),
    count('select count(*) from digests'),
  ];
  connection.close();
  if (moved !== channels || digests === 0) throw new Error(`${moved} of ${channels} channels were planned`);
  return digests;
}

/** What other programs compare: a row for each number of channels, with medians. */
function rows(figures: readonly Figure[]) {
  const median = (what: string): number | undefined => figures.find((one) => one.what === what)?.median;
  const sizes = figures.flatMap(({ what }) => /^(\d+) channels: planned$/.exec(what)?.[1] ?? []).map(Number);
  return sizes.map((channels) => ({
    channels,
    ms: median(planning(channels)),
    floorMs: median(floorOf(channels)),
    longestBlockMs: median(longestBlock(channels)),
  }));
}
