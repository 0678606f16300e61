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

/** A life of one wake-up that ends at its n-th crash point. All of it can be said to another process. */
export interface LifeOrders extends Pick<LifePlan, 'databaseUrl' | 'discordUrl' | 'token' | 'channelId' | 'policy'> {
  /** Where the sources of a replay are; null: the one of the scene. */
  readonly sourcesUrl: string | null;
  readonly now: number;
  /** 1 is the first crash point. */
  readonly crashAt: number;
  readonly among: PointKind;
}

/** The points by which a life finds its end: those of `digests` are all but those of pulls. */
export type PointKind = keyof typeof countedPoints;

const countedPoints = { all: /^/, digests: /^(?!record(?:Listing|FailedPull) )/, sends: /^send / } as const;

/** Whether this is one of them. */
export const isCounted = (point: string, { among }: Pick<LifeOrders, 'among'>): boolean =>
  countedPoints[among].test(point);

/** What a killed process wrote is there for the next one, on a disk or not; without one, fsync costs nothing. */
export const fastFolder = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

/** The sources of a life. Disposing of them closes their connections. */
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
    // A request that failed is made again by the next wake-up.
    arxivRetryPausesMs: [],
  });
}

/** Shared by all lives, so that each need not compile discord.js anew. */
const compileCache = join(tmpdir(), 'paperboy-proof-cache');

const child = fileURLToPath(new URL('crash-child.ts', import.meta.url));

/** @returns the name of the crash point at which it died; null where it came to its end */
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

/** As `liveInProcess`, without a process: from the crash point on nothing is written and nothing leaves. */
export async function liveInThread({ now, sourcesUrl, ...orders }: LifeOrders): Promise<string | null> {
  const clock = () => now;
  const fate = createFate(orders);
  await using sources = openSources(sourcesUrl, clock);
  await using life = await beginLife({ ...orders, ...fate, clock, sources: sources.list, log: silentLog });
  await life.wake().catch(fate.excuse);
  return fate.died();
}

/** How a life in this process ends. */
export interface Fate extends Pick<LifePlan, 'reach'> {
  assertAlive(): void;
  /** The name of the crash point, or null while it lives. */
  died(): string | null;
  /** Takes no notice of what a dead life throws. */
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
