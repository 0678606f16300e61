import type { LocalDate } from '../../../time.ts';
import type { Database } from '../file/database.ts';

/**
 * A condition of SQL: whether a row of `news` was announced on the day `:since` or later, and its paper not published before
 * it. An empty `:since` is true for all news.
 * @param number the expression for the paper's number
 */
export const isSince = (number: string): string => `(news.date >= :since and (:since = ''
  or coalesce((select dated.published_at from papers as dated where dated.number = ${number}), :since) >= :since))`;

/**
 * An expression of SQL: the lowest number among the papers that were announced since a day. Where a search begins there, it
 * skips what is older. News is stored on its day or later, and one day is allowed for the zones of sources. So an index by
 * time finds it. The + keeps SQLite from walking through all papers for that number.
 */
export const lowestSince = `(select min(+paper_number) from news
  where at >= coalesce(unixepoch(:since) - 86400, 0) * 1000 and date >= :since)`;

/** Tells which papers are of a day or later. */
export function paperDates(db: Database) {
  const lowest = db.$client.prepare<[Record<'since', LocalDate>], number | null>(`select ${lowestSince}`).pluck();
  const has = db.$client
    .prepare<[{ readonly since: LocalDate; readonly number: number }], number>(
      `select 1 from news where paper_number = :number and ${isSince(':number')}`,
    )
    .pluck();
  return {
    /** The lowest number of a paper since that day; null if there is none. */
    lowest: (since: LocalDate): number | null => lowest.get({ since }) ?? null,
    has: (number: number, since: LocalDate): boolean => has.get({ number, since }) !== undefined,
  };
}
