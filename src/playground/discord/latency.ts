import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../ports.ts';

/** The time of a round trip in milliseconds: fixed, or between two bounds. */
export type LatencyMs = number | { readonly min: number; readonly max: number };

/** Waits for one way. */
export type Latency = () => Promise<void>;

/**
 * Waits half the latency each way. Each way is drawn separately, so requests overtake each other as on a real network,
 * and a client's own count of the last second differs from Discord's.
 */
export function createLatency(latencyMs: LatencyMs, random: Random = Math.random): Latency {
  const { min, max } = typeof latencyMs === 'number' ? { min: latencyMs, max: latencyMs } : latencyMs;
  return async () => {
    if (max > 0) await sleep((min + (max - min) * random()) / 2);
  };
}
