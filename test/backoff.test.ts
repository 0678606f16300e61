import { expect, it } from 'vitest';
import { backoffMs, jittered } from '../src/backoff.ts';

const backoff = { firstMs: 1_000, longestMs: 6_000 };

it('a wait doubles with each failure in a row, up to the longest', () => {
  expect([1, 2, 3, 4, 5, 2_000].map((failures) => backoffMs(backoff, failures))).toEqual([
    1_000, 2_000, 4_000, 6_000, 6_000, 6_000,
  ]);
});

it('there is no wait without a failure', () => {
  expect(backoffMs(backoff, 0)).toBe(0);
});

it('jitter spreads a wait between two factors', () => {
  const jitter = { least: 0.75, spread: 0.5 };
  expect([0, 0.5, 1].map((value) => jittered(1_000, jitter, () => value))).toEqual([750, 1_000, 1_250]);
});
