import { memoByKey } from '../../../src/memo.ts';
import type { Instant } from '../../../src/ports.ts';
import { hourMs, type LocalDate, minuteMs, newYorkTime, startOfUtcDate } from '../../../src/time.ts';

/** How long a digest of a replay waits for its sources. */
export const graceMs = 2 * hourMs;

/** ISO: 1 is Monday. */
export const weekdayOf = (day: LocalDate): number => ((new Date(startOfUtcDate(day)).getUTCDay() + 6) % 7) + 1;
export const isWeekend = (day: LocalDate): boolean => weekdayOf(day) > 5;

/** Calendars are slow, and their requests repeat. */
const remembered = 100_000;

/** When arXiv's feeds of the day are made. */
export const feedsMadeAt = memoByKey(remembered, (day: LocalDate): Instant => newYorkTime(day, 0));

const walls = new Map<string, Intl.DateTimeFormat>();

/** The local time in the zone: `2026-06-10 09:00`. It does not use Temporal, which the bot uses. */
export function wallClock(zone: string, instant: Instant): string {
  const wall =
    walls.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  walls.set(zone, wall);
  return wall.format(instant);
}

export const easternDay = memoByKey(
  remembered,
  (instant: Instant): LocalDate => wallClock('America/New_York', instant).slice(0, 10),
);

/**
 * The first moment with that local time or, if the clock skips it, a later one. All zones of a replay change their
 * clocks at full quarters of an hour.
 */
export function firstShownAt(zone: string, day: LocalDate, time: string): Instant {
  for (let instant = startOfUtcDate(day) - 14 * hourMs; ; instant += 15 * minuteMs) {
    if (wallClock(zone, instant) >= `${day} ${time}`) return instant;
  }
}
