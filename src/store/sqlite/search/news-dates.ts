import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { Database } from '../file/database.ts';

/** How many papers are matched one by one, the newest ones. More would take noticeably longer. */
export const checkedAtMost = 1_500;

/** Counts the dates of news since a moment, after a date. */
export function dateCounter(db: Database): (since: Instant, after: LocalDate) => number {
  const datesOfNews = db.$client
    .prepare<[Instant, LocalDate], number>('select count(distinct date) from news where at >= ? and date > ?')
    .pluck();
  return (since, after) => datesOfNews.get(since, after) ?? 0;
}
