import type { LocalDate } from '../../../time.ts';
import type { DigestPaperVerbs } from '../../digest-papers.ts';
import type { Connection } from '../connection.ts';
import { asc, eq, getTableColumns, sql } from '../drizzle.ts';
import { digestPapers, digests } from '../schema/digest-schema.ts';
import { papers } from '../schema/paper-schema.ts';
import { paperOf } from '../tables/paper-rows.ts';

/** Before and after all dates. */
const unbounded: { readonly since: LocalDate; readonly until: LocalDate } = {
  since: '0000-00-00',
  until: '9999-99-99',
};

/** Verbs that read what channels have received. */
export function digestPaperVerbs(db: Connection): DigestPaperVerbs {
  const ofDays = sql`${digests.channelId} = ${sql.placeholder('channelId')}
    and ${digests.date} between ${sql.placeholder('since')} and ${sql.placeholder('until')}`;
  const find = db.prepared(
    db
      .select(getTableColumns(papers))
      .from(digests)
      .innerJoin(digestPapers, eq(digestPapers.digestId, digests.id))
      .innerJoin(papers, eq(papers.number, digestPapers.paperNumber))
      .where(ofDays)
      .orderBy(asc(digests.date), digestPapers.place)
      .limit(sql.placeholder('limit')),
  );
  const count = db.prepared(
    db
      .select({ total: sql<number>`count(*)` })
      .from(digests)
      .innerJoin(digestPapers, eq(digestPapers.digestId, digests.id))
      .where(ofDays),
  );
  return {
    digestPapers: db.reading(async (channelId, { since, until, limit }) => {
      const days = { channelId, since: since ?? unbounded.since, until: until ?? unbounded.until };
      const rows = await find.all({ ...days, limit });
      return { papers: rows.map(paperOf), total: (await count.get(days))?.total ?? 0 };
    }),
  };
}
