import type { LocalDate } from '../../../time.ts';
import type { DigestPaperVerbs } from '../../digest-papers.ts';
import { asc, eq, getTableColumns, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { digestPapers, digests } from '../schema/digest-schema.ts';
import { papers } from '../schema/paper-schema.ts';
import { paperOf } from '../tables/paper-rows.ts';

/** Before and after all dates. */
const unbounded: { readonly since: LocalDate; readonly until: LocalDate } = {
  since: '0000-00-00',
  until: '9999-99-99',
};

/** Verbs that read what channels have received. */
export function digestPaperVerbs(db: Database): DigestPaperVerbs {
  const ofDays = sql`${digests.channelId} = ${sql.placeholder('channelId')}
    and ${digests.date} between ${sql.placeholder('since')} and ${sql.placeholder('until')}`;
  // The papers of a digest are inserted in their order.
  const find = db
    .select(getTableColumns(papers))
    .from(digests)
    .innerJoin(digestPapers, eq(digestPapers.digestId, digests.id))
    .innerJoin(papers, eq(papers.number, digestPapers.paperNumber))
    .where(ofDays)
    .orderBy(asc(digests.date), sql`digest_papers.rowid`)
    .limit(sql.placeholder('limit'))
    .prepare();
  const count = db
    .select({ total: sql<number>`count(*)` })
    .from(digests)
    .innerJoin(digestPapers, eq(digestPapers.digestId, digests.id))
    .where(ofDays)
    .prepare();
  return {
    digestPapers: async (channelId, { since, until, limit }) => {
      const days = { channelId, since: since ?? unbounded.since, until: until ?? unbounded.until };
      return { papers: find.all({ ...days, limit }).map(paperOf), total: count.get(days)?.total ?? 0 };
    },
  };
}
