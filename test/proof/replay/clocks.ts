import type { LocalDate } from '../../../src/papers/listing.ts';
import { easternMidnight } from '../../../src/playground/sample/eastern-time.ts';
import type { Instant } from '../../../src/ports.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
/** How long a digest of a replay waits for its sources. */
export const graceMs = 2 * hourMs;

export const utcDay = (instant: Instant): LocalDate => new Date(instant).toISOString().slice(0, 10);
export const startOfUtcDay = (day: LocalDate): Instant => Date.parse(`${day}T00:00:00Z`);
export const dayAfter = (day: LocalDate, days: number): LocalDate => utcDay(startOfUtcDay(day) + days * dayMs);

/** ISO: 1 is Monday. */
export const weekdayOf = (day: LocalDate): number => ((new Date(startOfUtcDay(day)).getUTCDay() + 6) % 7) + 1;
export const isWeekend = (day: LocalDate): boolean => weekdayOf(day) > 5;

/** When arXiv's feeds of the day are made. */
export const feedsMadeAt = remembered((day: LocalDate): Instant => easternMidnight(day).getTime());

/** Calendars are slow, and asked for the same few days and moments all the time. */
function remembered<Asked, Told>(tell: (asked: Asked) => Told): (asked: Asked) => Told {
  const known = new Map<Asked, Told>();
  return (asked) => {
    const told = known.get(asked) ?? tell(asked);
    known.set(asked, told);
    return told;
  };
}

const walls = new Map<string, Intl.DateTimeFormat>();

/** What a clock on a wall of the zone shows: `2026-06-10 09:00`. Knows nothing of Temporal, on which the bot counts. */
export function wallClock(zone: string, instant: Instant): string {
  const wall =
    walls.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  walls.set(zone, wall);
  return wall.format(instant);
}

export const easternDay = remembered(
  (instant: Instant): LocalDate => wallClock('America/New_York', instant).slice(0, 10),
);

/**
 * When the wall of the zone first shows that time of that day, or, where its clock skips it, a later one. All zones
 * that a replay uses change their clocks at full quarters of an hour.
 */
export function firstShownAt(zone: string, day: LocalDate, time: string): Instant {
  for (let instant = startOfUtcDay(day) - 14 * hourMs; ; instant += 15 * minuteMs) {
    if (wallClock(zone, instant) >= `${day} ${time}`) return instant;
  }
}
