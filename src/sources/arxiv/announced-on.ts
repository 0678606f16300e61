import type { Instant } from '../../ports.ts';
import { addDays, type LocalDate, newYorkDate } from '../../time.ts';
import { announcementDayKind, submissionWindow } from './announcement-day.ts';

const afterAll = Number.MAX_SAFE_INTEGER;

/**
 * The day whose feed announced a paper, by arXiv's calendar of today: of papers that were held back, and of the years in
 * which it was another one, it may be off by a few days.
 * @param submittedAt when its first version came in
 */
export function announcedOn(submittedAt: Instant): LocalDate {
  let day = addDays(newYorkDate(submittedAt), 1);
  while (announcementDayKind(day) !== 'expected' || submissionWindow(day, afterAll).to <= submittedAt) {
    day = addDays(day, 1);
  }
  return day;
}
