import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { PaperQuery } from '../../rules/search/paper-query.ts';
import type { UpvoteBounds } from '../../rules/search/topic-query.ts';
import type { NewsCandidate } from '../../rules/search/whole-dates.ts';
import type { Database } from '../file/database.ts';
import { fullTextQuery } from './full-text-query.ts';
import { isSince, lowestSince } from './paper-dates.ts';
import { firstIndexed } from './search-index.ts';

/** What papers are searched by. */
interface Wanted {
  /** Null finds every paper. */
  readonly query: PaperQuery | null;
  readonly upvotes: UpvoteBounds | null;
}

/**
 * Finds papers in the full-text index. Papers are numbered in the order of their arrival, and those of a backfill
 * downwards, so that a lower number mostly means an older paper.
 */
export interface CandidateFinder {
  /** Best first, at most `limit`. With `since`, only papers since that day; see `isSince`. */
  ranked(wanted: Wanted, since: LocalDate | undefined, limit: number): readonly number[];
  /** How many papers are found. */
  count(wanted: Wanted, since: LocalDate | undefined): number;
  has(wanted: Wanted): boolean;
  /** Paper numbers from `lowest` on, newest first. */
  numbers(wanted: Wanted, lowest: number): readonly number[];
  /** Papers that became news at `since` or later, newest first. */
  news(wanted: Wanted, since: Instant, limit: number): readonly NewsCandidate[];
  /** Papers that became news, the latest date of publication first. Papers without one count by the day of their news. */
  published(wanted: Wanted, since: LocalDate | undefined, limit: number): readonly number[];
  /** How many papers became news at `since` or later, on dates after `after`. */
  countNews(wanted: Wanted, since: Instant, after: LocalDate): number;
}

/** Where papers are found: in the index, by their upvotes alone, or among all papers. */
interface Place {
  readonly table: string;
  readonly number: string;
  readonly condition: string;
  readonly score: string;
}

const upvotesOf = (number: string): string => `(select upvotes from papers where papers.number = ${number})`;

const places = {
  index: {
    table: 'paper_search',
    number: 'paper_search.rowid',
    condition: `paper_search match :query and (:least is null or ${upvotesOf('paper_search.rowid')} between :least and :most)`,
    // Roughly the relevance that the best of them are then ranked by. Other columns than the title and the abstract give
    // no rank, so that a search for authors or categories alone shows the newest papers first.
    score: 'bm25(paper_search, 8.0, 1.0, 0.0, 0.0, 0.0, 0.0)',
  },
  upvoted: {
    table: 'papers',
    number: 'papers.number',
    condition: 'papers.upvotes between :least and :most',
    score: '0',
  },
  all: { table: 'papers', number: 'papers.number', condition: 'true', score: '0' },
} as const satisfies Record<string, Place>;

const firstOfAll = Number.MIN_SAFE_INTEGER;

/** How many papers are ranked, the newest ones. It takes half a microsecond for each and each word. */
const rankedAtMost = 250_000;

/** While the index is filled again, it finds only the papers that are in it already. */
export function candidateFinder(db: Database): CandidateFinder {
  const index = finderAt(db, places.index, () => firstIndexed(db) ?? firstOfAll);
  const upvoted = finderAt(db, places.upvoted, () => firstOfAll);
  const all = finderAt(db, places.all, () => firstOfAll);
  const placeOf = ({ query, upvotes }: Wanted) => (query !== null ? index : upvotes !== null ? upvoted : all);
  return {
    ranked: (wanted, since, limit) => placeOf(wanted).ranked(wanted, since, limit),
    count: (wanted, since) => placeOf(wanted).count(wanted, since),
    has: (wanted) => placeOf(wanted).has(wanted),
    numbers: (wanted, lowest) => placeOf(wanted).numbers(wanted, lowest),
    news: (wanted, since, limit) => placeOf(wanted).news(wanted, since, limit),
    published: (wanted, since, limit) => placeOf(wanted).published(wanted, since, limit),
    countNews: (wanted, since, after) => placeOf(wanted).countNews(wanted, since, after),
  };
}

/** @param first gives the number of the first paper that can be found there */
function finderAt(db: Database, { table, number, condition, score }: Place, first: () => number): CandidateFinder {
  const prepare = <Row>(statement: string) => db.$client.prepare<[Record<string, unknown>], Row>(statement);
  // Reads the index from the lowest paper number of the news in question. From the first paper on, it would take
  // seconds if many papers are stored. The + keeps SQLite from searching all papers for that number.
  const ofNews = `from ${table} cross join news on news.paper_number = ${number}
    where ${condition} and news.at >= :since
      and ${number} >= max(:first, (select min(+paper_number) from news where at >= :since))`;
  const ofDates = `from ${table} cross join news on news.paper_number = ${number}
    where ${condition} and ${isSince(number)} and ${number} >= max(:first, ${lowestSince})`;
  const ofAll = `from ${table} where ${condition} and ${number} >= :lowest`;
  const best = (found: string) =>
    prepare<number>(
      `select number from (
         select ${number} as number, ${score} as score ${found} order by ${number} desc limit ${rankedAtMost})
       order by score, number desc limit :limit`,
    ).pluck();
  const rankedOfAll = best(ofAll);
  const rankedSince = best(ofDates);
  const numbers = prepare<number>(`select ${number} ${ofAll} order by ${number} desc`).pluck();
  const countOfAll = prepare<number>(`select count(*) ${ofAll}`).pluck();
  const countSince = prepare<number>(`select count(*) ${ofDates}`).pluck();
  const any = prepare<number>(`select ${number} ${ofAll} limit 1`).pluck();
  const newest = (
    found: string,
  ) => `select news.paper_number as paperNumber, news.number as newsNumber, news.date ${found}
     order by news.date desc, news.number desc limit :limit`;
  const news = prepare<NewsCandidate>(newest(ofNews));
  const published = prepare<number>(
    `select paperNumber from (${newest(ofDates)}) join papers on papers.number = paperNumber
     order by coalesce(substr(published_at, 1, 10), date) desc, newsNumber desc`,
  ).pluck();
  const counted = prepare<number>(`select count(*) ${ofNews} and news.date > :after`).pluck();
  return {
    ranked: (wanted, since, limit) =>
      since === undefined
        ? rankedOfAll.all({ ...parametersOf(wanted), lowest: first(), limit })
        : rankedSince.all({ ...parametersOf(wanted), first: first(), since, limit }),
    count: (wanted, since) =>
      (since === undefined
        ? countOfAll.get({ ...parametersOf(wanted), lowest: first() })
        : countSince.get({ ...parametersOf(wanted), first: first(), since })) ?? 0,
    has: (wanted) => any.get({ ...parametersOf(wanted), lowest: first() }) !== undefined,
    numbers: (wanted, lowest) => numbers.all({ ...parametersOf(wanted), lowest: Math.max(lowest, first()) }),
    news: (wanted, since, limit) => news.all({ ...parametersOf(wanted), first: first(), since, limit }),
    published: (wanted, since, limit) =>
      published.all({ ...parametersOf(wanted), first: first(), since: since ?? '', limit }),
    countNews: (wanted, since, after) => counted.get({ ...parametersOf(wanted), first: first(), since, after }) ?? 0,
  };
}

const parametersOf = ({ query, upvotes }: Wanted) => ({
  query: query === null ? null : fullTextQuery(query),
  least: upvotes?.least ?? null,
  most: upvotes?.most ?? null,
});
