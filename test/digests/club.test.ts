import { describe, expect, it } from 'vitest';
import { type ClubTimes, datesAfterClose, dayAfter, isAfterClose, parseWeekTime } from '../../src/digests/club.ts';

const thursday = Date.parse('2026-06-11T15:00Z');
const times: ClubTimes = { closes: { day: 4, time: '17:00' }, meets: { day: 5, time: '14:00' }, weeks: 1 };
const datesOf = (given: ClubTimes, now: number, zone = 'Europe/Berlin', closesAt = thursday) => {
  const { meetsAt, nextClosesAt } = datesAfterClose(given, zone, closesAt, now);
  return [meetsAt, nextClosesAt].map((at) => new Date(at).toISOString().slice(0, 16));
};

describe('parseWeekTime', () => {
  it.each([
    ['Thu 17:00', 4, '17:00'],
    ['thursday, 5pm', 4, '17:00'],
    ['every Friday at 9', 5, '09:00'],
    ['17:00 on Sundays', 7, '17:00'],
    ['noon monday', 1, '12:00'],
  ])('reads %s', (text, day, time) => expect(parseWeekTime(text)).toEqual({ day, time }));

  it.each(['', 'Thursday', '17:00', 'weekdays 17:00', 'mon tue 17:00', 'Thu 25:00', 'soon'])('refuses “%s”', (text) =>
    expect(parseWeekTime(text)).toBeNull(),
  );
});

describe('the dates after a close', () => {
  it('are the next meeting, and the close after it', () =>
    expect(datesOf(times, thursday + 30_000)).toEqual(['2026-06-12T12:00', '2026-06-18T15:00']));

  it('are further apart with more weeks, and keep the local time where clocks change', () => {
    expect(datesOf({ ...times, weeks: 2 }, thursday)).toEqual(['2026-06-12T12:00', '2026-06-25T15:00']);
    const inOctober = Date.parse('2026-10-22T15:00Z');
    expect(datesOf(times, inOctober, 'Europe/Berlin', inOctober)).toEqual(['2026-10-23T12:00', '2026-10-29T16:00']);
  });

  it('skip a meeting that has passed, and the closes before the next one', () => {
    expect(datesOf(times, thursday + 3 * 86_400_000)).toEqual(['2026-06-19T12:00', '2026-06-25T15:00']);
    expect(datesOf(times, thursday + 40 * 86_400_000)).toEqual(['2026-07-24T12:00', '2026-07-30T15:00']);
  });
});

it('a meeting is some time after the close, also over the end of a week', () => {
  const closes = { day: 7, time: '23:50' } as const;
  expect(isAfterClose({ closes, meets: { day: 1, time: '00:05' } })).toBe(true);
  expect(isAfterClose({ closes, meets: { day: 1, time: '00:04' } })).toBe(false);
  expect(isAfterClose({ closes, meets: closes })).toBe(false);
  expect(dayAfter(closes)).toEqual({ day: 1, time: '23:50' });
});
