import type { LocalDate } from '../../papers/listing.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import { matches } from '../../topics/match.ts';
import { readPaper } from '../../topics/paper-text.ts';
import type { Topic } from '../../topics/topic.ts';
import type { Database } from './database.ts';
import { sql } from './drizzle.ts';
import { paperOf } from './paper-rows.ts';
import { papers } from './schema.ts';

/** A paper that the full-text index finds, as it became news. */
export interface NewsCandidate {
  readonly paperNumber: number;
  readonly date: LocalDate;
}

/** The full-text index, asked in FTS5's language. What is found is the newest by paper number, at most `limit`. */
export interface CandidateFinder {
  /** The best first; with `since`, only papers that became news then or later. */
  ranked(query: string, since: Instant | undefined, limit: number): readonly number[];
  /** News since then, the newest first. */
  news(query: string, since: Instant, limit: number): readonly NewsCandidate[];
  /** How many papers became news since then. */
  countNews(query: string, since: Instant): number;
}

// A word in the title tells more of a paper than one in the abstract. Authors and categories match or do not: they
// give no rank, so that a search for these alone shows the newest first.
const score = 'bm25(paper_search, 4.0, 1.0, 0.0, 0.0)';

// Numbers are given in the order in which papers come. From the lowest that any news of the time has, the index is read
// on; from the first paper on, it would be read for seconds where many are stored. The + keeps SQLite from looking for
// that number along all papers.
const newsOf = `from paper_search cross join news on news.paper_number = paper_search.rowid
  where paper_search match :query and news.at >= :since
    and paper_search.rowid >= (select min(+paper_number) from news where at >= :since)`;

export function candidateFinder(db: Database): CandidateFinder {
  // The newest are chosen first and ranked then: the rank of a match costs more than finding it.
  const prepare = <Row>(statement: string) => db.$client.prepare<[Record<string, unknown>], Row>(statement);
  const all = prepare<number>(
    `select rowid from (
       select rowid, ${score} as score from paper_search where paper_search match :query order by rowid desc limit :limit)
     order by score, rowid desc`,
  ).pluck();
  const recent = prepare<number>(
    `select number from (
       select paper_search.rowid as number, ${score} as score ${newsOf} order by paper_search.rowid desc limit :limit)
     order by score, number desc`,
  ).pluck();
  const byDate = prepare<NewsCandidate>(
    `select news.paper_number as paperNumber, news.date ${newsOf} order by news.date desc, news.number desc limit :limit`,
  );
  const counted = prepare<number>(`select count(*) ${newsOf}`).pluck();
  return {
    ranked: (query, since, limit) =>
      since === undefined ? all.all({ query, limit }) : recent.all({ query, since, limit }),
    news: (query, since, limit) => byDate.all({ query, since, limit }),
    countNews: (query, since) => counted.get({ query, since }) ?? 0,
  };
}

/** Papers that are read at once: a list of thousands would hold all their texts in memory. */
const papersAtOnce = 100;

/** Reads papers by number, in the order given. */
export function paperReader(db: Database): (numbers: readonly number[]) => readonly Paper[] {
  const byNumbers = db
    .select()
    .from(papers)
    .where(sql`${papers.number} in (select value from json_each(${sql.placeholder('numbers')}))`)
    .prepare();
  return (numbers) => {
    const rows = new Map(byNumbers.all({ numbers: JSON.stringify(numbers) }).map((row) => [row.number, row]));
    return numbers.flatMap((number) => {
      const row = rows.get(number);
      return row === undefined ? [] : [paperOf(row)];
    });
  };
}

/**
 * Those of the candidates that match the topic, in the order given: the one definition of a match decides, the index
 * only spares it most papers.
 */
export function* matchingPapers(
  topic: Topic,
  numbers: readonly number[],
  read: (numbers: readonly number[]) => readonly Paper[],
): Generator<Paper> {
  for (let start = 0; start < numbers.length; start += papersAtOnce) {
    for (const paper of read(numbers.slice(start, start + papersAtOnce))) {
      if (matches(topic, readPaper(paper))) yield paper;
    }
  }
}
