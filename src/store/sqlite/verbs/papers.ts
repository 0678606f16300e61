import type { NewsPaper } from '../../../digests/news.ts';
import type { AnnounceType } from '../../../papers/announce-type.ts';
import type { Store } from '../../store.ts';
import { desc, eq, getTableColumns, gt, gte, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { news, papers } from '../schema/paper-schema.ts';
import { lastNewsNumberReader } from '../tables/news.ts';
import { paperIdTable } from '../tables/paper-ids.ts';
import { type PaperRow, paperOf } from '../tables/paper-rows.ts';

interface NewsPaperRow extends PaperRow {
  readonly newsNumber: number;
  readonly announceType: AnnounceType;
}

type PaperVerbs = Pick<Store, 'paper' | 'newsAfter' | 'newsSince' | 'lastNewsNumber'>;

/** Verbs that read papers by id, and news in order. */
export function paperVerbs(db: Database): PaperVerbs {
  const { numberOf } = paperIdTable(db);
  const byNumber = db
    .select()
    .from(papers)
    .where(eq(papers.number, sql.placeholder('number')))
    .prepare();
  const newsPapers = () =>
    db
      .select({ ...getTableColumns(papers), newsNumber: news.number, announceType: news.announceType })
      .from(news)
      .innerJoin(papers, eq(papers.number, news.paperNumber));
  const after = newsPapers()
    .where(gt(news.number, sql.placeholder('newsNumber')))
    .orderBy(news.number)
    .limit(sql.placeholder('limit'))
    .prepare();
  const since = newsPapers()
    .where(gte(news.at, sql.placeholder('at')))
    .orderBy(desc(news.at), desc(news.number))
    .limit(sql.placeholder('limit'))
    .prepare();
  const last = lastNewsNumberReader(db);

  return {
    paper: async (id) => {
      const number = numberOf(id);
      const row = number === null ? undefined : byNumber.get({ number });
      return row === undefined ? null : paperOf(row);
    },
    newsAfter: async (newsNumber, limit) => after.all({ newsNumber, limit }).map(newsPaperOf),
    newsSince: async (at, limit) => since.all({ at, limit }).map(newsPaperOf),
    lastNewsNumber: async () => last(),
  };
}

const newsPaperOf = (row: NewsPaperRow): NewsPaper => ({
  paper: paperOf(row),
  announceType: row.announceType,
  newsNumber: row.newsNumber,
});
