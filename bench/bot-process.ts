import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { npmStart, projectFolder, succeeded } from './child-process.ts';

/** A line of the bot's log. */
export interface LogLine {
  readonly event: string;
  readonly [field: string]: unknown;
}

/** The bot in a separate process, as `npm start` runs it. Disposing stops it as a service manager would. */
export interface BotProcess extends AsyncDisposable {
  readonly pid: number;
  /** From the start of the process until it logs that it is ready, in milliseconds. */
  readonly readyAfterMs: number;
  /** Waits until a line fits, and returns it; lines since the start count. */
  whenLogged(isWanted: (line: LogLine) => boolean): Promise<LogLine>;
  /** Sends SIGKILL. It is fulfilled when the process is gone. */
  kill(): Promise<void>;
}

export interface BotSettings {
  readonly token: string;
  readonly discordUrl: string;
  readonly sourcesUrl: string;
  /** DATABASE_URL. */
  readonly databaseUrl: string;
  /** What the process does; everything by default. */
  readonly role?: 'worker';
  /** A folder without `.env`, so that the developer's own settings have no effect. */
  readonly folder: string;
  readonly categories?: readonly string[];
}

export async function startBot(settings: BotSettings): Promise<BotProcess> {
  const args = startArguments();
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: settings.folder,
    env: environmentOf(settings),
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const ended = succeeded(child);
  ended.catch(() => {}); // The error reaches the callers who wait for a line or for the end.
  const log = followLog(child.stderr, ended);
  await log.whenLogged(({ event }) => event === 'app.ready');
  let isKilled = false;
  return {
    pid: child.pid ?? 0,
    readyAfterMs: performance.now() - startedAt,
    whenLogged: log.whenLogged,
    async kill() {
      isKilled = true;
      child.kill('SIGKILL');
      await ended.catch(() => {});
    },
    async [Symbol.asyncDispose]() {
      if (isKilled) return;
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The arguments with absolute paths, because the bot gets another working folder. */
function startArguments(): readonly string[] {
  const { nodeOptions, script } = npmStart();
  return [...nodeOptions, ...script].map((arg) => (/^(\.\/)?src\//.test(arg) ? join(projectFolder, arg) : arg));
}

/** How the allocator of glibc is set, as the container and the unit of systemd set it. */
const allocatorSettings = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('MALLOC_')));

const environmentOf = (settings: BotSettings): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  ...allocatorSettings(),
  DISCORD_TOKEN: settings.token,
  DISCORD_API_URL: settings.discordUrl,
  DATABASE_URL: settings.databaseUrl,
  ...(settings.role === undefined ? {} : { ROLE: settings.role }),
  HUGGINGFACE_URL: settings.sourcesUrl,
  ARXIV_FEED_URL: settings.sourcesUrl,
  ARXIV_API_URL: settings.sourcesUrl,
  ARXIV_OAI_URL: settings.sourcesUrl,
  SOURCES: 'arxiv, huggingface',
  ARXIV_CATEGORIES: (settings.categories ?? []).join(','),
  LOG_FORMAT: 'json',
});

function followLog(output: NodeJS.ReadableStream, ended: Promise<void>) {
  const lines: LogLine[] = [];
  const watchers = new Set<(line: LogLine) => void>();
  createInterface({ input: output }).on('line', (text) => {
    const line = readLine(text);
    lines.push(line);
    for (const watch of watchers) watch(line);
  });
  return {
    async whenLogged(isWanted: (line: LogLine) => boolean): Promise<LogLine> {
      const known = lines.find(isWanted);
      if (known !== undefined) return known;
      const { promise, resolve } = Promise.withResolvers<LogLine>();
      const watch = (line: LogLine) => {
        if (isWanted(line)) resolve(line);
      };
      watchers.add(watch);
      const tooEarly = () => endedEarly(lines);
      const line = await Promise.race([promise, ended.then(tooEarly, tooEarly)]);
      watchers.delete(watch);
      return line;
    },
  };
}

function endedEarly(lines: readonly LogLine[]): never {
  const said = lines.slice(-5).map((line) => JSON.stringify(line));
  throw new Error(`the bot ended before it did the measured work. Its last output:\n${said.join('\n')}`);
}

/** A line of the log. A line that is not JSON is a message for people. */
function readLine(text: string): LogLine {
  try {
    return JSON.parse(text) as LogLine;
  } catch {
    return { event: 'text', text };
  }
}
