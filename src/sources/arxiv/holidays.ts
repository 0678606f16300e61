import { addDays, type LocalDate, utcWeekday } from '../../time.ts';

/** The holidays that arXiv names for a year: https://info.arxiv.org/help/availability.html#holiday. */
const namedHolidays: Readonly<Record<string, readonly LocalDate[]>> = {
  2026: [
    '2026-01-01',
    '2026-01-19',
    '2026-06-19',
    '2026-07-03',
    '2026-09-07',
    '2026-11-26',
    '2026-12-25',
    '2026-12-29',
    '2026-12-31',
  ],
};

/** Friday as `Date` counts weekdays. */
const friday = 5;

/**
 * Whether arXiv's feed of this day is expected to be empty because of a holiday. A holiday has no announcement in its
 * evening, so the feed of the day after is empty. A Friday has none in any case: there the one of Sunday evening, which
 * is to bring what came in until Friday, is put off, so that Monday's feed is empty.
 */
export function isDayAfterHoliday(day: LocalDate): boolean {
  const before = addDays(day, -1);
  const fridayBefore = addDays(day, -3);
  return isHoliday(before) || (utcWeekday(fridayBefore) === friday && isHoliday(fridayBefore));
}

function isHoliday(date: LocalDate): boolean {
  const year = date.slice(0, 4);
  return (namedHolidays[year] ?? usualHolidays(Number(year))).includes(date);
}

/**
 * What arXiv kept in every year known, for a year that it has not named. It has a few more between Christmas and New
 * Year, which move: there, what a feed holds decides.
 */
function usualHolidays(year: number): readonly LocalDate[] {
  return [
    observed(`${year}-01-01`),
    nthWeekday(year, '01', 1, 3),
    observed(`${year}-06-19`),
    observed(`${year}-07-04`),
    nthWeekday(year, '09', 1, 1),
    nthWeekday(year, '11', 4, 4),
    observed(`${year}-12-25`),
  ];
}

/** Kept on the Friday before where it falls on a Saturday, on the Monday after where on a Sunday. */
function observed(date: LocalDate): LocalDate {
  const weekday = utcWeekday(date);
  if (weekday === 6) return addDays(date, -1);
  return weekday === 0 ? addDays(date, 1) : date;
}

/** @param weekday as `Date` counts them: 1 is Monday */
function nthWeekday(year: number, month: string, weekday: number, nth: number): LocalDate {
  const first = `${year}-${month}-01`;
  const ahead = (weekday - utcWeekday(first) + 7) % 7;
  return addDays(first, ahead + (nth - 1) * 7);
}
