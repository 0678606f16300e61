import { rm } from 'node:fs/promises';
import { type Config, loadConfig } from '../config.ts';
import { makeFolder } from '../folder.ts';
import { createLog } from '../log.ts';
import { startPage } from '../playground/page/page-server.ts';
import type { Instant, Logger } from '../ports.ts';
import { dayMs, hourMs } from '../time.ts';
import { type CliCommand, type CliIo, exitCodes, type OptionValues, UsageError } from './command.ts';
import { playDay } from './demo-day.ts';
import { createDemoScreen, type DemoScreen } from './demo-screen.ts';
import { hasNetwork, liveSources, sampleSources } from './demo-sources.ts';
import { createStage, type DemoStage } from './demo-stage.ts';

/** Everything that the demo writes; it is emptied at the start. */
const folder = 'data/demo';

export const demoCommand: CliCommand = {
  usage: [
    '  --sample    uses the bundled sample day, even if the network has today’s real papers',
    '  --no-page   only prints the day',
    '  --serve     keeps the page open until Ctrl+C, also without a terminal',
    '  --once      ends by itself after the day, also on a terminal',
    '  --port N    the port of the page; by default a free one',
    '',
    'Starts a local Discord, pulls the day’s papers, subscribes a channel by slash command, moves the clock to the',
    'digest, and shows the posted messages. On a terminal it also serves a page on which you can use that Discord',
    `yourself. Only this machine can open it. Writes only to ${folder}.`,
  ],
  options: {
    sample: { type: 'boolean' },
    'no-page': { type: 'boolean' },
    serve: { type: 'boolean' },
    once: { type: 'boolean' },
    port: { type: 'string' },
  },
  run: demo,
};

async function demo(values: OptionValues, io: CliIo) {
  const hasPage = staysOpen(values, io);
  const port = readPort(values['port']);
  const base = loadConfig({ LOG_LEVEL: io.environment['LOG_LEVEL'] ?? 'warn' }, { envFile: '', isTerminal: true });
  await emptyFolder();
  const log = await createLog({ level: base.logLevel, format: 'pretty', secrets: [], destination: io.stderr });
  const screen = createDemoScreen(io);
  const morning = startOfToday() + 8 * hourMs;
  const config: Config = { ...base, databaseUrl: `file:${folder}/paperboy.db` };
  screen.title('Paperboy: a day of research papers, played on this machine');
  const sources = await chooseSources(config, values['sample'] === true, morning, screen);
  const { environment, signal } = io;
  await using stage = await createStage({ sources, now: morning - 12 * hourMs, environment, log });
  await using page = hasPage ? await openPage(stage, log, port, screen) : null;
  await stage.during('The demo plays its first day.', () => playDay({ stage, morning, screen, log, signal }));
  screen.nextSteps();
  if (page === null) return exitCodes.done;
  stage.run();
  screen.page(page.url);
  await aborted(signal);
  return exitCodes.done;
}

/** Whether the demo serves a page, and stays for it. */
function staysOpen(values: OptionValues, { stdout }: CliIo): boolean {
  if (values['serve'] && (values['once'] || values['no-page'])) {
    throw new UsageError(`--serve and ${values['once'] ? '--once' : '--no-page'} exclude each other.`);
  }
  if (values['once'] || values['no-page']) return false;
  return values['serve'] === true || stdout.isTTY === true;
}

function readPort(text: string | boolean | undefined): number {
  const port = Number(text ?? 0);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new UsageError('--port must be a number from 1 to 65535.');
}

async function openPage(stage: DemoStage, log: Logger, port: number, screen: DemoScreen) {
  const page = await startPage(stage, log, port);
  screen.note(`Watch it, and try it yourself, in a browser: ${page.url}`);
  return page;
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

async function chooseSources(config: Config, wantsSample: boolean, morning: Instant, screen: DemoScreen) {
  if (!wantsSample && (await hasNetwork(config, morning))) {
    screen.note('The network answers: these are today’s real papers.');
    return liveSources(config, morning);
  }
  const why = wantsSample ? 'As requested' : 'The network does not answer';
  screen.note(`${why}: the papers are invented, a bundled sample, in the sources’ formats.`);
  return sampleSources(config, morning);
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
