import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { PaperQuery } from '../../rules/search/paper-query.ts';
import type { NewsCandidate } from '../../rules/search/whole-dates.ts';
import type { Connection } from '../connection.ts';
import type { CandidateFinder, Wanted } from './candidates.ts';
import { isSince, lowestSince, sinceParameters } from './paper-dates.ts';

/** A table that gives the numbers of papers. */
export interface Place {
  readonly table: string;
  /** The expression for the number of a paper. */
  readonly number: string;
  readonly condition: string;
}

/** A table in which papers are looked for. */
export interface SearchedPlace extends Place {
  /** An expression: the lower it is, the more relevant is the paper of a row. */
  readonly score: string;
  /** The parameters of the condition and the score, besides `:least` and `:most`, the bounds of the upvotes. */
  readonly parametersOf: (query: PaperQuery) => Parameters;
}

type Parameters = Readonly<Record<string, unknown>>;

/** How many papers are ranked, the newest ones. It takes half a microsecond for each and each word. */
const rankedAtMost = 250_000;

/** Finds papers by statements alone. @param first gives the number of the first paper that can be found there */
export function tableFinder(db: Connection, place: SearchedPlace, first: () => Promise<number>): CandidateFinder {
  const { table, number, condition, score } = place;
  const parametersOf = ({ query, upvotes }: Wanted): Parameters => ({
    ...(query === null ? {} : place.parametersOf(query)),
    least: upvotes?.least ?? null,
    most: upvotes?.most ?? null,
  });
  const prepare = <Row>(statement: string) => db.prepare<Parameters, Row>(statement);
  const ofDates = datesIn(db, place);
  const ofAll = `from ${table} where ${condition} and ${number} >= :lowest`;
  const best = (found: string) =>
    prepare<number>(
      `select number from (
         select ${number} as number, ${score} as score ${found} order by ${number} desc limit ${rankedAtMost}
       ) as found
       order by score, number desc limit :limit`,
    ).pluck();
  const rankedOfAll = best(ofAll);
  const rankedSince = best(ofDates);
  const numbers = prepare<number>(`select ${number} ${ofAll} order by ${number} desc`).pluck();
  const countOfAll = prepare<number>(`select count(*) ${ofAll}`).pluck();
  const countSince = prepare<number>(`select count(*) ${ofDates}`).pluck();
  const any = prepare<number>(`select ${number} ${ofAll} limit 1`).pluck();
  const news = newsFinder(db, place);
  const withFirst = async (wanted: Wanted) => ({ ...parametersOf(wanted), first: await first() });
  const ofDay = async (wanted: Wanted, since: LocalDate) => ({
    ...(await withFirst(wanted)),
    ...sinceParameters(since),
  });
  return {
    begin: async () => {},
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
    news: async (wanted, since, limit) => await news.news(await withFirst(wanted), since, limit),
    published: async (wanted, since, limit) => await news.published(await withFirst(wanted), since, limit),
    countNews: async (wanted, since, after) => await news.countNews(await withFirst(wanted), since, after),
  };
}

const withNews = (db: Connection, { table, number }: Place): string =>
  `from ${table} ${db.dialect.joinInOrder} news on news.paper_number = ${number}`;

/** SQL for the papers of the place since the day `:since`, with their news. */
const datesIn = (db: Connection, place: Place): string =>
  `${withNews(db, place)}
    where ${place.condition} and ${isSince(place.number)}
      and ${place.number} >= ${db.dialect.greater(':first', lowestSince(db.dialect))}`;

/**
 * Finds the news among the papers of a place. Its functions are given the parameters of the place, and `first`, the number
 * of the first paper that can be found there.
 */
export function newsFinder(db: Connection, place: Place) {
  const { number, condition } = place;
  const { greater, unindexed } = db.dialect;
  const prepare = <Row>(statement: string) => db.prepare<Parameters, Row>(statement);
  // Reads the index from the lowest paper number of the news in question. From the first paper on, it would take
  // seconds if many papers are stored. The hint keeps SQLite from searching all papers for that number.
  const ofNews = `${withNews(db, place)}
    where ${condition} and news.at >= :since
      and ${number} >= ${greater(':first', `(select min(${unindexed('paper_number')}) from news where at >= :since)`)}`;
  const newest = (
    found: string,
  ) => `select news.paper_number as "paperNumber", news.number as "newsNumber", news.date ${found}
     order by news.date desc, news.number desc limit :limit`;
  const news = prepare<NewsCandidate>(newest(ofNews));
  const published = prepare<number>(
    `select "paperNumber" from (${newest(datesIn(db, place))}) as found join papers on papers.number = "paperNumber"
     order by coalesce(substr(published_at, 1, 10), date) desc, "newsNumber" desc`,
  ).pluck();
  const counted = prepare<number>(`select count(*) ${ofNews} and news.date > :after`).pluck();
  return {
    news: (given: Parameters, since: Instant, limit: number) => news.all({ ...given, since, limit }),
    published: (given: Parameters, since: LocalDate | undefined, limit: number) =>
      published.all({ ...given, ...sinceParameters(since ?? ''), limit }),
    countNews: async (given: Parameters, since: Instant, after: LocalDate) =>
      (await counted.get({ ...given, since, after })) ?? 0,
  };
}
