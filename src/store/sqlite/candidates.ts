import { setImmediate as otherWork } from 'node:timers/promises';
import type { LocalDate } from '../../papers/listing.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import { requiredTerms } from '../../topics/candidates.ts';
import { matches } from '../../topics/match.ts';
import { readPaper } from '../../topics/paper-text.ts';
import type { Topic } from '../../topics/topic.ts';
import type { Database } from './database.ts';
import { sql } from './drizzle.ts';
import { fullTextQuery } from './full-text-query.ts';
import { paperOf } from './paper-rows.ts';
import { papers } from './schema.ts';

/** A paper that the full-text index finds, as it became news. */
export interface NewsCandidate {
  readonly paperNumber: number;
  readonly date: LocalDate;
}

/** What the full-text index finds for a topic: all papers that match it, and some that do not. */
export interface CandidateFinder {
  /** Numbers of papers, best first; with `since`, only papers that became news then or later. */
  ranked(topic: Topic, since: Instant | undefined, limit: number): readonly number[];
  /** News since then, newest date first. */
  news(topic: Topic, since: Instant, limit: number): readonly NewsCandidate[];
}

// A word in the title tells more of a paper than one in the abstract. Authors and categories match or do not: they
// give no rank, so that a search for these alone shows the newest first.
const rank = 'bm25(paper_search, 4.0, 1.0, 0.0, 0.0), paper_search.rowid desc';

export function candidateFinder(db: Database): CandidateFinder {
  const all = db.$client
    .prepare<[string, number], number>(
      `select rowid from paper_search where paper_search match ? order by ${rank} limit ?`,
    )
    .pluck();
  const recent = db.$client
    .prepare<[string, Instant, number], number>(
      `select paper_search.rowid from paper_search cross join news on news.paper_number = paper_search.rowid
       where paper_search match ? and news.at >= ? order by ${rank} limit ?`,
    )
    .pluck();
  const byDate = db.$client.prepare<[string, Instant, number], NewsCandidate>(
    `select news.paper_number as paperNumber, news.date
     from paper_search cross join news on news.paper_number = paper_search.rowid
     where paper_search match ? and news.at >= ? order by news.date desc, news.number desc limit ?`,
  );
  const queryOf = (topic: Topic) => fullTextQuery(requiredTerms(topic));
  return {
    ranked: (topic, since, limit) =>
      since === undefined ? all.all(queryOf(topic), limit) : recent.all(queryOf(topic), since, limit),
    news: (topic, since, limit) => byDate.all(queryOf(topic), since, limit),
  };
}

/** Papers held against a topic between two looks at other work: some 10 ms. */
const papersAtOnce = 100;

/**
 * Those of the candidates that match the topic, in the order given: the one definition of a match decides, the index
 * only spares it most papers. Lets other work happen in between, for thousands of candidates take a second.
 */
export function matchFilter(db: Database) {
  const byNumbers = db
    .select()
    .from(papers)
    .where(sql`${papers.number} in (select value from json_each(${sql.placeholder('numbers')}))`)
    .prepare();

  function load(numbers: readonly number[]): readonly Paper[] {
    const rows = new Map(byNumbers.all({ numbers: JSON.stringify(numbers) }).map((row) => [row.number, row]));
    return numbers.flatMap((number) => {
      const row = rows.get(number);
      return row === undefined ? [] : [paperOf(row)];
    });
  }

  return async function* matching(topic: Topic, numbers: readonly number[]): AsyncGenerator<Paper> {
    for (let start = 0; start < numbers.length; start += papersAtOnce) {
      if (start > 0) await otherWork();
      const loaded = load(numbers.slice(start, start + papersAtOnce));
      yield* loaded.filter((paper) => matches(topic, readPaper(paper)));
    }
  };
}
