import { describe, expect, it } from 'vitest';
import {
  addDays,
  datesUpTo,
  hourMs,
  isDate,
  newYorkDate,
  newYorkTime,
  showWait,
  utcDate,
  utcWeekday,
} from '../src/time.ts';

const iso = (at: number): string => new Date(at).toISOString();

it.each([
  [1, '1 s'],
  [1_500, '2 s'],
  [119_000, '119 s'],
  [120_000, '2 min'],
  [119 * 60_000, '119 min'],
  [7_200_001, '3 h'],
])('a wait of %i ms is shown as %s', (ms, shown) => {
  expect(showWait(ms)).toBe(shown);
});

describe('dates', () => {
  it('are in UTC', () => {
    expect(utcDate(Date.parse('2026-06-12T23:59:59.999Z'))).toBe('2026-06-12');
    expect(utcDate(Date.parse('2026-06-12T23:30-04:00'))).toBe('2026-06-13');
  });

  it.each([
    ['2026-06-30', 1, '2026-07-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-06-12', 0, '2026-06-12'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  it('in a row end with the given date', () => {
    expect(datesUpTo('2026-03-01', 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(datesUpTo('2026-03-01', 0)).toEqual([]);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-6-1', '2026-06-12T00:00Z', ''])('%j is not a date', (text) => {
    expect(isDate(text)).toBe(false);
  });

  it('have a weekday', () => {
    expect([isDate('2028-02-29'), utcWeekday('2026-06-14'), utcWeekday('2026-06-12')]).toEqual([true, 0, 5]);
  });
});

describe('New York', () => {
  it.each([
    ['2026-06-12T03:59Z', '2026-06-11'],
    ['2026-06-12T04:00Z', '2026-06-12'],
    ['2026-01-12T04:59Z', '2026-01-11'],
    ['2026-01-12T05:00Z', '2026-01-12'],
  ])('has at %s the date %s', (at, date) => {
    expect(newYorkDate(Date.parse(at))).toBe(date);
  });

  it.each([
    ['2026-06-12', 20, '2026-06-13T00:00:00.000Z'],
    ['2026-01-12', 20, '2026-01-13T01:00:00.000Z'],
    ['2026-03-08', 0, '2026-03-08T05:00:00.000Z'],
    ['2026-03-08', 14, '2026-03-08T18:00:00.000Z'],
    ['2026-11-01', 0, '2026-11-01T04:00:00.000Z'],
    ['2026-11-01', 14, '2026-11-01T19:00:00.000Z'],
  ])('shows on %s the hour %i at %s', (date, hour, expected) => {
    expect(iso(newYorkTime(date, hour))).toBe(expected);
  });

  it('has days of 23 and of 25 hours', () => {
    const hoursOf = (date: string) => (newYorkTime(addDays(date, 1), 0) - newYorkTime(date, 0)) / hourMs;
    expect(['2026-03-08', '2026-06-12', '2026-11-01'].map(hoursOf)).toEqual([23, 24, 25]);
  });
});
