/**
 * A process that is a worker of the bot for one story after another. It obeys its parent, and reports to it. The parent
 * kills it whenever it wants.
 */
import { type App, createApp } from '../../../src/app.ts';
import { type Config, loadConfig } from '../../../src/config.ts';
import type { LogFields, Logger } from '../../../src/ports.ts';
import { askedCategories } from '../replay/replay-plan.ts';
import { type StoryTime, timeOf } from './story-clock.ts';

/** What a worker begins with. */
export interface WorkerOrders {
  readonly databaseUrl: string;
  readonly discordUrl: string;
  readonly token: string;
  readonly sourcesUrl: string;
  readonly sources: Config['sources'];
  /** The port of the mail server; null if no emails are sent. */
  readonly mailPort: number | null;
  readonly leaseMs: number;
  readonly time: StoryTime;
  /** Whether it wakes itself each second. If not, it is woken by its parent. */
  readonly wakesItself: boolean;
}

export type Order =
  | { readonly kind: 'begin'; readonly orders: WorkerOrders }
  | { readonly kind: 'time'; readonly time: StoryTime }
  | { readonly kind: 'wake' }
  | { readonly kind: 'end' };

/** What was done, or why it was not; or a line of the log. */
export type Report =
  | { readonly done: 'begin' | 'wake' | 'end'; readonly failure: string | null }
  | { readonly event: string; readonly text: string };

let app: App | null = null;
let time: StoryTime = { at: 0, real: 0, speed: 0 };

const tell = (report: Report): void => void process.send?.(report);

/** The driver's errors have what matters in their causes. */
const textOf = (value: unknown): unknown => (value instanceof Error ? `${value.message} (${value.cause})` : value);

function say(fields: LogFields, message: string): void {
  const shown = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, textOf(value)]));
  tell({ event: fields.event, text: `${message} ${JSON.stringify(shown)}` });
}

const log: Logger = { debug: () => {}, info: say, warn: say, error: say };

async function begin(orders: WorkerOrders): Promise<void> {
  const { databaseUrl, sourcesUrl: url, mailPort } = orders;
  const smtp = { host: '127.0.0.1', port: mailPort ?? 0, isSecure: false, needsTls: false, login: null };
  const mail = { smtp, mailFrom: { name: 'Paperboy', address: 'papers@example.org' }, mailPerMinute: 1_000 };
  const config: Config = {
    ...loadConfig({}, { envFile: '' }),
    ...{ role: 'worker', databaseUrl, isMeaningOn: false },
    ...{ discordToken: orders.token, discordApiUrl: orders.discordUrl, sources: orders.sources },
    ...{ huggingfaceUrl: url, arxivFeedUrl: url, arxivApiUrl: url, arxivOaiUrl: url, arxivCategories: askedCategories },
    ...(mailPort === null ? {} : mail),
  };
  time = orders.time;
  app = await createApp(config, {
    ...{ log, clock: () => timeOf(time), random: () => 0.5, searchesHere: true, leaseMs: orders.leaseMs },
    ...{ arxivSpacingMs: 0, huggingfaceSpacingMs: 0, arxivRetryPausesMs: [] },
    ...{ wakesItself: orders.wakesItself, wakesEach: 'second' },
  });
}

async function end(): Promise<void> {
  const ending = app;
  app = null;
  await ending?.[Symbol.asyncDispose]();
}

async function obey(order: Order): Promise<void> {
  if (order.kind === 'time') time = order.time;
  else {
    const { kind: done } = order;
    const doing = order.kind === 'begin' ? begin(order.orders) : order.kind === 'wake' ? app?.wake() : end();
    const [{ reason = null }] = (await Promise.allSettled([doing])) as [{ readonly reason?: unknown }];
    tell({ done, failure: reason === null ? null : String(textOf(reason)) });
  }
}

process.on('message', (order: Order) => void obey(order));
process.on('disconnect', () => process.exit());
