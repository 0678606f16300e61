import type { PaperId } from '../../papers/paper.ts';
import type { DigestRun, RunVerbs } from '../runs.ts';
import type { Database } from './database.ts';
import { and, desc, eq, sql } from './drizzle.ts';
import { digestRuns } from './schema.ts';
import { atomic } from './transaction.ts';

/** What came of the digests of each day. */
export function runVerbs(db: Database): RunVerbs {
  const put = runWriter(db);
  const find = db
    .select()
    .from(digestRuns)
    .where(and(eq(digestRuns.channelId, sql.placeholder('channelId')), eq(digestRuns.date, sql.placeholder('date'))))
    .prepare();
  return {
    recordRun: atomic(db, put),
    digestRun: async (channelId, date) => find.get({ channelId, date }) ?? null,
    digestRuns: async (channelId, limit) =>
      db
        .select()
        .from(digestRuns)
        .where(eq(digestRuns.channelId, channelId))
        .orderBy(desc(digestRuns.date))
        .limit(limit)
        .all(),
  };
}

/** Writes a run over the one that is there, inside the caller's transaction. */
export function runWriter(db: Database): (run: DigestRun) => void {
  return ({ since, ...run }) => {
    const { channelId: _channelId, date: _date, ...rest } = run;
    db.insert(digestRuns)
      .values({ ...run, since })
      .onConflictDoUpdate({ target: [digestRuns.channelId, digestRuns.date], set: rest })
      .run();
  };
}

/** Papers that are in a listing without which an earlier digest of the channel had to go. */
export function latePaperReader(db: Database): (channelId: string, ids: readonly PaperId[]) => ReadonlySet<PaperId> {
  const hasGaps = db.$client
    .prepare<[string], number>(
      "select 1 from digest_runs where channel_id = ? and missing <> '[]' and state in ('planned', 'stale') limit 1",
    )
    .pluck();
  const late = db.$client
    .prepare<[string, string], PaperId>(
      `select distinct papers.id from json_each(?) as asked
       join papers on papers.id = asked.value
       join digest_runs on digest_runs.channel_id = ? and digest_runs.state in ('planned', 'stale')
       join json_each(digest_runs.missing) as gap
       join listings on listings.date = gap.value ->> 'date' and listings.source = gap.value ->> 'source'
       join listing_entries on listing_entries.listing_id = listings.id
         and listing_entries.paper_number = papers.number`,
    )
    .pluck();
  return (channelId, ids) =>
    hasGaps.get(channelId) === undefined ? new Set() : new Set(late.all(JSON.stringify(ids), channelId));
}
