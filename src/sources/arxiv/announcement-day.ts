import { memoLast } from '../../memo.ts';
import type { DayKind } from '../../papers/listing.ts';
import type { Instant } from '../../ports.ts';
import { addDays, type LocalDate, newYorkDate, newYorkTime, utcWeekday } from '../../time.ts';
import { isDayAfterHoliday } from './holidays.ts';

/**
 * The kind of a day in arXiv's calendar of feeds. arXiv announces from Sunday to Thursday at eight in the evening, and the
 * feeds have the announcement from midnight on, under the next day's date. It is only an expectation: the feed decides.
 */
export function announcementDayKind(day: LocalDate): DayKind {
  if ([0, 6].includes(utcWeekday(day))) return 'weekend';
  return isDayAfterHoliday(day) ? 'holiday' : 'expected';
}

const isSame = (one: string | null, other: string | null): boolean => one === other;

/**
 * The day in New York of a feed's date (`Mon, 27 Apr 2026 00:00:00 -0400`). Null where the text is not a date. All items of
 * a feed have the same date.
 */
export const readEasternDay = memoLast(isSame, (text: string | null): LocalDate | null => {
  const instant = Date.parse(text?.trim() ?? '');
  return Number.isNaN(instant) ? null : newYorkDate(instant);
});

/** The estimated time in which the papers of a day's feed were submitted. */
export interface SubmissionWindow {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The window from the cut-off of the announcement before to the cut-off of the day's announcement. Until the next
 * announcement, all papers that arXiv's search knows are announced, so the window lasts to the end of the day.
 */
export function submissionWindow(day: LocalDate, now: Instant): SubmissionWindow {
  const isNextAnnounced = now >= newYorkTime(day, 20);
  return { from: cutOff(dayBefore(day)), to: isNextAnnounced ? cutOff(day) : Date.parse(`${day}T23:59Z`) };
}

/** Whether the day's announcement will not come any more. From noon in New York on, arXiv makes none for the day. */
export const isHopeless = (day: LocalDate, now: Instant): boolean => now >= newYorkTime(day, 12);

/** The last day before with an announcement. */
function dayBefore(day: LocalDate): LocalDate {
  const before = addDays(day, -1);
  return announcementDayKind(before) === 'expected' ? before : dayBefore(before);
}

/** Two in the afternoon before the announcement. Sunday's announcement has the papers submitted until Friday. */
const cutOff = (day: LocalDate): Instant => newYorkTime(addDays(day, utcWeekday(day) === 1 ? -3 : -1), 14);
