import type { Ranking, RankingName } from '../../../papers/ranking.ts';
import { afterRanking, afterRankingPull, type RankingTimes } from '../../rules/pulled-ranking.ts';
import type { PaperRecord } from '../../rules/recorded-papers.ts';
import { trendingFirst } from '../../rules/trending.ts';
import type { RankingPull, RankingRecord, TrendingPaper, TrendingSearch, UpvoteVerbs } from '../../upvotes.ts';
import { and, eq, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { rankings } from '../schema/upvote-schema.ts';
import { paperReader } from '../tables/paper-reader.ts';
import { currentNumbers, type RecordPapers } from '../tables/paper-records.ts';
import { upvoteReader, upvoteWriter } from '../tables/upvote-counts.ts';

/** Verbs for upvotes over time, and for rankings. */
export function upvoteVerbs(db: Database, keepPapers: RecordPapers): UpvoteVerbs {
  const numbersOf = currentNumbers(db);
  const putOrder = orderWriter(db);
  const record = rankingFinder(db);
  const putRanking = atomic(db, (ranking: Ranking, records: readonly PaperRecord[], times: RankingTimes) =>
    putOrder(
      ranking,
      numbersOf(
        ranking.papers.map(({ paper }) => paper),
        records,
      ),
      times,
    ),
  );
  const counts = upvoteReader(db);
  return {
    async recordRanking(ranking, at, nextPullAt) {
      const records = await keepPapers(
        ranking.papers.map(({ paper }) => paper),
        at,
      );
      await putRanking(ranking, records, { at, nextPullAt });
    },
    noteRankingPull: atomic(db, (name: RankingName, pull: RankingPull) => {
      putRecord(db, afterRankingPull(name, record(name), pull));
    }),
    rankingRecord: async (name) => record(name),
    trendingPapers: trendingReader(db),
    upvoteTrends: async (ids, window) => new Map(counts.trends(ids, window).map(({ id, trend }) => [id, trend])),
  };
}

function rankingFinder(db: Database): (name: RankingName) => RankingRecord | null {
  const find = db
    .select()
    .from(rankings)
    .where(
      and(
        eq(rankings.source, sql.placeholder('source')),
        eq(rankings.kind, sql.placeholder('kind')),
        eq(rankings.period, sql.placeholder('period')),
      ),
    )
    .prepare();
  return ({ source, kind, period }) => {
    const row = find.get({ source, kind, period });
    if (row === undefined) return null;
    const { id: _id, ...known } = row;
    return known;
  };
}

/** Writes a ranking's record over the stored one, and returns its id. */
function putRecord(db: Database, { source, kind, period, ...rest }: RankingRecord): number {
  return db
    .insert(rankings)
    .values({ source, kind, period, ...rest })
    .onConflictDoUpdate({ target: [rankings.source, rankings.kind, rankings.period], set: rest })
    .returning({ id: rankings.id })
    .get().id;
}

function orderWriter(db: Database) {
  const upvotes = upvoteWriter(db);
  const clear = db.$client.prepare<[number]>('delete from ranking_entries where ranking_id = ?');
  const add = db.$client.prepare<[number, number, number]>(
    'insert into ranking_entries (ranking_id, position, paper_number) values (?, ?, ?)',
  );
  return (ranking: Ranking, numbers: readonly number[], times: RankingTimes): void => {
    const id = putRecord(db, afterRanking(ranking, times));
    clear.run(id);
    for (const [index, number] of numbers.entries()) {
      add.run(id, index + 1, number);
      const listedOn = ranking.papers[index]?.listedOn ?? null;
      if (listedOn !== null) upvotes.begin(number, listedOn);
    }
  };
}

function trendingReader(db: Database): (search: TrendingSearch) => Promise<readonly TrendingPaper[]> {
  const counts = upvoteReader(db);
  const papers = paperReader(db);
  const places = db.$client.prepare<[], { readonly number: number; readonly place: number }>(
    `select paper_number as number, min(position) as place from ranking_entries
     where ranking_id in (select id from rankings where kind = 'trending') group by paper_number`,
  );
  return async ({ window, offset, limit }) => {
    const placeOf = new Map(places.all().map(({ number, place }) => [number, place]));
    const moved = counts.moved([...placeOf.keys()], window);
    const placed = moved.map((paper) => ({ ...paper, place: placeOf.get(paper.number) ?? null }));
    const found = trendingFirst(placed).slice(offset, offset + limit);
    const read = papers.read(found.map(({ number }) => number));
    return found.flatMap(({ number, trend, place }, index) => {
      const paper = read[index];
      return paper === undefined ? [] : [{ paper, trend, place, counts: counts.counts(number, window) }];
    });
  };
}
