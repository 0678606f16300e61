import { rm } from 'node:fs/promises';
import { type Config, loadConfig } from '../config.ts';
import { makeFolder } from '../folder.ts';
import { createLog } from '../log.ts';
import type { Instant } from '../ports.ts';
import { dayMs, hourMs, utcDate } from '../time.ts';
import { type CliCommand, type CliIo, exitCodes, type OptionValues } from './command.ts';
import type { DemoSources } from './demo-day.ts';
import type { DemoScreen } from './demo-screen.ts';

/** Everything that the demo writes; it is emptied at the start. */
const folder = 'data/demo';
/** How long to wait for the network. */
const probeMs = 3_000;
/** Two requests to arXiv, which wants three seconds between them. */
const liveCategories = ['cs.CL', 'cs.RO', 'astro-ph.EP'];
/** The sources that the bundled sample covers too. */
const demoSources = ['arxiv', 'huggingface'];

export const demoCommand: CliCommand = {
  name: 'demo',
  summary: 'plays a whole day on this machine, without a token',
  usage: [
    '  --sample    uses the bundled sample day, even if the network has today’s real papers',
    '',
    'Starts a local Discord, pulls the day’s papers, subscribes a channel by slash command, moves the clock to the',
    `digest, and shows the posted messages. Writes only to ${folder}.`,
  ],
  options: { sample: { type: 'boolean' } },
  run: demo,
};

async function demo(values: OptionValues, io: CliIo) {
  // Imported here so that other commands do not load the local Discord and the sample.
  const { createDemoScreen } = await import('./demo-screen.ts');
  const { playDay } = await import('./demo-day.ts');
  const base = loadConfig({ LOG_LEVEL: io.environment['LOG_LEVEL'] ?? 'warn' }, { envFile: '', isTerminal: true });
  await emptyFolder();
  const log = await createLog({ level: base.logLevel, format: 'pretty', secrets: [], destination: io.stderr });
  const screen = createDemoScreen(io);
  const morning = startOfToday() + 8 * hourMs;
  const config: Config = { ...base, databaseUrl: `file:${folder}/paperboy.db` };
  screen.title('Paperboy: a day of research papers, played on this machine');
  const isLive = values['sample'] !== true && (await hasNetwork(config, morning));
  await using sources = isLive ? liveSources(config) : await sampleSources(config, morning);
  explainSources(isLive, values['sample'] === true, screen);
  await playDay({ sources, morning, screen, log, signal: io.signal });
  screen.nextSteps();
  return exitCodes.done;
}

async function emptyFolder(): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
    makeFolder(folder);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Error(
      `${folder} cannot be created (${code}). Run the demo in a folder that you may write to, as the same user as before.`,
      { cause },
    );
  }
}

const startOfToday = (): Instant => Math.floor(Date.now() / dayMs) * dayMs;

/** Whether Hugging Face answers quickly and has papers today. */
async function hasNetwork({ huggingfaceUrl }: Config, now: Instant): Promise<boolean> {
  try {
    const url = `${huggingfaceUrl}/api/daily_papers?date=${utcDate(now)}&limit=1`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(probeMs) });
    const papers: unknown = answer.ok ? await answer.json() : null;
    return Array.isArray(papers) && papers.length > 0;
  } catch {
    return false;
  }
}

function liveSources(config: Config): DemoSources {
  return {
    config: { ...config, arxivCategories: liveCategories, sources: demoSources },
    earlier: 'huggingface',
    topics: ['"language model"', 'robot', 'cat:astro-ph.EP'],
    setDay() {},
    async [Symbol.asyncDispose]() {},
  };
}

async function sampleSources(config: Config, morning: Instant): Promise<DemoSources> {
  const { startSampleSources } = await import('../playground/sample-sources.ts');
  const sample = await startSampleSources({ today: utcDate(morning) });
  const { url } = sample;
  return {
    config: {
      ...config,
      huggingfaceUrl: url,
      arxivFeedUrl: url,
      arxivApiUrl: url,
      arxivOaiUrl: url,
      sources: demoSources,
    },
    earlier: 'all',
    topics: ['"language model"', 'diffusion -survey', 'cat:quant-ph'],
    arxivSpacingMs: 0,
    setDay: (instant) => sample.setDay(utcDate(instant)),
    [Symbol.asyncDispose]: () => sample[Symbol.asyncDispose](),
  };
}

function explainSources(isLive: boolean, isWanted: boolean, screen: DemoScreen): void {
  const sample = `${isWanted ? 'As requested' : 'The network does not answer'}: the papers are invented, a bundled sample`;
  screen.note(isLive ? 'The network answers: these are today’s real papers.' : `${sample}, in the sources’ formats.`);
}
