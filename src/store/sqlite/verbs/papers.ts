import type { NewsPaper } from '../../../digests/news.ts';
import type { AnnounceType } from '../../../papers/announce-type.ts';
import type { Store } from '../../store.ts';
import { desc, eq, getTableColumns, gt, gte, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { news, papers } from '../schema/paper-schema.ts';
import { duplicateReader, type NumberedPaper } from '../tables/match-keys.ts';
import { lastNewsNumberReader } from '../tables/news.ts';
import { paperIdTable } from '../tables/paper-ids.ts';
import { paperListingReader } from '../tables/paper-listings.ts';
import { type PaperRow, paperOf } from '../tables/paper-rows.ts';

interface NewsRow extends PaperRow {
  readonly newsNumber: number;
  readonly announceType: AnnounceType;
}

type PaperVerbs = Pick<Store, 'paper' | 'duplicates' | 'newsAfter' | 'newsSince' | 'lastNewsNumber' | 'paperListings'>;

/** Verbs that read papers by id, and news in order. */
export function paperVerbs(db: Database): PaperVerbs {
  const { numberOf } = paperIdTable(db);
  const byNumber = db
    .select()
    .from(papers)
    .where(eq(papers.number, sql.placeholder('number')))
    .prepare();
  const newsRows = () =>
    db
      .select({ ...getTableColumns(papers), newsNumber: news.number, announceType: news.announceType })
      .from(news)
      .innerJoin(papers, eq(papers.number, news.paperNumber));
  const after = newsRows()
    .where(gt(news.number, sql.placeholder('newsNumber')))
    .orderBy(news.number)
    .limit(sql.placeholder('limit'))
    .prepare();
  const since = newsRows()
    .where(gte(news.at, sql.placeholder('at')))
    .orderBy(desc(news.at), desc(news.number))
    .limit(sql.placeholder('limit'))
    .prepare();
  const last = lastNewsNumberReader(db);
  const paperListings = paperListingReader(db);
  const duplicatesOf = duplicateReader(db);

  function newsPapers(rows: readonly NewsRow[]): readonly NewsPaper[] {
    const duplicates = duplicatesOf(rows.map(({ number }) => number));
    return rows.map((row) => newsPaperOf(row, duplicates.get(row.number)));
  }

  return {
    paper: async (id) => {
      const number = numberOf(id);
      const row = number === null ? undefined : byNumber.get({ number });
      return row === undefined ? null : paperOf(row);
    },
    duplicates: async (id) => {
      const number = numberOf(id);
      return number === null ? [] : (duplicatesOf([number]).get(number) ?? []).map(({ paper }) => paper);
    },
    paperListings: async (ids) => paperListings(ids),
    newsAfter: async (newsNumber, limit) => newsPapers(after.all({ newsNumber, limit })),
    newsSince: async (at, limit) => newsPapers(since.all({ at, limit })),
    lastNewsNumber: async () => last(),
  };
}

const newsPaperOf = (row: NewsRow, duplicates: readonly NumberedPaper[] | undefined): NewsPaper => ({
  paper: paperOf(row),
  announceType: row.announceType,
  newsNumber: row.newsNumber,
  ...(duplicates === undefined ? {} : { duplicates: duplicates.map(({ paper }) => paper) }),
});
