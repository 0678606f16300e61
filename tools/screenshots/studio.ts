import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playDay } from '../../src/cli/demo-day.ts';
import type { DemoScreen } from '../../src/cli/demo-screen.ts';
import { sampleSources } from '../../src/cli/demo-sources.ts';
import { createStage, type DemoStage } from '../../src/cli/demo-stage.ts';
import { loadConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { startPage } from '../../src/playground/page/page-server.ts';
import { hourMs } from '../../src/time.ts';

/** The demo on a fixed day, with its page: what pictures are taken of. */
export interface Studio extends AsyncDisposable {
  readonly stage: DemoStage;
  readonly url: string;
}

/** A Friday on which arXiv announces papers. */
const morning = Date.parse('2026-06-12T08:00:00Z');
const silent: DemoScreen = { title() {}, step() {}, note() {}, messages() {}, nextSteps() {}, page() {} };

export async function openStudio(): Promise<Studio> {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'paperboy-pictures-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const base = loadConfig({ LOG_LEVEL: 'warn' }, { envFile: '', isTerminal: true });
  const log = await createLog({ level: base.logLevel, format: 'pretty', secrets: [] });
  const config = { ...base, databaseUrl: `file:${join(folder, 'paperboy.db')}` };
  const sample = await sampleSources(config, morning);
  const sources = { ...sample, pace: { ...sample.pace, fixedRandom: 0.5 } };
  const timing = { now: morning - 12 * hourMs, interactionDeadlineMs: 20_000 };
  const stage = opened.use(await createStage({ sources, environment: process.env, log, ...timing }));
  await playDay({ stage, morning, screen: silent, log, signal: new AbortController().signal });
  const page = opened.use(await startPage(stage, log));
  const closing = opened.move();
  return { stage, url: page.url, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}
