import type { PaperId } from '../../../papers/paper.ts';
import type { DigestRun } from '../../runs.ts';
import { getTableColumns } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { digestRuns } from '../schema/digest-schema.ts';
import { parametersOf } from '../schema/parameters.ts';

/** Writes a run over the stored one, inside the caller's transaction. */
export function runWriter(db: Database): (run: DigestRun) => void {
  const { channelId, date, since, ...rest } = parametersOf(getTableColumns(digestRuns));
  const put = db
    .insert(digestRuns)
    .values({ channelId, date, since, ...rest })
    .onConflictDoUpdate({ target: [digestRuns.channelId, digestRuns.date], set: rest })
    .prepare();
  return (run) => {
    put.run({ ...run, counted: run.counted ?? [] });
  };
}

/** How many past digests are checked for late papers. */
const digestsChecked = 14;

/**
 * Finds late papers. They are in a listing that an earlier digest of the channel was made without, or they were added
 * to one as new papers after the digest. A new version that is added to a counted listing is not late.
 */
export function latePaperReader(db: Database): (channelId: string, ids: readonly PaperId[]) => ReadonlySet<PaperId> {
  // CROSS JOIN keeps the order, so that SQLite begins with the few given papers and not with those of the listings.
  const late = db.$client
    .prepare<[{ channelId: string; ids: string }], PaperId>(
      `with counted as materialized (
         select listing.value ->> 'source' as source, listing.value ->> 'date' as date, 1 as is_missing
         from digest_runs join json_each(digest_runs.missing) as listing
         where channel_id = @channelId and state in ('planned', 'stale') and missing <> '[]'
         union
         select listing.value ->> 'source', listing.value ->> 'date', 0
         from (select told from digest_runs where channel_id = @channelId and state in ('planned', 'stale', 'quiet')
               order by date desc limit ${digestsChecked}) as run
         join json_each(run.told) as listing)
       select distinct papers.id from json_each(@ids) as asked
       cross join papers on papers.id = asked.value
       cross join listing_entries on listing_entries.paper_number = papers.number
       cross join listings on listings.id = listing_entries.listing_id
       cross join counted on counted.source = listings.source and counted.date = listings.date
       where is_missing or listing_entries.announce_type in ('new', 'cross', 'pick')`,
    )
    .pluck();
  return (channelId, ids) =>
    ids.length === 0 ? new Set() : new Set(late.all({ channelId, ids: JSON.stringify(ids) }));
}
