import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { Connection } from '../connection.ts';

/** How many papers are matched one by one, the newest ones. More would take noticeably longer. */
export const checkedAtMost = 1_500;

/** Counts the dates of news since a moment, after a date. */
export function dateCounter(db: Connection): (since: Instant, after: LocalDate) => Promise<number> {
  const datesOfNews = db
    .prepare<[Instant, LocalDate], number>(
      // PostgreSQL would sort the dates of all news to count distinct ones.
      'select count(*) from (select distinct date from news where at >= ? and date > ?) as dates',
    )
    .pluck();
  return async (since, after) => (await datesOfNews.get(since, after)) ?? 0;
}
