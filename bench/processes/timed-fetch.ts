import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../src/ports.ts';
import { createLane } from '../../src/sources/lane.ts';
import { createPoliteFetch, type PoliteFetch } from '../../src/sources/polite-fetch.ts';
import { minuteMs } from '../../src/time.ts';

/** The time spent waiting for a fetch. The network is loopback. */
export interface Waiting {
  ms: number;
  bytes: number;
}

/** A fetch without pauses that counts how long it is waited for. */
export function createTimedFetch(name: string): { readonly waiting: Waiting; readonly fetch: PoliteFetch } {
  const clock: Clock = Date.now;
  const lane = createLane({ spacingMs: 0, clock, sleep: (ms) => pause(ms) });
  const limits = { deadlineMs: minuteMs, maxBytes: 24_000_000 };
  const fetch = createPoliteFetch({ name, userAgent: 'paperboy/bench', lane, clock, ...limits });
  const waiting: Waiting = { ms: 0, bytes: 0 };
  const get: PoliteFetch['get'] = async (url, request) => {
    const startedAt = performance.now();
    const answer = await fetch.get(url, request);
    waiting.ms += performance.now() - startedAt;
    waiting.bytes += answer.body.length;
    return answer;
  };
  return { waiting, fetch: { ...fetch, get, [Symbol.asyncDispose]: () => fetch[Symbol.asyncDispose]() } };
}

/** The cost of some work. */
export interface Effort {
  readonly ms: number;
  /** Processor time, network included, in milliseconds. */
  readonly cpu: number;
  /** The longest block of the event loop, in milliseconds. */
  readonly longestBlock: number;
}

const resolutionMs = 1;

/** Runs some work and measures its cost. */
export async function withEffort<Result>(work: () => Promise<Result>): Promise<{ result: Result; effort: Effort }> {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  await pause(20); // The monitor only sees blocks between two of its ticks.
  delay.reset();
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const result = await work();
  const ms = performance.now() - startedAt;
  const cpu = process.cpuUsage(cpuBefore);
  await pause(20);
  delay.disable();
  const longestBlock = delay.max / 1e6 - resolutionMs;
  return { result, effort: { ms, cpu: (cpu.user + cpu.system) / 1e3, longestBlock } };
}

/** The highest memory of this process so far, in millions of bytes. */
export const peakMemory = (): number => (process.resourceUsage().maxRSS * 1024) / 1e6;
