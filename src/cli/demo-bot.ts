import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { AppOptions } from '../app/options.ts';
import type { Config } from '../config.ts';
import type { DemoTime } from './demo-clock.ts';

/** What the demo asks of the bot's process. */
export type BotOrder =
  | { readonly kind: 'start'; readonly config: Config; readonly time: DemoTime; readonly pace: Pace }
  | { readonly kind: 'time'; readonly time: DemoTime }
  | { readonly kind: 'wake'; readonly id: number }
  | { readonly kind: 'stop' };

/** What the bot's process tells. */
export type BotReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'woken'; readonly id: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** The pauses between requests to sources. */
export interface Pace extends Pick<AppOptions, 'arxivSpacingMs' | 'huggingfaceSpacingMs' | 'arxivRetryPausesMs'> {
  /** A number from 0 to 1 in place of the random ones that spread requests, so that every run is the same. */
  readonly fixedRandom?: number;
}

/** The real bot, in its own process. */
export interface DemoBot extends AsyncDisposable {
  state(): 'off' | 'starting' | 'running';
  /** Starts it. Fulfilled once it answers commands. */
  start(config: Config, pace: Pace): Promise<void>;
  /** Kills the process (SIGKILL), whatever it is doing. */
  kill(): void;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** Runs every job once. Does nothing unless the bot is running. */
  wake(): Promise<void>;
  /** Tells it the time after the clock was set. */
  setTime(time: DemoTime): void;
}

const program = fileURLToPath(new URL('demo-bot-process.ts', import.meta.url));
/** How long its orderly end may take. */
const stopMs = 10_000;

/** @param time tells the time at which a started bot begins */
export function createDemoBot(environment: NodeJS.ProcessEnv, time: () => DemoTime): DemoBot {
  let child: ChildProcess | null = null;
  let isReady = false;
  let wakes = 0;
  const tell = (order: BotOrder) => void (child?.connected === true && child.send(order));
  const end = async (how: () => void) => {
    const ending = child;
    if (ending === null) return;
    const exited = once(ending, 'exit');
    how();
    child = null;
    isReady = false;
    const timer = setTimeout(() => ending.kill('SIGKILL'), stopMs);
    await exited;
    clearTimeout(timer);
  };
  return {
    state: () => (isReady ? 'running' : child === null ? 'off' : 'starting'),
    async start(config, pace) {
      const started = launch(environment);
      child = started;
      const ready = reportOf(started, ({ kind }) => kind !== 'woken');
      tell({ kind: 'start', config, pace, time: time() });
      const report = await ready;
      if (report?.kind === 'failed') throw new Error(`the bot could not start: ${report.reason}`);
      isReady = child === started;
    },
    kill: () => void end(() => child?.kill('SIGKILL')),
    stop: () => end(() => tell({ kind: 'stop' })),
    async wake() {
      if (child === null || !isReady) return;
      wakes += 1;
      const id = wakes;
      const woken = reportOf(child, (report) => report.kind === 'woken' && report.id === id);
      tell({ kind: 'wake', id });
      await woken;
    },
    setTime: (now) => tell({ kind: 'time', time: now }),
    [Symbol.asyncDispose]: () => end(() => tell({ kind: 'stop' })),
  };
}

/** The process has none of the host's variables but those that Node needs. */
function launch({ PATH, TZ, NO_COLOR, NODE_COMPILE_CACHE }: NodeJS.ProcessEnv): ChildProcess {
  const env = { PATH, TZ, NO_COLOR, NODE_COMPILE_CACHE };
  return fork(program, { env, serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

/** Waits for a report; undefined if the process ends before. */
function reportOf(child: ChildProcess, isWanted: (report: BotReport) => boolean): Promise<BotReport | undefined> {
  const { promise, resolve } = Promise.withResolvers<BotReport | undefined>();
  const onMessage = (report: unknown) => {
    if (isWanted(report as BotReport)) resolve(report as BotReport);
  };
  const onExit = () => resolve(undefined);
  child.on('message', onMessage).once('exit', onExit);
  return promise.finally(() => child.off('message', onMessage).off('exit', onExit));
}
