import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../src/digests/schedule.ts';
import type { ChannelRecord } from '../../../src/store/channels.ts';
import { isPaused, plannedDays, plannedNews, resumedDigest } from '../../../src/store/rules/planned-channel.ts';
import type { DigestRun } from '../../../src/store/runs.ts';

const at = (text: string): number => Date.parse(text);
const schedule: Schedule = { time: '09:00', zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7] };
const nine = at('2026-03-02T09:00Z');
const parts = [{ json: '{}', nonce: 'n' }];
const run = {} as DigestRun;

describe('a planned digest', () => {
  const quiet = { date: '2026-03-02', parts: [], at: nine };
  const yesterday = { schedule, lastDigestDate: '2026-03-01' };

  it('ends its day, and the next digest is for a later one', () => {
    const moved = { lastDigestDate: '2026-03-02', nextDigestAt: at('2026-03-03T09:00Z') };
    expect(plannedDays(yesterday, { ...quiet, parts })).toEqual(moved);
    expect(plannedDays({ ...yesterday, lastDigestDate: null }, { ...quiet, parts })).toEqual(moved);
  });

  it('ends a day without papers only if its run is recorded', () => {
    expect(plannedDays(yesterday, quiet).lastDigestDate).toBe('2026-03-01');
    expect(plannedDays(yesterday, { ...quiet, run }).lastDigestDate).toBe('2026-03-02');
  });

  it('for an earlier day does not open a day that is over', () => {
    const days = plannedDays(yesterday, { ...quiet, date: '2026-02-27', parts });
    expect(days).toEqual({ lastDigestDate: '2026-03-01', nextDigestAt: at('2026-03-03T09:00Z') });
  });

  it('considers news once, also if an earlier digest considered more', () => {
    const channel = { consideredNewsNumber: 70, skippedPapers: 0 };
    expect(plannedNews(channel, { ...quiet, consideredNewsNumber: 90 }).consideredNewsNumber).toBe(90);
    expect(plannedNews(channel, { ...quiet, consideredNewsNumber: 60 }).consideredNewsNumber).toBe(70);
  });

  it('reports skipped papers if it has messages', () => {
    const channel = { consideredNewsNumber: 70, skippedPapers: 4 };
    expect(plannedNews(channel, { ...quiet, consideredNewsNumber: 90 })).toMatchObject({ skippedPapers: 4 });
    const posted = plannedNews(channel, { ...quiet, parts, consideredNewsNumber: 90 });
    expect(posted).toEqual({ lastDigestAt: nine, consideredNewsNumber: 90, skippedPapers: 0 });
  });
});

describe('a pause', () => {
  const paused = { pausedAt: nine - 1, pausedUntil: nine };

  it('lasts until its end, or until somebody ends it', () => {
    expect(isPaused(paused, nine - 1)).toBe(true);
    expect(isPaused(paused, nine)).toBe(false);
    expect(isPaused({ ...paused, pausedUntil: null }, nine + 1)).toBe(true);
    expect(isPaused({ pausedAt: null, pausedUntil: null }, nine)).toBe(false);
  });

  const channel = { ...paused, schedule, lastDigestDate: '2026-02-20' } as ChannelRecord;

  it('that ended while the bot was away leaves the digests since then due', () => {
    expect(resumedDigest(channel, at('2026-03-04T12:00Z'), 'over')).toBe(nine);
  });

  it('that somebody ends leaves nothing due', () => {
    const open = { ...channel, pausedUntil: null };
    expect(resumedDigest(open, at('2026-03-04T12:00Z'), 'any')).toBe(at('2026-03-05T09:00Z'));
  });

  it('that is not over goes on, unless somebody ends it', () => {
    const later = { ...channel, pausedUntil: at('2026-04-01T00:00Z') };
    expect(resumedDigest(later, nine, 'over')).toBeNull();
    expect(resumedDigest({ ...channel, pausedUntil: null }, nine, 'over')).toBeNull();
    expect(resumedDigest(later, nine, 'any')).toBe(at('2026-03-03T09:00Z'));
  });

  it('that is none is not ended', () => {
    expect(resumedDigest({ ...channel, pausedAt: null, pausedUntil: null }, nine, 'any')).toBeNull();
  });
});
