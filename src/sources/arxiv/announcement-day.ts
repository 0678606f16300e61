import type { DayKind, LocalDate } from '../../papers/listing.ts';
import type { Instant } from '../../ports.ts';
import { daysBefore, isDayAfterHoliday } from './holidays.ts';

const hourMs = 3_600_000;

/** The Swedish way to write a date is ISO's. */
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York', dateStyle: 'short' });

/** The day in New York, by whose calendar arXiv announces and dates its feeds. */
export const easternDay = (instant: Instant): LocalDate => calendar.format(instant);

/**
 * What arXiv's calendar says of the feed of a day. Announcements are made from Sunday to Thursday at eight in the evening,
 * and are in the feeds from midnight on, under the next day's date. It is an expectation only: what a feed holds decides.
 */
export function announcementDayKind(day: LocalDate): DayKind {
  if ([0, 6].includes(weekdayOf(day))) return 'weekend';
  return isDayAfterHoliday(day) ? 'holiday' : 'expected';
}

/** The day in New York that a feed's date names (`Mon, 27 Apr 2026 00:00:00 -0400`), or null where it names none. */
export function readEasternDay(text: string | null): LocalDate | null {
  const instant = Date.parse(text?.trim() ?? '');
  return Number.isNaN(instant) ? null : easternDay(instant);
}

/** When what a day's feed announces was submitted, as far as one can know. Both ends are moments. */
export interface SubmissionWindow {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * From the cut-off of the announcement before to that of the day's own. While the next one is not made, whatever arXiv
 * tells of is announced, so that the window is open to the end of the day.
 */
export function submissionWindow(day: LocalDate, now: Instant): SubmissionWindow {
  const isNextAnnounced = now >= easternTime(day, 20);
  return { from: cutOff(dayBefore(day)), to: isNextAnnounced ? cutOff(day) : Date.parse(`${day}T23:59Z`) };
}

/** From noon in New York on, what has not been announced for the day will not be. */
export const isHopeless = (day: LocalDate, now: Instant): boolean => now >= easternTime(day, 12);

/** The last day before for which something was announced. */
function dayBefore(day: LocalDate): LocalDate {
  const before = daysBefore(day, 1);
  return announcementDayKind(before) === 'expected' ? before : dayBefore(before);
}

/** Two in the afternoon before the announcement; on Sunday what came in until Friday is announced. */
const cutOff = (day: LocalDate): Instant => easternTime(daysBefore(day, weekdayOf(day) === 1 ? 3 : 1), 14);

/** An hour from five in the morning on: the clocks of New York change at two, and are four or five hours behind UTC. */
function easternTime(day: LocalDate, hour: number): Instant {
  const inSummer = Date.parse(`${day}T00:00Z`) + (hour + 4) * hourMs;
  return clockHour(inSummer) === hour ? inSummer : inSummer + hourMs;
}

const hours = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/New_York', hour: 'numeric' });
const clockHour = (instant: Instant): number => Number(hours.format(instant));

const weekdayOf = (day: LocalDate): number => new Date(`${day}T00:00Z`).getUTCDay();
