import type { Instant } from '../ports.ts';
import { addDays, isDate, type LocalDate } from '../time.ts';
import { localDate, parseDays, startOfDay, weekdayOf } from './schedule.ts';

/** The longest pause that ends by itself, in days. A longer one is ended by hand. */
const longestDays = 366;

const spans: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };

/**
 * The day on which digests begin again, as people write it: `2026-07-01`, `3 days`, `a week`, `tomorrow`, `monday`.
 * Null for any other text, and for a day that is not after today or is too far ahead.
 */
export function parsePauseEnd(text: string, zone: string, now: Instant): LocalDate | null {
  const today = localDate(zone, now);
  const day = readDay(text.trim().toLowerCase(), today);
  return day !== null && day > today && day <= addDays(today, longestDays) ? day : null;
}

function readDay(text: string, today: LocalDate): LocalDate | null {
  if (isDate(text)) return text;
  if (text === 'tomorrow') return addDays(today, 1);
  const [, amount, span = ''] = /^(?:for\s+)?(\d{1,3}|an?)\s+(day|week|month)s?$/.exec(text) ?? [];
  if (amount !== undefined) return addDays(today, (spans[span] ?? 0) * (Number(amount) || Number(amount !== '0')));
  const [weekday, ...others] = parseDays(text) ?? [];
  if (weekday === undefined || others.length > 0) return null;
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
}

/** The moment at which a pause until that day ends. */
export const endOfPause = (day: LocalDate, zone: string): Instant => startOfDay(zone, day);
