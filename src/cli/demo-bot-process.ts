import { type App, createApp } from '../app.ts';
import { createLog } from '../log.ts';
import type { BotOrder, BotReport } from './demo-bot.ts';
import { createDemoClock, type DemoClock } from './demo-clock.ts';

/** The bot of the demo, in its own process, so that a visitor can kill it. It obeys the demo's orders. */
const shutdown = new AbortController();
const report = (one: BotReport): void => void process.send?.(one);
let running: { readonly app: App; readonly clock: DemoClock } | undefined;

// Ctrl-C reaches every process of the terminal. The demo ends this one in order.
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => {});
process.on('disconnect', () => process.exit());
process.on('message', (order: BotOrder) => void obey(order).catch(fail));

async function obey(order: BotOrder): Promise<void> {
  if (order.kind === 'start') await start(order);
  else if (order.kind === 'stop') await stop();
  else if (order.kind === 'time') running?.clock.set(order.time);
  else await running?.app.wake().finally(() => report({ kind: 'woken', id: order.id }));
}

async function start({ config, time, pace }: Extract<BotOrder, { kind: 'start' }>): Promise<void> {
  const log = await createLog({ level: config.logLevel, format: 'pretty', secrets: config.secrets });
  const clock = createDemoClock(time);
  const { fixedRandom, ...spacing } = pace;
  const random = fixedRandom === undefined ? Math.random : () => fixedRandom;
  const options = { log, clock: clock.now, random, wakesItself: false, ...spacing };
  running = { app: await createApp(config, options, shutdown.signal), clock };
  report({ kind: 'ready' });
}

async function stop(): Promise<void> {
  shutdown.abort();
  await running?.app[Symbol.asyncDispose]();
  process.exit();
}

/** A job that failed is tried again at the next wake-up, as by the bot itself. */
function fail(error: unknown): void {
  if (running !== undefined) return;
  report({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}
