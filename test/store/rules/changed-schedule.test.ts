import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../src/digests/schedule.ts';
import { changedSchedule, nextDigestUnder, nextReviewUnder } from '../../../src/store/rules/changed-schedule.ts';

const at = (text: string): number => Date.parse(text);
const schedule: Schedule = { time: '09:00', zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7] };
const early: Schedule = { ...schedule, time: '07:00' };
/** A Monday. */
const eight = at('2026-03-02T08:00Z');

describe('the schedule of a channel', () => {
  it('changes in what somebody changes, and in nothing else', () => {
    expect(changedSchedule(schedule, { time: '07:00', maxPapers: 5 })).toEqual(early);
    expect(changedSchedule(schedule, { zone: 'Europe/Berlin', days: [1] })).toEqual({
      ...{ ...schedule, zone: 'Europe/Berlin', days: [1] },
    });
  });
});

describe('the next digest under a changed schedule', () => {
  const owed = { schedule, nextDigestAt: at('2026-03-02T09:00Z'), lastDigestDate: '2026-03-01' };

  it('stays where it is if the schedule is the same, also if it is overdue', () => {
    expect(nextDigestUnder({ ...schedule }, owed, true, at('2026-03-05T12:00Z'))).toBe(owed.nextDigestAt);
  });

  it('is due at once if today’s new time is past', () => {
    expect(nextDigestUnder(early, owed, true, eight)).toBe(at('2026-03-02T07:00Z'));
  });

  it('is never due at once in a channel without a subscription', () => {
    expect(nextDigestUnder(early, owed, false, eight)).toBe(at('2026-03-03T07:00Z'));
  });
});

describe('the next weekly review under changed settings', () => {
  const friday = { schedule, reviewDay: 5, nextReviewAt: at('2026-03-06T09:00Z') } as const;

  it('is none in a channel without a day for it', () => {
    expect(nextReviewUnder(schedule, {}, { ...friday, reviewDay: null }, eight)).toBeNull();
    expect(nextReviewUnder(schedule, { reviewDay: null }, friday, eight)).toBeNull();
  });

  it('stays where it is if day, time and zone do', () => {
    expect(nextReviewUnder({ ...schedule, days: [1] }, { days: [1] }, friday, eight)).toBe(friday.nextReviewAt);
  });

  it('moves with the time, unless it is due already', () => {
    const moved = nextReviewUnder(early, { time: '07:00' }, friday, eight);
    expect(moved).not.toBe(friday.nextReviewAt);
    expect(moved).toBeGreaterThan(eight);
    const due = { ...friday, nextReviewAt: eight - 1 };
    expect(nextReviewUnder(early, { time: '07:00' }, due, eight)).toBe(eight - 1);
  });

  it('moves with its day, also if it is due', () => {
    const due = { ...friday, nextReviewAt: eight - 1 };
    expect(nextReviewUnder(schedule, { reviewDay: 3 }, due, eight)).toBeGreaterThan(eight);
  });
});
