import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { PaperQuery } from '../../rules/search/paper-query.ts';
import type { UpvoteBounds } from '../../rules/search/topic-query.ts';
import type { NewsCandidate } from '../../rules/search/whole-dates.ts';
import type { Connection } from '../connection.ts';
import type { Dialect } from '../dialect.ts';
import { isSince, lowestSince, sinceParameters } from './paper-dates.ts';
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
  ranked(wanted: Wanted, since: LocalDate | undefined, limit: number): Promise<readonly number[]>;
  /** How many papers are found. */
  count(wanted: Wanted, since: LocalDate | undefined): Promise<number>;
  has(wanted: Wanted): Promise<boolean>;
  /** Paper numbers from `lowest` on, newest first. */
  numbers(wanted: Wanted, lowest: number): Promise<readonly number[]>;
  /** Papers that became news at `since` or later, newest first. */
  news(wanted: Wanted, since: Instant, limit: number): Promise<readonly NewsCandidate[]>;
  /** Papers that became news, the latest date of publication first. Papers without one count by the day of their news. */
  published(wanted: Wanted, since: LocalDate | undefined, limit: number): Promise<readonly number[]>;
  /** How many papers became news at `since` or later, on dates after `after`. */
  countNews(wanted: Wanted, since: Instant, after: LocalDate): Promise<number>;
}

/** Where papers are found: in the index, by their upvotes alone, or among all papers. */
interface Place {
  readonly table: string;
  readonly number: string;
  /** The number where it has a bound that many other papers may have, too. */
  readonly bounded: string;
  readonly condition: string;
  readonly score: string;
}

const upvotesOf = (number: string): string => `(select upvotes from papers where papers.number = ${number})`;

function placesIn({ fullText }: Dialect) {
  const indexed = `paper_search.${fullText.number}`;
  return {
    index: {
      table: 'paper_search',
      number: indexed,
      bounded: fullText.boundedNumber,
      condition: `${fullText.isFound}
        and (cast(:least as bigint) is null or ${upvotesOf(indexed)} between :least and :most)`,
      score: fullText.score,
    },
    upvoted: {
      table: 'papers',
      number: 'papers.number',
      bounded: 'papers.number',
      condition: 'papers.upvotes between :least and :most',
      score: '0',
    },
    all: { table: 'papers', number: 'papers.number', bounded: 'papers.number', condition: 'true', score: '0' },
  } as const satisfies Record<string, Place>;
}

const firstOfAll = Number.MIN_SAFE_INTEGER;

/** While the index is filled again, it finds only the papers that are in it already. */
export function candidateFinder(db: Connection): CandidateFinder {
  const places = placesIn(db.dialect);
  const index = finderAt(db, places.index, async () => (await firstIndexed(db)) ?? firstOfAll);
  const upvoted = finderAt(db, places.upvoted, async () => firstOfAll);
  const all = finderAt(db, places.all, async () => firstOfAll);
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
function finderAt(
  db: Connection,
  { table, number, bounded, condition, score }: Place,
  first: () => Promise<number>,
): CandidateFinder {
  const { fullText, greater, joinInOrder, unindexed } = db.dialect;
  const prepare = <Row>(statement: string) => db.prepare<Record<string, unknown>, Row>(statement);
  const withNews = `from ${table} ${joinInOrder} news on news.paper_number = ${number}`;
  // Reads the index from the lowest paper number of the news in question. From the first paper on, it would take
  // seconds if many papers are stored. The hint keeps SQLite from searching all papers for that number.
  const ofNews = `${withNews}
    where ${condition} and news.at >= :since
      and ${number} >= ${greater(':first', `(select min(${unindexed('paper_number')}) from news where at >= :since)`)}`;
  const ofDates = `${withNews}
    where ${condition} and ${isSince(number)} and ${number} >= ${greater(':first', lowestSince(db.dialect))}`;
  const ofAll = `from ${table} where ${condition} and ${bounded} >= :lowest`;
  const best = (found: string) =>
    prepare<number>(
      `select number from (
         select ${number} as number, ${score} as score ${found} order by ${number} desc limit ${fullText.rankedAtMost}
       ) as found
       order by score, number desc limit :limit`,
    ).pluck();
  const rankedOfAll = best(ofAll);
  const rankedSince = best(ofDates);
  const numbers = prepare<number>(`select ${number} ${ofAll} order by ${number} desc`).pluck();
  const countOfAll = prepare<number>(`select count(*) ${ofAll}`).pluck();
  const countSince = prepare<number>(`select count(*) ${ofDates}`).pluck();
  const any = prepare<number>(fullText.anyOf(`select ${number} ${ofAll}`)).pluck();
  const newest = (
    found: string,
  ) => `select news.paper_number as "paperNumber", news.number as "newsNumber", news.date ${found}
     order by news.date desc, news.number desc limit :limit`;
  const news = prepare<NewsCandidate>(newest(ofNews));
  const published = prepare<number>(
    `select "paperNumber" from (${newest(ofDates)}) as found join papers on papers.number = "paperNumber"
     order by coalesce(substr(published_at, 1, 10), date) desc, "newsNumber" desc`,
  ).pluck();
  const counted = prepare<number>(`select count(*) ${ofNews} and news.date > :after`).pluck();
  const parametersOf = ({ query, upvotes }: Wanted) => ({
    ...(query === null ? {} : fullText.parametersOf(query)),
    least: upvotes?.least ?? null,
    most: upvotes?.most ?? null,
  });
  const ofDay = async (wanted: Wanted, since: LocalDate) => ({
    ...parametersOf(wanted),
    ...sinceParameters(since),
    first: await first(),
  });
  return {
    ranked: async (wanted, since, limit) =>
      since === undefined
        ? await rankedOfAll.all({ ...parametersOf(wanted), lowest: await first(), limit })
        : await rankedSince.all({ ...(await ofDay(wanted, since)), limit }),
    count: async (wanted, since) =>
      (since === undefined
        ? await countOfAll.get({ ...parametersOf(wanted), lowest: await first() })
        : await countSince.get(await ofDay(wanted, since))) ?? 0,
    has: async (wanted) => (await any.get({ ...parametersOf(wanted), lowest: await first() })) !== undefined,
    numbers: async (wanted, lowest) =>
      await numbers.all({ ...parametersOf(wanted), lowest: Math.max(lowest, await first()) }),
    news: async (wanted, since, limit) =>
      await news.all({ ...parametersOf(wanted), first: await first(), since, limit }),
    published: async (wanted, since, limit) => await published.all({ ...(await ofDay(wanted, since ?? '')), limit }),
    countNews: async (wanted, since, after) =>
      (await counted.get({ ...parametersOf(wanted), first: await first(), since, after })) ?? 0,
  };
}
