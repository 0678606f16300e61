import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../../src/ports.ts';
import { createSources } from '../../src/sources/registry.ts';
import type { PaperSource } from '../../src/sources/source.ts';
import { sourceDefaults } from '../support/source-defaults.ts';
import { beginLife, type LifePlan, silentLog } from './life.ts';
import { askedCategories } from './replay/replay-plan.ts';
import { sceneSource } from './scene.ts';

/** A life of one wake-up that ends at its n-th crash point. It can be sent to another process as JSON. */
export interface LifeOrders
  extends Pick<
    LifePlan,
    'databaseUrl' | 'discordUrl' | 'token' | 'channelId' | 'policy' | 'botUserId' | 'beside' | 'mailPort'
  > {
  /** The address of a replay's sources; null: the source of the scene. */
  readonly sourcesUrl: string | null;
  readonly now: number;
  /** 1 is the first crash point. */
  readonly crashAt: number;
  readonly among: PointKind;
}

/** The kinds of crash points that count. `digests` are all except those of pulls, `changes` all except reads
 * at Discord. A death there equals one after the change before it. */
export type PointKind = keyof typeof countedPoints;

const countedPoints = {
  all: /^/,
  digests: /^(?!record(?:Listing|FailedPull) |commit of (?:papers|listings|upvotes))/,
  sends: /^send /,
  changes: /^(?!look-up )/,
} as const;

/** Whether a point is of the kind that counts. */
export const isCounted = (point: string, { among }: Pick<LifeOrders, 'among'>): boolean =>
  countedPoints[among].test(point);

/** A folder in memory if possible: writes survive a killed process there, and fsync costs nothing. */
export const fastFolder = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

/** The sources of a life. Disposing closes their connections. */
export function openSources(
  url: string | null,
  clock: Clock,
): AsyncDisposable & { readonly list: readonly PaperSource[] } {
  if (url === null) return { list: [sceneSource], [Symbol.asyncDispose]: async () => {} };
  return createSources({
    ...sourceDefaults,
    huggingfaceUrl: url,
    arxivFeedUrl: url,
    arxivApiUrl: url,
    arxivOaiUrl: url,
    biorxivUrl: url,
    arxivCategories: askedCategories,
    version: 'proof',
    clock,
    sources: ['arxiv', 'huggingface'],
    arxivSpacingMs: 0,
    huggingfaceSpacingMs: 0,
    // The next wake-up repeats a failed request.
    arxivRetryPausesMs: [],
  });
}

/** Shared by all lives, so that not each of them compiles discord.js. The tests have one already. */
export const compileCache = process.env['NODE_COMPILE_CACHE'] ?? join(tmpdir(), 'paperboy-proof-cache');

const child = fileURLToPath(new URL('crash-child.ts', import.meta.url));

/** @returns the name of the crash point at which it died; null if it lived to the end */
export async function liveInProcess(orders: LifeOrders): Promise<string | null> {
  const life = spawn(process.execPath, [child, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
  let said = '';
  let complaint = '';
  life.stdout.on('data', (chunk) => (said += String(chunk)));
  life.stderr.on('data', (chunk) => (complaint += String(chunk)));
  const [code, signal] = (await once(life, 'close')) as [number | null, string | null];
  if (signal === 'SIGKILL') return said;
  if (code !== 0) throw new Error(`a life ended by an error instead of by its crash:\n${complaint}`);
  return null;
}

/** The same without a process: from the crash point on, nothing is written and nothing is sent. */
export async function liveInThread({ now, sourcesUrl, ...orders }: LifeOrders): Promise<string | null> {
  const clock = () => now;
  const fate = createFate(orders);
  await using sources = openSources(sourcesUrl, clock);
  await using life = await beginLife({ ...orders, ...fate, clock, sources: sources.list, log: silentLog });
  await life.wake().catch(fate.excuse);
  return fate.died();
}

/** The end of a life in this process. */
export interface Fate extends Pick<LifePlan, 'reach'> {
  assertAlive(): void;
  /** The name of the crash point, or null while it lives. */
  died(): string | null;
  /** Ignores an error of a dead life. */
  excuse(error: unknown): void;
}

export function createFate(orders: Pick<LifeOrders, 'crashAt' | 'among'>): Fate {
  let passed = 0;
  let died: string | null = null;
  const assertAlive = () => {
    if (died !== null) throw new Error(`dead since ${died}`);
  };
  return {
    assertAlive,
    reach(point) {
      assertAlive();
      if (isCounted(point, orders)) passed += 1;
      if (passed === orders.crashAt) died = point;
      assertAlive();
    },
    died: () => died,
    excuse(error) {
      if (died === null) throw error;
    },
  };
}
