import type { PaperId } from '../../../papers/paper.ts';
import type { Ranking, RankingName } from '../../../papers/ranking.ts';
import type { UpvoteWindow } from '../../../papers/upvotes.ts';
import { afterRanking, afterRankingPull, type RankingTimes } from '../../rules/pulled-ranking.ts';
import type { PaperRecord } from '../../rules/recorded-papers.ts';
import { trendingFirst } from '../../rules/trending.ts';
import type { RankingPull, RankingRecord, TrendingPaper, TrendingSearch, UpvoteVerbs } from '../../upvotes.ts';
import type { Connection } from '../connection.ts';
import { and, eq, sql } from '../drizzle.ts';
import { rankings } from '../schema/upvote-schema.ts';
import { paperReader } from '../tables/paper-reader.ts';
import { currentNumbers, type RecordPapers } from '../tables/paper-records.ts';
import { upvoteReader, upvoteWriter } from '../tables/upvote-counts.ts';

/** Verbs for upvotes over time, and for rankings. */
export function upvoteVerbs(db: Connection, keepPapers: RecordPapers): UpvoteVerbs {
  const numbersOf = currentNumbers(db);
  const putOrder = orderWriter(db);
  const record = rankingFinder(db);
  const putRanking = db.atomic(async (ranking: Ranking, records: readonly PaperRecord[], times: RankingTimes) => {
    const listed = ranking.papers.map(({ paper }) => paper);
    await putOrder(ranking, await numbersOf(listed, records), times);
  });
  const counts = upvoteReader(db);
  return {
    async recordRanking(ranking, at, nextPullAt) {
      const records = await keepPapers(
        ranking.papers.map(({ paper }) => paper),
        at,
      );
      await putRanking(ranking, records, { at, nextPullAt });
    },
    noteRankingPull: db.atomic(async (name: RankingName, pull: RankingPull) => {
      await putRecord(db, afterRankingPull(name, await record(name), pull));
    }),
    rankingRecord: db.reading(record),
    trendingPapers: db.reading(trendingReader(db)),
    upvoteTrends: db.reading(async (ids: readonly PaperId[], window: UpvoteWindow) => {
      const moved = await counts.trends(ids, window);
      return new Map(moved.map(({ id, trend }) => [id, trend]));
    }),
  };
}

function rankingFinder(db: Connection): (name: RankingName) => Promise<RankingRecord | null> {
  const isIt = and(
    eq(rankings.source, sql.placeholder('source')),
    eq(rankings.kind, sql.placeholder('kind')),
    eq(rankings.period, sql.placeholder('period')),
  );
  const find = db.prepared(db.select().from(rankings).where(isIt));
  return async ({ source, kind, period }) => {
    const row = await find.get({ source, kind, period });
    if (row === undefined) return null;
    const { id: _id, ...known } = row;
    return known;
  };
}

/** Writes a ranking's record over the stored one, and returns its id. */
async function putRecord(db: Connection, { source, kind, period, ...rest }: RankingRecord): Promise<number> {
  const put = db
    .insert(rankings)
    .values({ source, kind, period, ...rest })
    .onConflictDoUpdate({ target: [rankings.source, rankings.kind, rankings.period], set: rest })
    .returning({ id: rankings.id });
  return ((await db.get(put)) as { readonly id: number }).id;
}

function orderWriter(db: Connection) {
  const upvotes = upvoteWriter(db);
  const clear = db.prepare<[number]>('delete from ranking_entries where ranking_id = ?');
  const add = db.prepare<[number, number, number]>(
    'insert into ranking_entries (ranking_id, position, paper_number) values (?, ?, ?)',
  );
  return async (ranking: Ranking, numbers: readonly number[], times: RankingTimes): Promise<void> => {
    const id = await putRecord(db, afterRanking(ranking, times));
    await clear.run(id);
    for (const [index, number] of numbers.entries()) {
      await add.run(id, index + 1, number);
      const listedOn = ranking.papers[index]?.listedOn ?? null;
      if (listedOn !== null) await upvotes.begin(number, listedOn);
    }
  };
}

function trendingReader(db: Connection): (search: TrendingSearch) => Promise<readonly TrendingPaper[]> {
  const counts = upvoteReader(db);
  const papers = paperReader(db);
  const places = db.prepare<[], { readonly number: number; readonly place: number }>(
    `select paper_number as number, min(position) as place from ranking_entries
     where ranking_id in (select id from rankings where kind = 'trending') group by paper_number`,
  );
  return async ({ window, offset, limit }) => {
    const placeOf = new Map((await places.all()).map(({ number, place }) => [number, place]));
    const moved = await counts.moved([...placeOf.keys()], window);
    const placed = moved.map((paper) => ({ ...paper, place: placeOf.get(paper.number) ?? null }));
    const found = trendingFirst(placed).slice(offset, offset + limit);
    const read = await papers.read(found.map(({ number }) => number));
    const trending: TrendingPaper[] = [];
    for (const [index, { number, trend, place }] of found.entries()) {
      const paper = read[index];
      if (paper !== undefined) trending.push({ paper, trend, place, counts: await counts.counts(number, window) });
    }
    return trending;
  };
}
