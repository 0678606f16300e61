import type { DayKind } from '../../papers/listing.ts';
import type { Instant } from '../../ports.ts';
import { addDays, type LocalDate, newYorkDate, newYorkTime, utcWeekday } from '../../time.ts';
import { isDayAfterHoliday } from './holidays.ts';

/**
 * What arXiv's calendar says of the feed of a day. Announcements are made from Sunday to Thursday at eight in the evening,
 * and are in the feeds from midnight on, under the next day's date. It is an expectation only: what a feed holds decides.
 */
export function announcementDayKind(day: LocalDate): DayKind {
  if ([0, 6].includes(utcWeekday(day))) return 'weekend';
  return isDayAfterHoliday(day) ? 'holiday' : 'expected';
}

/** The day in New York that a feed's date names (`Mon, 27 Apr 2026 00:00:00 -0400`), or null where it names none. */
export function readEasternDay(text: string | null): LocalDate | null {
  const instant = Date.parse(text?.trim() ?? '');
  return Number.isNaN(instant) ? null : newYorkDate(instant);
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
  const isNextAnnounced = now >= newYorkTime(day, 20);
  return { from: cutOff(dayBefore(day)), to: isNextAnnounced ? cutOff(day) : Date.parse(`${day}T23:59Z`) };
}

/** From noon in New York on, what has not been announced for the day will not be. */
export const isHopeless = (day: LocalDate, now: Instant): boolean => now >= newYorkTime(day, 12);

/** The last day before for which something was announced. */
function dayBefore(day: LocalDate): LocalDate {
  const before = addDays(day, -1);
  return announcementDayKind(before) === 'expected' ? before : dayBefore(before);
}

/** Two in the afternoon before the announcement; on Sunday what came in until Friday is announced. */
const cutOff = (day: LocalDate): Instant => newYorkTime(addDays(day, utcWeekday(day) === 1 ? -3 : -1), 14);
