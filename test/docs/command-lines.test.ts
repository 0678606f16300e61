import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cliCommands } from '../../src/cli/commands.ts';
import { startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import { startSampleSources } from '../../src/playground/sample-sources.ts';
import { dayMs, newYorkDate, utcDate } from '../../src/time.ts';
import { setUp } from '../cli/answered-setup.ts';
import { say } from '../cli/kept-output.ts';
import { emptyFolder } from '../cli/run-cli.ts';
import { type Found, guides, readPage } from './markdown.ts';
import { checkComment, isCommandLine, readCommand } from './programs.ts';
import { readShell } from './shell.ts';

/** Each line of shell of a page: in fences for shell and cron, and in backticks. */
function linesOf(path: string): readonly Found[] {
  const { fences, spans } = readPage(path);
  const shell = fences.filter(({ language }) => language === 'sh').flatMap(({ lines }) => lines);
  const cron = fences.filter(({ language }) => language === 'crontab').flatMap(({ lines }) => lines);
  const timed = cron.map(({ at, text }) => ({ at, text: text.replace(/^(?:\S+ ){5}/, '') }));
  return [...shell, ...timed, ...spans.filter(({ text }) => isCommandLine(text))];
}

/** A run of `paperboy`: the words after its name. */
type Run = readonly string[];

/** What a line runs, or why it cannot be read. */
type Reading = Found & ({ readonly runs: readonly Run[] } | { readonly runs: readonly []; readonly problem: string });

async function readLine(line: Found): Promise<Reading> {
  try {
    const { commands, comment } = readShell(line.text);
    // `npm run paperboy` alone only names the program.
    const runs = commands.map(readCommand).filter((run): run is Run => run !== null && run.length > 0);
    if (runs[0] !== undefined) await checkComment(comment, runs[0]);
    return { ...line, runs };
  } catch (error) {
    return { ...line, runs: [], problem: error instanceof Error ? error.message : String(error) };
  }
}

const readings = await Promise.all(guides.flatMap(linesOf).map(readLine));
/** Each different run, at its first place. */
const runs = Map.groupBy(
  readings.flatMap(({ at, runs }) => runs.map((args) => ({ at, args, text: args.join(' ') }))),
  ({ text }) => text,
)
  .values()
  .flatMap((same) => same.slice(0, 1));

describe('the fences in the documents', () => {
  const languages = ['sh', 'caddyfile', 'crontab', 'ini', 'yaml', 'json', 'text', 'mermaid'];

  test.each(guides)('say what they hold: %s', (path) => {
    expect(readPage(path).fences.filter(({ language }) => !languages.includes(language))).toEqual([]);
  });
});

describe('the command lines in the documents', () => {
  test.each(readings)('$at: $text can be read', (reading) => {
    expect(reading).not.toHaveProperty('problem');
  });
});

describe('the runs of paperboy in the documents', () => {
  let opened: AsyncDisposableStack;
  let token: string;
  let environment: Readonly<Record<string, string>>;
  /** A database with the papers of the sample. */
  let sample: string;
  const pace = { arxivSpacingMs: 0, huggingfaceSpacingMs: 0, arxivRetryPausesMs: [] };

  beforeAll(async () => {
    opened = new AsyncDisposableStack();
    const now = Date.now();
    const sources = opened.use(await startSampleSources({ today: utcDate(now), easternToday: newYorkDate(now) }));
    const discord = opened.use(await startLocalDiscord());
    token = discord.token;
    sample = join(await emptyFolder(), 'sample.db');
    environment = {
      DISCORD_API_URL: discord.url,
      HUGGINGFACE_URL: sources.url,
      ARXIV_FEED_URL: sources.url,
      ARXIV_API_URL: sources.url,
      ARXIV_OAI_URL: sources.url,
      ARXIV_CATEGORIES: 'cs.CL',
      SOURCES: 'hf, arxiv',
    };
    await say(['pull'], { ...environment, DATABASE_URL: `file:${sample}` }, { pace });
  });
  afterAll(() => opened[Symbol.asyncDispose]());

  /** The arguments with what a reader puts in the place of `DATE`, `T`, `FILE`, `URL` and a server of PostgreSQL. */
  async function fillIn(args: readonly string[], folder: string): Promise<readonly string[]> {
    const [name = ''] = args;
    const { operands = [] } = (await cliCommands.find((command) => command.name === name)?.load()) ?? {};
    const file = join(folder, name === 'restore' ? 'saved.db' : 'new.db');
    const filled = args.map((word) =>
      word === 'URL' || word.startsWith('postgres://')
        ? `file:${join(folder, 'moved.db')}`
        : ({ DATE: '2026-01-01', T: 'diffusion' }[word] ?? word),
    );
    return operands.length === 0 ? filled : filled.map((word, index) => (index === 1 ? file : word));
  }

  /** Runs `paperboy`. `setup` gets a person who answers, `start` a stop, and `pull --from` a clock two days after that day. */
  async function run(args: readonly string[], folder: string) {
    const own = { ...environment, DATABASE_URL: `file:${join(folder, 'paperboy.db')}` };
    const [name] = args;
    if (name === 'setup')
      return await setUp(
        [
          ['Token', `${token}\r`],
          ['e-mail', '\r'],
        ],
        own,
        join(folder, '.env'),
      );
    // It keeps a page open until Ctrl+C, and plays its day in the folder of the checkout: only its options are read.
    if (name === 'demo') return await say([...args, '--help'], own);
    if (name === 'start')
      return await say(args, { ...own, DISCORD_TOKEN: token }, { signal: AbortSignal.abort('SIGINT') });
    const from = args.includes('--from') ? Date.parse(args[args.indexOf('--from') + 1] ?? '') : null;
    // The sample has no archive of arXiv.
    if (from !== null) return await say(args, { ...own, SOURCES: 'hf' }, { pace, clock: () => from + 2 * dayMs });
    return await say(args, { ...own, DISCORD_TOKEN: token }, { pace });
  }

  test.each([...runs])('$at: paperboy $text ends well', async ({ args }) => {
    const folder = await emptyFolder();
    for (const name of ['paperboy.db', 'saved.db']) copyFileSync(sample, join(folder, name));
    expect(await run(await fillIn(args, folder), folder)).toMatchObject({ code: 0 });
  });
});
