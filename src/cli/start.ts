import type { AppOptions } from '../app/options.ts';
import { type App, createApp } from '../app.ts';
import { type Config, loadConfig } from '../config.ts';
import { count, listOf } from '../discord/rendering/numbers.ts';
import { nameOfShards } from '../discord/shards.ts';
import { startTimer } from '../jobs/alarm.ts';
import { createLog } from '../log.ts';
import { sourceNames } from '../papers/source-names.ts';
import type { Logger } from '../ports.ts';
import { whyUnused } from '../sources/settings.ts';
import { placeOf } from '../store/databases.ts';
import { version } from '../version.ts';
import { type CliCommand, type CliIo, exitCodes } from './command.ts';
import type { LiveStatus } from './status/live-status.ts';

/** How long running work may take to finish after the first signal. */
const shutdownMs = 10_000;

const howToGetAToken = `Paperboy needs a Discord bot token, and DISCORD_TOKEN is not set.

  Run: npm run paperboy -- setup
  It says where to get a token (https://discord.com/developers/applications), checks it, and writes it into .env.

To try Paperboy without a token:  npm run demo`;

export const startCommand: CliCommand = {
  usage: [
    '  Settings come from the environment and the file .env. The file .env.example explains each.',
    '',
    'Runs until SIGINT or SIGTERM, then finishes running work within 10 seconds and exits with code 0.',
    'Exit code 78: the configuration or the token is wrong, so starting it again unchanged does not help.',
  ],
  options: {},
  async run(_values, io) {
    const config = loadConfig(io.environment, { isTerminal: io.stderr.isTTY === true });
    if (config.discordToken !== null) return await serve(config, io);
    io.stderr.write(`${[howToGetAToken, ...remarksOf(config)].join('\n\n')}\n`);
    return exitCodes.configuration;
  },
};

const remarksOf = ({ unknownSettings, unusedSources }: Config): readonly string[] => [
  ...unknownSettings,
  ...unusedSources,
];

async function serve(config: Config, io: CliIo) {
  const { logLevel: level, logFormat: format, secrets } = config;
  const hasColors = io.stderr.isTTY === true && !io.environment['NO_COLOR'];
  using status = await openStatus(config, io, hasColors);
  const destination = status?.log ?? io.stderr;
  const log = await createLog({ level, format, secrets, destination, hasColors });
  for (const remark of remarksOf(config)) log.warn({ event: 'config.unused' }, remark);
  logStart(config, log);
  const app = await startUnlessStopped(config, { log, ...(status && { meter: status.meter }) }, io.signal);
  if (app === null) return exitCodes.done;
  status?.follow(app);
  try {
    await Promise.race([app.failure, aborted(io.signal)]);
    log.info({ event: 'app.stopping', signal: String(io.signal.reason) }, 'finishing running work');
    return exitCodes.done;
  } finally {
    status?.[Symbol.dispose]();
    await closeInTime(app, log);
  }
}

/** The status below the log. Null without a terminal on which people read the log. It is loaded on use. */
async function openStatus(config: Config, io: CliIo, hasColors: boolean): Promise<LiveStatus | null> {
  const isTerminal = io.stderr.isTTY === true && io.environment['TERM'] !== 'dumb';
  if (!isTerminal || !config.hasLiveStatus || config.logFormat !== 'pretty') return null;
  const { createLiveStatus } = await import('./status/live-status.ts');
  const { createStatusScreen } = await import('./status/status-screen.ts');
  const screen = createStatusScreen(io.stderr, hasColors);
  return createLiveStatus({ screen, clock: io.clock ?? Date.now, timer: startTimer, version });
}

/** Logs what starts, and from what: the first line of every start. */
function logStart(config: Config, log: Logger): void {
  const database = placeOf(config.databaseUrl);
  const sources = usedSources(config);
  const { role, shards } = config;
  const named = { ...(role !== 'all' && { role }), ...(shards !== null && { shards: nameOfShards(shards) }) };
  const fields = { event: 'app.starting', version, database, sources, ...named };
  const what = role === 'all' ? '' : ` as ${role}`;
  log.info(fields, `Paperboy ${version} starts${what} with the database ${database} and papers of ${listOf(sources)}`);
}

/** The names of the sources that are used: `arXiv`, `3 journals`. */
const usedSources = (config: Config): readonly string[] =>
  sourceNames
    .filter(({ id }) => whyUnused(id, config) === null)
    .map(({ id, shown, title = shown }) => {
      if (id === 'crossref') return count(config.crossrefIssns.length, 'journal');
      return id === 'preprint-servers' ? count(config.crossrefPrefixes.length, 'preprint server') : title;
    });

/** Null if the stop came before the start was done: Discord may be down for hours. */
async function startUnlessStopped(config: Config, options: AppOptions, signal: AbortSignal): Promise<App | null> {
  try {
    return await createApp(config, options, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    options.log.info({ event: 'app.stopped' }, 'stopped before it was ready');
    return null;
  }
}

async function closeInTime(app: AsyncDisposable, log: Logger): Promise<void> {
  const isLate = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => isLate.resolve('late'), shutdownMs);
  const outcome = await Promise.race([app[Symbol.asyncDispose](), isLate.promise]);
  clearTimeout(timer);
  if (outcome !== 'late') return log.info({ event: 'app.stopped' }, 'stopped');
  log.warn({ event: 'app.cut-off' }, 'some work was still running after 10 seconds; the next start continues it');
  process.exit(exitCodes.done);
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
