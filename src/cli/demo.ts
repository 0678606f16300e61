import { rm } from 'node:fs/promises';
import { type Config, loadConfig } from '../config.ts';
import { makeFolder } from '../folder.ts';
import { createLog } from '../log.ts';
import type { Instant } from '../ports.ts';
import { type CliCommand, type CliIo, exitCodes, type OptionValues } from './command.ts';
import type { DemoSources } from './demo-day.ts';
import type { DemoScreen } from './demo-screen.ts';

/** Everything that the demo writes; it is emptied at the start. */
const folder = 'data/demo';
const dayMs = 24 * 3600_000;
/** How long the network may take to show that it is there. */
const probeMs = 3_000;
/** Two requests to arXiv, which wants three seconds between them. */
const liveCategories = ['cs.CL', 'cs.RO', 'astro-ph.EP'];
/** Those that the bundled sample has, too. */
const demoSources = ['arxiv', 'huggingface'];

export const demoCommand: CliCommand = {
  name: 'demo',
  summary: 'plays a whole day on this machine, without a token',
  usage: [
    '  --sample    uses the bundled sample day, even where the network would give today’s real papers',
    '',
    'Starts a Discord of its own on this machine, pulls the day’s papers, subscribes a channel by slash command, lets',
    `the digest time come, and shows what was posted. Writes to ${folder} only.`,
  ],
  options: { sample: { type: 'boolean' } },
  run: demo,
};

async function demo(values: OptionValues, io: CliIo) {
  // Loaded here, for every other command would carry the local Discord and the sample along.
  const { createDemoScreen } = await import('./demo-screen.ts');
  const { playDay } = await import('./demo-day.ts');
  const base = loadConfig({ LOG_LEVEL: io.environment['LOG_LEVEL'] ?? 'warn' }, { envFile: '', isTerminal: true });
  await beginAnew();
  const log = await createLog({ level: base.logLevel, format: 'pretty', secrets: [], destination: io.stderr });
  const screen = createDemoScreen(io);
  const morning = startOfToday() + 8 * 3600_000;
  const config: Config = { ...base, databaseUrl: `file:${folder}/paperboy.db` };
  screen.title('Paperboy: a day of research papers, played on this machine');
  const isLive = values['sample'] !== true && (await hasNetwork(config, morning));
  await using sources = isLive ? liveSources(config) : await sampleSources(config, morning);
  explainSources(isLive, values['sample'] === true, screen);
  await playDay({ sources, morning, screen, log, signal: io.signal });
  screen.nextSteps();
  return exitCodes.done;
}

async function beginAnew(): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
    makeFolder(folder);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Error(
      `${folder} cannot be made anew (${code}). Run the demo where you may write, and not as another user than before.`,
      { cause },
    );
  }
}

const startOfToday = (): Instant => Math.floor(Date.now() / dayMs) * dayMs;

const dateOf = (instant: Instant): string => new Date(instant).toISOString().slice(0, 10);

/** Whether Hugging Face answers soon, and has papers today. */
async function hasNetwork({ huggingfaceUrl }: Config, now: Instant): Promise<boolean> {
  try {
    const url = `${huggingfaceUrl}/api/daily_papers?date=${dateOf(now)}&limit=1`;
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
  const sample = await startSampleSources({ today: dateOf(morning) });
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
    setDay: (instant) => sample.setDay(dateOf(instant)),
    [Symbol.asyncDispose]: () => sample[Symbol.asyncDispose](),
  };
}

function explainSources(isLive: boolean, isWanted: boolean, screen: DemoScreen): void {
  const sample = `${isWanted ? 'As asked' : 'The network does not answer'}: the papers are a bundled sample, invented`;
  screen.note(
    isLive ? 'The network answers: these are today’s real papers.' : `${sample}, in the sources’ own formats.`,
  );
}
