import { describe, expect, it } from 'vitest';
import { gainsOver, type UpvoteCount, upvoteTrend } from '../../src/papers/upvotes.ts';
import { hourMs } from '../../src/time.ts';

const now = Date.UTC(2026, 5, 12, 12);
const day = { now, ms: 24 * hourMs };
/** A count that many hours ago. */
const ago = (hours: number, upvotes: number): UpvoteCount => ({ at: now - hours * hourMs, upvotes });

describe('the change of upvotes over a day', () => {
  it('counts from the count at its beginning', () => {
    const trend = upvoteTrend(120, { before: ago(24, 85), after: ago(3, 100) }, day);
    expect(trend).toEqual({ upvotes: 120, gained: 35, perHour: 35 / 24, windowMs: day.ms });
  });

  it('takes upvotes to have come evenly between two counts around it', () => {
    expect(upvoteTrend(60, { before: ago(36, 0), after: ago(12, 48) }, day)).toMatchObject({ gained: 36 });
  });

  it('takes a count that stayed for long to have stayed until it changed', () => {
    expect(upvoteTrend(55, { before: ago(500, 50), after: ago(1, 55) }, day)).toMatchObject({ gained: 5 });
  });

  it('measures the pace of a paper listed today over the time since then', () => {
    expect(upvoteTrend(24, { before: null, after: ago(12, 0) }, day)).toMatchObject({ gained: 24, perHour: 2 });
  });

  it('measures the pace over a quarter of the window at least', () => {
    expect(upvoteTrend(12, { before: null, after: ago(1, 0) }, day)).toMatchObject({ gained: 12, perHour: 2 });
  });

  it('does not know when the upvotes came of a paper that was first seen long after it was listed', () => {
    const trend = upvoteTrend(300, { before: ago(240, 0), after: ago(2, 300) }, day);
    expect(trend).toMatchObject({ gained: null, perHour: null });
  });

  it('is unknown without counts, zero without a change, and can be negative', () => {
    expect(upvoteTrend(7, { before: null, after: null }, day)).toMatchObject({ gained: null, perHour: null });
    expect(upvoteTrend(7, { before: ago(30, 7), after: null }, day)).toMatchObject({ gained: 0, perHour: 0 });
    expect(upvoteTrend(5, { before: ago(30, 7), after: ago(29, 7) }, day).gained).toBe(-2);
  });
});

describe('the gains of upvotes', () => {
  it('are in equal pieces, oldest first', () => {
    const counts = [ago(24, 10), ago(18, 10), ago(12, 22), ago(6, 22), ago(0, 30)];
    expect(gainsOver(counts, day, 4)).toEqual([0, 12, 0, 8]);
  });

  it('start at the first known count, and end at the last', () => {
    expect(gainsOver([ago(12, 0), ago(6, 6)], day, 4)).toEqual([0, 0, 6, 0]);
  });

  it('are unknown with one count', () => {
    expect(gainsOver([ago(3, 9)], day, 4)).toEqual([]);
  });
});
