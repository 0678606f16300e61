import type { Random } from './ports.ts';

/** Exponential backoff: the wait after the first failure, and the longest wait. */
export interface Backoff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** The wait after that many failures in a row: none after no failure, then doubled with each failure. */
export const backoffMs = ({ firstMs, longestMs }: Backoff, failures: number): number =>
  failures <= 0 ? 0 : Math.min(firstMs * 2 ** (failures - 1), longestMs);

/** The wait is multiplied by a random factor from `least` up to `least + spread`. */
export interface Jitter {
  readonly least: number;
  readonly spread: number;
}

/** A wait with jitter, in whole milliseconds, so that many bots do not send their requests at the same moment. */
export const jittered = (ms: number, { least, spread }: Jitter, random: Random): number =>
  Math.round(ms * (least + spread * random()));
