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
 * evening, so the feed of the day after is empty. A Friday never has an announcement: after a holiday on a Friday, the one
 * of Sunday evening is postponed, so Monday's feed is empty.
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
 * The holidays that arXiv kept in every known year, for a year whose holidays it has not named. A few more between
 * Christmas and New Year move, and only the feed shows those.
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

/** The day on which a holiday is kept: the Friday before a Saturday, and the Monday after a Sunday. */
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
