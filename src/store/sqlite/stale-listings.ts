import type { Listing, LocalDate } from '../../papers/listing.ts';
import type { SourceId } from '../../papers/paper.ts';
import type { Database } from './database.ts';

/** From this share of papers on that an earlier day had, a listing is that day's again. */
const staleShare = {
  /** A paper is announced as new once: a few that come again tell of a whole category that was not renewed. */
  new: 0.05,
  /** A paper may be picked on more than one day. */
  pick: 0.5,
};

/**
 * Tells a listing that is an earlier day's under a new date, as sources show it when they are late: by its papers,
 * since dates and times of such an answer look right. Null where it is not.
 */
export function staleReader(db: Database): (listingId: number, listing: Listing) => string | null {
  // The days just before are enough: what is shown again is the last batch.
  const count = db.$client.prepare<
    [number, SourceId, LocalDate],
    { readonly type: 'new' | 'pick'; readonly papers: number; readonly repeated: number }
  >(
    `with entries as (select paper_number, announce_type from listing_entries where listing_id = ?),
     earlier as (select id from listings where source = ? and date < ? order by date desc limit 3)
     select announce_type as type, count(*) as papers, sum(exists (
       select 1 from earlier cross join listing_entries as old
       where old.listing_id = earlier.id and old.paper_number = entries.paper_number
         and old.announce_type = entries.announce_type)) as repeated
     from entries where announce_type in ('new', 'pick') group by announce_type`,
  );
  return (listingId, { source, date }) => {
    for (const { type, papers, repeated } of count.all(listingId, source, date)) {
      if (repeated > papers * staleShare[type])
        return `${repeated} of its ${papers} papers are those of an earlier day`;
    }
    return null;
  };
}
