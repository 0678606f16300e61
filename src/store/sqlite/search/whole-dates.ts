import type { Instant } from '../../../ports.ts';
import { addDays, type LocalDate } from '../../../time.ts';
import type { Database } from '../file/database.ts';
import type { NewsCandidate } from './candidates.ts';

/** How many papers are matched one by one, the newest ones. More would take noticeably longer. */
export const checkedAtMost = 1_500;

/**
 * If there are too many candidates, keeps the newest dates whose candidates are all present, so that the count per day
 * stays right. All of them are after the date `after`.
 */
export function wholeDates(
  newestFirst: readonly NewsCandidate[],
  atMost: number,
): {
  readonly whole: readonly NewsCandidate[];
  readonly after: LocalDate;
} {
  const cut = newestFirst[atMost]?.date;
  if (cut === undefined) return { whole: newestFirst, after: '' };
  const whole = newestFirst.filter(({ date }) => date > cut);
  // If one date alone has too many candidates, those that were found stand for it.
  return whole.length > 0 ? { whole, after: cut } : { whole: newestFirst, after: addDays(cut, -1) };
}

/** Counts the dates of news since a moment, after a date. */
export function dateCounter(db: Database): (since: Instant, after: LocalDate) => number {
  const datesOfNews = db.$client
    .prepare<[Instant, LocalDate], number>('select count(distinct date) from news where at >= ? and date > ?')
    .pluck();
  return (since, after) => datesOfNews.get(since, after) ?? 0;
}
