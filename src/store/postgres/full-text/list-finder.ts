import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { UpvoteBounds } from '../../rules/search/topic-query.ts';
import { atOnce } from '../../sql/at-once.ts';
import type { Connection } from '../../sql/connection.ts';
import type { IndexFinder, Wanted } from '../../sql/search/candidates.ts';
import { isSince, sinceParameters } from '../../sql/search/paper-dates.ts';
import { newsFinder } from '../../sql/search/table-finder.ts';
import { papersOf } from './field-queries.ts';
import { incompletePapers } from './lexemes.ts';
import { type Packed, packed, paperLists, unpacked } from './paper-lists.ts';
import { paperRanker } from './paper-ranking.ts';
import { PaperSet } from './paper-set.ts';
import { tokenQuery } from './token-query.ts';

/**
 * What a search sets for its transaction. Compiling a statement takes longer than most searches, and planning it does not.
 * PostgreSQL takes a vector to be read as fast as a number, and would rather read all of them than the index. A common
 * word is in many rows.
 */
const settings = `select set_config('jit', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true),
  set_config('enable_seqscan', 'off', true), set_config('work_mem', '16MB', true)`;

const asArray = (numbers: Int32Array): string => `{${numbers.join(',')}}`;
const lowestOfAll = Number.MIN_SAFE_INTEGER;

/** Finds papers by the lists that the index has of each token, which are combined here. */
export const listFinder: IndexFinder = (db, first) => {
  const lists = paperLists(db, first);
  const rank = paperRanker(db, lists);
  const setting = db.prepare<[]>(settings);
  const upvoted = upvoteReader(db);
  const ofDates = dateFilter(db);
  const among = newsFinder(db, {
    table: 'unnest(cast(:found as bigint[])) as found (number)',
    number: 'found.number',
    condition: 'true',
  });
  const oldest = db.prepare<[Instant], number | null>('select min(paper_number) from news where at >= ?').pluck();

  /** The numbers of the found papers from `lowest` on, the newest first. */
  async function find({ query, upvotes }: Wanted, lowest = lowestOfAll): Promise<Int32Array> {
    if (query === null) return new Int32Array(0);
    const set = await papersOf(query, lists);
    if (upvotes !== null) set.intersect(new PaperSet(await lists.range()).add(await upvoted(upvotes)));
    const numbers = set.numbers();
    return numbers.subarray(0, numbers.findLastIndex((number) => number >= lowest) + 1);
  }
  const findSince = async (wanted: Wanted, since: LocalDate | undefined): Promise<Int32Array> =>
    since === undefined ? await find(wanted) : await ofDates(await find(wanted), since);
  /** The oldest of the papers that became news since a moment. A search asks for it several times. */
  let lowestSince: { readonly since: Instant; readonly lowest: number } | undefined;
  async function lowestOf(since: Instant): Promise<number> {
    if (lowestSince?.since !== since)
      lowestSince = { since, lowest: (await oldest.get(since)) ?? Number.MAX_SAFE_INTEGER };
    return lowestSince.lowest;
  }
  /** The parameters of `newsFinder`. Papers that became news before the moment are left out. */
  async function newsOf(wanted: Wanted, since: Instant) {
    const lowest = await lowestOf(since);
    return { found: asArray(await find(wanted, lowest)), first: lowestOfAll };
  }

  return {
    async begin() {
      lowestSince = undefined;
      await atOnce([setting.get(), lists.begin([tokenQuery(incompletePapers)])]);
    },
    ranked: async (wanted, since, limit) =>
      wanted.query === null ? [] : await rank(wanted.query, await findSince(wanted, since), limit),
    count: async (wanted, since) => (await findSince(wanted, since)).length,
    has: async (wanted) => (await find(wanted)).length > 0,
    numbers: async (wanted, lowest) => [...(await find(wanted, lowest))],
    news: async (wanted, since, limit) => await among.news(await newsOf(wanted, since), since, limit),
    published: async (wanted, since, limit) =>
      await among.published({ found: asArray(await find(wanted)), first: lowestOfAll }, since, limit),
    countNews: async (wanted, since, after) => await among.countNews(await newsOf(wanted, since), since, after),
  };
};

function upvoteReader(db: Connection): (bounds: UpvoteBounds) => Promise<Int32Array> {
  const read = db
    .prepare<[number, number], Packed>(`select ${packed('number')} from papers where upvotes between ? and ?`)
    .pluck();
  return async ({ least, most }) => unpacked(await read.get(least, most));
}

/** Keeps the papers of a day or later, in their order. */
function dateFilter(db: Connection): (numbers: Int32Array, since: LocalDate) => Promise<Int32Array> {
  const filter = db
    .prepare<Readonly<Record<string, unknown>>, Packed>(
      `select ${packed('found.number')} from unnest(cast(:found as bigint[])) as found (number)
       join news on news.paper_number = found.number where ${isSince('found.number')}`,
    )
    .pluck();
  return async (numbers, since) => {
    const given = { ...sinceParameters(since), found: asArray(numbers) };
    return unpacked(await filter.get(given))
      .sort()
      .reverse();
  };
}
