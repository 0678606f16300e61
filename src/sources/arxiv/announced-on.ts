import type { Instant } from '../../ports.ts';
import { addDays, type LocalDate, newYorkDate } from '../../time.ts';
import { announcementDayKind, submissionWindow } from './announcement-day.ts';

const afterAll = Number.MAX_SAFE_INTEGER;

/**
 * The day whose feed announced a paper, by arXiv's present calendar. It may be off by a few days for papers that were
 * held back, and for years with another calendar.
 * @param submittedAt when the first version was submitted
 */
export function announcedOn(submittedAt: Instant): LocalDate {
  let day = addDays(newYorkDate(submittedAt), 1);
  while (announcementDayKind(day) !== 'expected' || submissionWindow(day, afterAll).to <= submittedAt) {
    day = addDays(day, 1);
  }
  return day;
}
