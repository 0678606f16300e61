import { describe, expect, it } from 'vitest';
import { isDue, nextPull } from '../../src/jobs/pull-schedule.ts';
import type { ListingRecord } from '../../src/store/listings.ts';
import { minuteMs } from '../../src/time.ts';

const now = Date.parse('2026-06-12T07:00Z');
const refreshMs = 60 * minuteMs;
const record = (told: Partial<ListingRecord> = {}): ListingRecord => ({
  source: 'arxiv',
  date: '2026-06-12',
  state: 'listed',
  reason: null,
  pulledAt: now,
  lastSuccessAt: now,
  counts: { new: 1, pick: 0, cross: 0, replace: 0, 'replace-cross': 0 },
  skipped: 0,
  etags: {},
  failures: 0,
  nextPullAt: null,
  ...told,
});
const middle = () => 0.5;

describe('when a listing is pulled again', () => {
  it.each(['failed', 'waiting', 'stale', 'partial'] as const)('%s: in pauses that double, up to an hour', (state) => {
    const pauses = [0, 1, 2, 3, 4, 50].map(
      (failures) => (nextPull(record({ state, failures }), { refreshMs }, now, middle).at - now) / minuteMs,
    );
    expect(pauses).toEqual([5, 10, 20, 40, 60, 60]);
  });

  it('starts over once the day is complete, and is then refreshed at intervals', () => {
    expect(nextPull(record({ failures: 5 }), { refreshMs }, now, middle)).toEqual({ failures: 0, at: now + refreshMs });
    expect(nextPull(record({ state: 'quiet' }), { refreshMs }, now, middle).failures).toBe(0);
  });

  it('spreads by a fifth to either side', () => {
    const at = (random: number) => nextPull(record(), { refreshMs }, now, () => random).at - now;
    expect([at(0), at(0.999_999)].map((ms) => Math.round(ms / minuteMs))).toEqual([48, 72]);
  });

  it('is never earlier than the source asked', () => {
    const asked = nextPull(record({ state: 'failed' }), { refreshMs, retryAfterMs: 90 * minuteMs }, now, middle);
    expect(asked.at).toBe(now + 90 * minuteMs);
  });
});

describe('a listing is due', () => {
  it('that was never pulled', () => expect(isDue(null, refreshMs, now)).toBe(true));

  it('when its time has come', () => {
    expect(isDue(record({ nextPullAt: now + 1 }), refreshMs, now)).toBe(false);
    expect(isDue(record({ nextPullAt: now }), refreshMs, now)).toBe(true);
  });

  it('after a while, if no time was set before the process ended', () => {
    expect(isDue(record(), refreshMs, now + refreshMs - 1)).toBe(false);
    expect(isDue(record(), refreshMs, now + refreshMs)).toBe(true);
    expect(isDue(record({ state: 'failed' }), refreshMs, now + 5 * minuteMs)).toBe(true);
  });

  it('at once after a clock that ran ahead was corrected', () => {
    expect(isDue(record({ pulledAt: now + 9 * minuteMs, nextPullAt: now + 69 * minuteMs }), refreshMs, now)).toBe(true);
  });
});
