import type { Instant } from '../../../ports.ts';
import { dayMs, type LocalDate, startOfUtcDate } from '../../../time.ts';
import type { Connection } from '../connection.ts';
import type { Dialect } from '../dialect.ts';

/**
 * A condition of SQL: whether a row of `news` was announced on the day `:since` or later, and its paper not published before
 * it. An empty `:since` is true for all news.
 * @param number the expression for the paper's number
 */
export const isSince = (number: string): string => `(news.date >= :since and (:since = ''
  or coalesce((select dated.published_at from papers as dated where dated.number = ${number}), :since) >= :since))`;

/**
 * An expression of SQL: the lowest number among the papers that were announced since a day. Where a search begins there, it
 * skips what is older. The hint keeps SQLite from walking through all papers for that number: an index by time finds it.
 */
export const lowestSince = ({ unindexed }: Dialect): string => `(select min(${unindexed('paper_number')}) from news
  where at >= :sinceAt and date >= :since)`;

/** The parameters of both. News is stored on its day or later, and one day is allowed for the zones of sources. */
export const sinceParameters = (since: LocalDate): { readonly since: LocalDate; readonly sinceAt: Instant } => ({
  since,
  sinceAt: since === '' ? 0 : startOfUtcDate(since) - dayMs,
});

/** Tells which papers are of a day or later. */
export function paperDates(db: Connection) {
  const lowest = db
    .prepare<ReturnType<typeof sinceParameters>, number | null>(`select ${lowestSince(db.dialect)}`)
    .pluck();
  const asked = db
    .prepare<{ readonly since: LocalDate; readonly numbers: string }, number>(
      `select asked.value from ${db.dialect.numbers(':numbers')} as asked
       ${db.dialect.joinInOrder} news on news.paper_number = asked.value where ${isSince('asked.value')}`,
    )
    .pluck();
  return {
    /** The lowest number of a paper since that day; null if there is none. */
    lowest: async (since: LocalDate): Promise<number | null> => (await lowest.get(sinceParameters(since))) ?? null,
    /** Those of the papers that are of that day or later, in the same order. */
    async since(since: LocalDate, numbers: readonly number[]): Promise<readonly number[]> {
      const found = new Set(await asked.all({ since, numbers: JSON.stringify(numbers) }));
      return numbers.filter((number) => found.has(number));
    },
  };
}
