import { addDays, isDate, type LocalDate } from '../time.ts';
import { readDay } from './day-words.ts';

/** Days in a row, the first and the last included. */
export interface DayRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** How far back words may lie that `readDay` reads as coming days: a weekday, and a day without a year. */
const lookBack = [7, 365, 366] as const;

const future = /\b(?:tomorrow|overmorrow|next|coming|in|from)\b/i;

/**
 * Reads a day that is not after today, as people write it: all that `readDay` reads, where `monday`, `1 July` and
 * `2 weeks` are in the past, a whole month, `2026-06`, and a whole year, `2026`. Null for any other text.
 */
export function readPastDays(text: string, today: LocalDate): DayRange | null {
  const typed = text.trim();
  const range = readMonth(typed) ?? readYear(typed);
  if (range !== null) return range.from > today ? null : range;
  const day = readPastDay(typed, today);
  return day === null ? null : { from: day, to: day };
}

function readPastDay(typed: string, today: LocalDate): LocalDate | null {
  const coming = readDay(typed, today);
  if (coming === null || coming <= today) return coming;
  if (isDate(typed) || future.test(typed)) return null;
  const past = [readDay(`${typed} ago`, today), ...lookBack.map((days) => readDay(typed, addDays(today, -days)))];
  return past.find((day) => day !== null && day <= today) ?? null;
}

function readMonth(typed: string): DayRange | null {
  const from = `${typed}-01`;
  if (!/^\d{4}-\d\d$/.test(typed) || !isDate(from)) return null;
  const nextMonth = addDays(from, 31).slice(0, 7);
  return { from, to: addDays(`${nextMonth}-01`, -1) };
}

const readYear = (typed: string): DayRange | null =>
  /^(?:19|20)\d\d$/.test(typed) ? { from: `${typed}-01-01`, to: `${typed}-12-31` } : null;
