import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playDay } from '../../../src/cli/demo-day.ts';
import type { DemoScreen } from '../../../src/cli/demo-screen.ts';
import { sampleSources } from '../../../src/cli/demo-sources.ts';
import { createStage, type DemoStage } from '../../../src/cli/demo-stage.ts';
import { loadConfig } from '../../../src/config.ts';
import { type PageServer, startPage } from '../../../src/playground/page/page-server.ts';
import { hourMs } from '../../../src/time.ts';
import { createKeptLog } from '../../support/bot.ts';
import { putNewDatabase } from '../../support/new-database.ts';

/** The demo as `npm run demo -- --sample --serve` leaves it, on a Friday, with its first digest. */
export interface DemoPage extends AsyncDisposable {
  readonly stage: DemoStage;
  readonly page: PageServer;
}

const morning = Date.parse('2026-06-12T08:00:00Z');
const silent: DemoScreen = { title() {}, step() {}, note() {}, messages() {}, nextSteps() {}, page() {} };

export async function startDemoPage(makeSources = sampleSources): Promise<DemoPage> {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'paperboy-page-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'paperboy.db');
  putNewDatabase(path);
  const config = { ...loadConfig({ LOG_LEVEL: 'fatal' }, { envFile: '' }), databaseUrl: `file:${path}` };
  const sources = await makeSources(config, morning);
  // A busy machine may answer late.
  const timing = { now: morning - 12 * hourMs, interactionDeadlineMs: 60_000 };
  const log = createKeptLog();
  const stage = opened.use(await createStage({ sources, environment: process.env, log, ...timing }));
  await playDay({ stage, morning, screen: silent, log, signal: new AbortController().signal });
  const page = opened.use(await startPage(stage, log));
  const closing = opened.move();
  return { stage, page, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}
