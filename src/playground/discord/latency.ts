import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../ports.ts';

/** How long there and back takes, in milliseconds: always as long, or anything between two bounds. */
export type LatencyMs = number | { readonly min: number; readonly max: number };

/** Waits for one way. */
export type Latency = () => Promise<void>;

/**
 * Half of the latency there and half of it back, each way drawn by itself: requests overtake each other before Discord
 * counts them, as on a real network, so that a client learns that its own count of the last second is not Discord's.
 */
export function createLatency(latencyMs: LatencyMs, random: Random = Math.random): Latency {
  const { min, max } = typeof latencyMs === 'number' ? { min: latencyMs, max: latencyMs } : latencyMs;
  return async () => {
    if (max > 0) await sleep((min + (max - min) * random()) / 2);
  };
}
