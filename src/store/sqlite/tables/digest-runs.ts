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
  // Two statements, because most channels have no earlier listing that is still stored, and hundreds of papers.
  const earlier = db.$client
    .prepare<[{ channelId: string }], string>(
      `with counted as materialized (
         select listing.value ->> 'source' as source, listing.value ->> 'date' as date, 1 as is_missing
         from digest_runs join json_each(digest_runs.missing) as listing
         where channel_id = @channelId and state in ('planned', 'stale') and missing <> '[]'
         union
         select listing.value ->> 'source', listing.value ->> 'date', 0
         from (select told from digest_runs where channel_id = @channelId and state in ('planned', 'stale', 'quiet')
               order by date desc limit ${digestsChecked}) as run
         join json_each(run.told) as listing)
       select json_group_array(json_array(id, is_missing)) from (
         select listings.id, max(is_missing) as is_missing
         from counted cross join listings using (date, source) group by listings.id)`,
    )
    .pluck();
  // CROSS JOIN keeps the order: a channel can have hundreds of papers, and its listings thousands of entries.
  const late = db.$client
    .prepare<[{ earlier: string; ids: string }], PaperId>(
      `with earlier as materialized (select value ->> 0 as id, value ->> 1 as is_missing from json_each(@earlier))
       select papers.id from json_each(@ids) as asked
       cross join papers on papers.id = asked.value
       where exists (
         select 1 from listing_entries join earlier on earlier.id = listing_id
         where paper_number = papers.number and (is_missing or announce_type in ('new', 'cross', 'pick')))`,
    )
    .pluck();
  return (channelId, ids) => {
    if (ids.length === 0) return nothing;
    const listings = earlier.get({ channelId }) ?? '[]';
    return listings === '[]' ? nothing : new Set(late.all({ earlier: listings, ids: JSON.stringify(ids) }));
  };
}

const nothing: ReadonlySet<PaperId> = new Set();
