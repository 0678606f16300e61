import { copyFile, rm } from 'node:fs/promises';
import { openStore } from '../../src/store/databases.ts';
import type { createSeries } from '../bench.ts';
import { runMeasured } from '../child-process.ts';
import { createPlanScene, dueAt } from '../plan-scene.ts';
import type { PlanOnceResult } from '../processes/plan-once.ts';
import { copyOf, drop, fileIn, type Kind, kinds, pairOf, type ScaleTools } from './databases.ts';

const ratioAim = { atMost: 2 };

/** Measures the planning of this many channels that are due at once. */
export async function measurePlanning(
  tools: ScaleTools,
  series: ReturnType<typeof createSeries>,
  { channels, runs }: { readonly channels: number; readonly runs: number },
): Promise<void> {
  tools.progress(`planning: ${channels} channels are stored`);
  const scene = await createPlanScene(fileIn(tools, 'day.db'));
  const before = fileIn(tools, 'before.db');
  await scene.addChannels(before, channels);
  const pair = await pairOf(before, tools.server);
  for (let run = 1; run <= runs; run += 1) {
    const times = new Map<Kind, number>();
    for (const kind of kinds) {
      tools.progress(`planning: run ${run} of ${runs}, ${kind}`);
      const { ms, cpu } = await planOn(kind, pair[kind], { tools, before, channels });
      times.set(kind, ms);
      series.add(`${channels} channels planned: ${kind}`, 'ms', ms);
      series.add(`  processor time of the bot, ${kind}`, 'ms', cpu);
    }
    const ratio = (times.get('PostgreSQL') ?? 0) / (times.get('SQLite') ?? 0);
    series.add(`${channels} channels planned: PostgreSQL ÷ SQLite`, '×', ratio, ratioAim);
  }
}

interface Scene {
  readonly tools: ScaleTools;
  /** The path of the file before. */
  readonly before: string;
  readonly channels: number;
}

/** Plans on a copy of the database. */
async function planOn(kind: Kind, url: string, { tools, before, channels }: Scene): Promise<PlanOnceResult> {
  if (kind === 'PostgreSQL') {
    const copy = await copyOf(url, tools.server);
    const result = await planAndCheck(copy, channels);
    await drop(copy, tools.server);
    return result;
  }
  const copy = fileIn(tools, 'planned.db');
  await copyFile(before, copy);
  const result = await planAndCheck(`file:${copy}`, channels);
  for (const end of ['', '-wal', '-shm']) await rm(`${copy}${end}`, { force: true });
  return result;
}

async function planAndCheck(url: string, channels: number): Promise<PlanOnceResult> {
  const result = await runMeasured<PlanOnceResult>('plan-once.ts', [url]);
  await using store = await openStore({ url, mustExist: true });
  const { planned = 0 } = (await store.counts()).deliveriesByState;
  const due = await store.dueChannels(dueAt, 1);
  if (due.length > 0 || planned < channels / 2) throw new Error(`not all channels were planned: ${planned} messages`);
  return result;
}
