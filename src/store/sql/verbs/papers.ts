import type { NewsPaper } from '../../../digests/news.ts';
import type { AnnounceType } from '../../../papers/announce-type.ts';
import type { Store } from '../../store.ts';
import type { Connection } from '../connection.ts';
import { desc, eq, getTableColumns, gt, gte, sql } from '../drizzle.ts';
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
export function paperVerbs(db: Connection): PaperVerbs {
  const { numberOf } = paperIdTable(db);
  const byNumber = db.prepared(
    db
      .select()
      .from(papers)
      .where(eq(papers.number, sql.placeholder('number'))),
  );
  const newsRows = () =>
    db
      .select({ ...getTableColumns(papers), newsNumber: news.number, announceType: news.announceType })
      .from(news)
      .innerJoin(papers, eq(papers.number, news.paperNumber));
  const after = db.prepared(
    newsRows()
      .where(gt(news.number, sql.placeholder('newsNumber')))
      .orderBy(news.number)
      .limit(sql.placeholder('limit')),
  );
  const since = db.prepared(
    newsRows()
      .where(gte(news.at, sql.placeholder('at')))
      .orderBy(desc(news.at), desc(news.number))
      .limit(sql.placeholder('limit')),
  );
  const last = lastNewsNumberReader(db);
  const paperListings = paperListingReader(db);
  const duplicatesOf = duplicateReader(db);

  async function newsPapers(rows: readonly NewsRow[]): Promise<readonly NewsPaper[]> {
    const duplicates = await duplicatesOf(rows.map(({ number }) => number));
    return rows.map((row) => newsPaperOf(row, duplicates.get(row.number)));
  }

  return {
    paper: db.reading(async (id) => {
      const number = await numberOf(id);
      const row = number === null ? undefined : await byNumber.get({ number });
      return row === undefined ? null : paperOf(row);
    }),
    duplicates: db.reading(async (id) => {
      const number = await numberOf(id);
      if (number === null) return [];
      const duplicates = await duplicatesOf([number]);
      return (duplicates.get(number) ?? []).map(({ paper }) => paper);
    }),
    paperListings: db.asking(paperListings),
    newsAfter: db.reading(async (newsNumber, limit) => newsPapers(await after.all({ newsNumber, limit }))),
    newsSince: db.reading(async (at, limit) => newsPapers(await since.all({ at, limit }))),
    lastNewsNumber: db.asking(last),
  };
}

const newsPaperOf = (row: NewsRow, duplicates: readonly NumberedPaper[] | undefined): NewsPaper => ({
  paper: paperOf(row),
  announceType: row.announceType,
  newsNumber: row.newsNumber,
  ...(duplicates === undefined ? {} : { duplicates: duplicates.map(({ paper }) => paper) }),
});
