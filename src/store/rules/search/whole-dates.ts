import { addDays, type LocalDate } from '../../../time.ts';

/** A found paper, and the news that it became. */
export interface NewsCandidate {
  readonly paperNumber: number;
  readonly newsNumber: number;
  readonly date: LocalDate;
}

/** The order of news, the newest first. */
export const newestFirst = (one: NewsCandidate, other: NewsCandidate): number =>
  one.date === other.date ? other.newsNumber - one.newsNumber : one.date < other.date ? 1 : -1;

/** Candidates of news, and the date after which all are there; an empty date if all are there. */
export interface WholeDates {
  readonly whole: readonly NewsCandidate[];
  readonly after: LocalDate;
}

/**
 * If there are too many candidates, keeps the newest dates whose candidates are all present, so that the count per day
 * stays right. All of them are after the date `after`.
 */
export function wholeDates(newest: readonly NewsCandidate[], atMost: number): WholeDates {
  const cut = newest[atMost]?.date;
  if (cut === undefined) return { whole: newest, after: '' };
  const whole = newest.filter(({ date }) => date > cut);
  // If one date alone has too many candidates, those that were found stand for it.
  return whole.length > 0 ? { whole, after: cut } : { whole: newest, after: addDays(cut, -1) };
}
