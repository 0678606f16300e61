import type { RunVerbs } from '../../runs.ts';
import { and, desc, eq, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import type { SharedCommits } from '../file/transaction.ts';
import { digestRuns } from '../schema/digest-schema.ts';
import { earlierListingReader, runWriter } from '../tables/digest-runs.ts';

/** Verbs for the outcome of each day's digest. */
export function runVerbs(db: Database, commits: SharedCommits): RunVerbs {
  const put = runWriter(db);
  const earlierListings = earlierListingReader(db);
  const find = db
    .select()
    .from(digestRuns)
    .where(and(eq(digestRuns.channelId, sql.placeholder('channelId')), eq(digestRuns.date, sql.placeholder('date'))))
    .prepare();
  return {
    recordRun: commits.atomic(put),
    digestRun: async (channelId, date) => find.get({ channelId, date }) ?? null,
    digestRuns: async (channelId, limit) =>
      db
        .select()
        .from(digestRuns)
        .where(eq(digestRuns.channelId, channelId))
        .orderBy(desc(digestRuns.date))
        .limit(limit)
        .all(),
    earlierListings: async (channelId, since) => earlierListings(channelId, since),
  };
}
