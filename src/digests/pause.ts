import type { Instant } from '../ports.ts';
import { addDays, type LocalDate } from '../time.ts';
import { readDay } from './day-words.ts';
import { localDate, startOfDay } from './schedule.ts';

/** The longest pause that ends by itself, in days. A longer one is ended by hand. */
const longestDays = 366;

/**
 * The meaning of a text for the day on which digests begin again.
 * - `day`: this one
 * - `past`, `today`: this day, which is not after today
 * - `far`: this day, which is too far ahead
 * - `unknown`: not a day
 */
export type PauseEnd =
  | { readonly kind: 'day' | 'past' | 'today' | 'far'; readonly day: LocalDate }
  | { readonly kind: 'unknown' };

/** Reads the day on which digests begin again, as people write it: see `readDay`. */
export function readPauseEnd(text: string, zone: string, now: Instant): PauseEnd {
  const today = localDate(zone, now);
  const day = readDay(text, today);
  if (day === null) return { kind: 'unknown' };
  if (day <= today) return { kind: day === today ? 'today' : 'past', day };
  return { kind: day > addDays(today, longestDays) ? 'far' : 'day', day };
}

/** The moment at which a pause until that day ends. */
export const endOfPause = (day: LocalDate, zone: string): Instant => startOfDay(zone, day);
