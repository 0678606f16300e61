import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay } from '../../src/digests/day-words.ts';
import { addDays, isDate } from '../../src/time.ts';

// A Friday.
const today = '2026-06-12';

describe('a day in words', () => {
  it.each([
    ['2026-07-01', '2026-07-01'],
    ['today', '2026-06-12'],
    ['yesterday', '2026-06-11'],
    ['Tomorrow', '2026-06-13'],
    ['the day after tomorrow', '2026-06-14'],
    ['3 days', '2026-06-15'],
    ['in three days', '2026-06-15'],
    ['3 days from now', '2026-06-15'],
    ['3 days ago', '2026-06-09'],
    ['for a week', '2026-06-19'],
    ['2w', '2026-06-26'],
    ['a couple of weeks', '2026-06-26'],
    ['1 month', '2026-07-12'],
    ['half a year', null],
    ['a year', '2027-06-12'],
    ['monday', '2026-06-15'],
    ['until Monday', '2026-06-15'],
    ['next monday', '2026-06-15'],
    ['this coming mon', '2026-06-15'],
    ['fri', '2026-06-19'],
    ['last friday', '2026-06-05'],
    ['last monday', '2026-06-08'],
    ['next week', '2026-06-15'],
    ['next month', '2026-07-01'],
    ['next year', '2027-01-01'],
    ['end of the month', '2026-06-30'],
    ['end of next month', '2026-07-31'],
    ['the start of next month', '2026-07-01'],
    ['end of next week', '2026-06-20'],
    ['end of next year', '2027-12-31'],
    ['the week after next', '2026-06-22'],
    ['this weekend', '2026-06-13'],
    ['last week', '2026-06-05'],
    ['last month', '2026-05-12'],
    ['tuesday next week', '2026-06-16'],
    ['next week sunday', '2026-06-21'],
    ['a week from monday', '2026-06-22'],
    ['two weeks after the 1st', '2026-07-15'],
    ['a fortnight', '2026-06-26'],
    ["two weeks' time", '2026-06-26'],
    ['2 wks', '2026-06-26'],
    ['6 mos', '2026-12-12'],
    ['w', null],
    ['Friday 19 June', '2026-06-19'],
    ['Fri, June 19th', '2026-06-19'],
    ['Sunday the 21st', '2026-06-21'],
    ['Wed 2026-07-01', '2026-07-01'],
    ['Monday 19 June', null],
    ['the 12th', '2026-06-12'],
    ['the 11th', '2026-07-11'],
    ['31st', '2026-07-31'],
    ['32nd', null],
    ['mid July', '2026-07-15'],
    ['the middle of July 2027', '2027-07-15'],
    ['1-Jul-2026', '2026-07-01'],
    ['2026-7-1', '2026-07-01'],
    ['tomorrow!', '2026-06-13'],
    ['Christmas', '2026-12-25'],
    ['New Year’s Day', '2027-01-01'],
    ['tomorrow 9am', null],
    ['24 hours', null],
    ['the weekend', '2026-06-13'],
    ['1 July', '2026-07-01'],
    ['1st of July', '2026-07-01'],
    ['July 1', '2026-07-01'],
    ['Jul. 1st', '2026-07-01'],
    ['July 1, 2027', '2027-07-01'],
    ['1. Jul 2027', '2027-07-01'],
    ['1 March', '2027-03-01'],
    ['29 February', '2028-02-29'],
    ['29 February 2027', null],
    ['31 June', null],
    ['September', '2026-09-01'],
    ['the end of June', '2026-06-30'],
    ['beginning of January 2027', '2027-01-01'],
    ['1.7.', '2026-07-01'],
    ['24.12.2026', '2026-12-24'],
    ['2026/7/1', '2026-07-01'],
    // It means the first of July in Berlin, and the seventh of January in Boston.
    ['1/7/2026', null],
    ['2026-02-30', null],
    ['mon tue', null],
    ['weekdays', null],
    ['someday', null],
    ['__proto__', null],
    ['', null],
  ])('%j is %s', (text, expected) => {
    expect(readDay(text, today)).toBe(expected);
  });

  it('a month later is the last day of a shorter month', () => {
    expect(readDay('1 month', '2026-01-31')).toBe('2026-02-28');
    expect(readDay('1 month', '2026-12-31')).toBe('2027-01-31');
  });

  it('is a date of the calendar or nothing, whatever is typed and whatever day it is', () => {
    const word = fc.constantFrom(
      'next',
      'last',
      'in',
      'end of',
      '1',
      '31',
      '999',
      'feb',
      'monday',
      'weeks',
      'year',
      '.',
      'ago',
    );
    const text = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.array(word, { maxLength: 4 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 20_000 }), (typed, days) => {
        const day = readDay(typed, addDays('2000-01-01', days));
        expect(day === null || isDate(day)).toBe(true);
      }),
    );
  });
});
