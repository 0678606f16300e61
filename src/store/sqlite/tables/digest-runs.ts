import type { PaperId } from '../../../papers/paper.ts';
import type { DigestRun } from '../../runs.ts';
import type { Database } from '../file/database.ts';
import { digestRuns } from '../schema/digest-schema.ts';

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

/** Of so many digests back it is looked up on which listings they counted. */
const digestsLookedAt = 14;

/**
 * Papers that are in a listing which an earlier digest of the channel had to go without, or had before they were in it
 * as new: of what a digest had, a new version came in time.
 */
export function latePaperReader(db: Database): (channelId: string, ids: readonly PaperId[]) => ReadonlySet<PaperId> {
  // CROSS JOIN keeps the order: from the few papers that are asked for, not from all those of the listings.
  const late = db.$client
    .prepare<[{ channelId: string; ids: string }], PaperId>(
      `with counted as materialized (
         select listing.value ->> 'source' as source, listing.value ->> 'date' as date, 1 as is_missing
         from digest_runs join json_each(digest_runs.missing) as listing
         where channel_id = @channelId and state in ('planned', 'stale') and missing <> '[]'
         union
         select listing.value ->> 'source', listing.value ->> 'date', 0
         from (select told from digest_runs where channel_id = @channelId and state in ('planned', 'stale', 'quiet')
               order by date desc limit ${digestsLookedAt}) as run
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
