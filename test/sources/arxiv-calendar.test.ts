import { describe, expect, it } from 'vitest';
import { announcementDayKind, isHopeless, submissionWindow } from '../../src/sources/arxiv/announcement-day.ts';
import { utcDate } from '../../src/time.ts';
import { hasSharedData, readMetadata, skipped } from './shared-data.ts';

const daysOf = (year: number): string[] =>
  Array.from({ length: 366 }, (_, index) => utcDate(Date.UTC(year, 0, 1 + index))).filter((day) =>
    day.startsWith(String(year)),
  );
const holidaysOf = (year: number): string[] => daysOf(year).filter((day) => announcementDayKind(day) === 'holiday');

describe('arXiv’s calendar', () => {
  it('has feeds from Monday to Friday', () => {
    const week = ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14', '2026-03-15'];
    expect(week.map(announcementDayKind)).toEqual([...Array(5).fill('expected'), 'weekend', 'weekend']);
  });

  it('has none after the evenings that the named holidays of 2026 leave out', () => {
    expect(holidaysOf(2026)).toEqual([
      '2026-01-02', // of Thursday 01-01
      '2026-01-20', // of Monday 01-19
      '2026-06-22', // of Friday 06-19: Sunday's announcement is postponed
      '2026-07-06', // of Friday 07-03
      '2026-09-08', // of Monday 09-07
      '2026-11-27', // of Thursday 11-26
      '2026-12-28', // of Friday 12-25
      '2026-12-30', // of Tuesday 12-29
    ]);
    expect(announcementDayKind('2027-01-01')).toBe('holiday'); // of Thursday 2026-12-31
  });

  it.each([
    // 2027-06-19 is a Saturday, kept on Friday; 07-04 a Sunday, kept on Monday; 12-25 a Saturday. The first is of 2026.
    [2027, ['01-01', '01-04', '01-19', '06-21', '07-06', '09-07', '11-26', '12-27']],
    [2025, ['01-02', '01-21', '06-20', '07-07', '09-02', '11-28', '12-26']],
  ])('has the usual holidays for %i, whose holidays arXiv has not named here', (year, expected) => {
    expect(holidaysOf(year)).toEqual(expected.map((day) => `${year}-${day}`));
  });

  it.runIf(hasSharedData)(`agrees with the days on which papers were first seen ${skipped}`, () => {
    const seen = new Map<string, number>();
    for (const { first_seen: day = '' } of readMetadata()) seen.set(day, (seen.get(day) ?? 0) + 1);
    const covered = [...seen.keys()].sort();
    const from = covered[0] ?? '';
    const to = covered.at(-1) ?? '';
    const quiet = [...holidaysOf(2025), ...holidaysOf(2026)].filter((day) => day >= from && day <= to);
    expect(quiet).toHaveLength(7);
    // One of the captures has a few stragglers of the day before. A working day has hundreds of papers.
    for (const day of quiet) expect(seen.get(day) ?? 0, day).toBeLessThan(30);
  });
});

describe('the submissions that a day’s announcement brings', () => {
  const window = (day: string, now: string) => {
    const { from, to } = submissionWindow(day, Date.parse(now));
    return [from, to].map((instant) => new Date(instant).toISOString().slice(0, 16));
  };

  it.each([
    ['a Wednesday', '2026-03-11', ['2026-03-09T18:00', '2026-03-10T18:00']],
    ['a Tuesday, over the weekend', '2026-02-10', ['2026-02-06T19:00', '2026-02-09T19:00']],
    ['a Monday, of Thursday and Friday', '2026-02-09', ['2026-02-05T19:00', '2026-02-06T19:00']],
    ['a Monday in the week in which clocks change', '2026-03-09', ['2026-03-05T19:00', '2026-03-06T19:00']],
    ['a Wednesday after a holiday on Monday', '2026-01-21', ['2026-01-16T19:00', '2026-01-20T19:00']],
  ])('on %s are those since the cut-off before, once the next announcement is made', (_name, day, expected) => {
    expect(window(day, `${day}T23:59:00-04:00`).map(String)).toEqual(expected);
  });

  it('have no upper bound before the next announcement: all known papers are announced', () => {
    expect(window('2026-03-11', '2026-03-11T23:59:00Z')).toEqual(['2026-03-09T18:00', '2026-03-11T23:59']);
    expect(window('2026-03-11', '2026-03-12T00:00:00Z')[1]).toBe('2026-03-10T18:00');
  });

  it('cannot come any more after noon in New York', () => {
    expect(isHopeless('2026-03-11', Date.parse('2026-03-11T15:59Z'))).toBe(false);
    expect(isHopeless('2026-03-11', Date.parse('2026-03-11T16:00Z'))).toBe(true);
    expect(isHopeless('2026-02-11', Date.parse('2026-02-11T16:59Z'))).toBe(false);
  });
});
