import type { AnnounceType } from '../../../papers/announce-type.ts';
import type { Listing } from '../../../papers/listing.ts';
import type { SourceId } from '../../../papers/paper.ts';
import type { LocalDate } from '../../../time.ts';
import { comparedListings, type ListedPaper, type PulledListing } from '../../rules/stale-listing.ts';
import type { Database } from '../file/database.ts';

/** Finds the papers of a listing that earlier listings of its source have, by announce type. */
export function repeatedPaperReader(
  db: Database,
): (listing: Pick<Listing, 'source' | 'date'>, papers: readonly ListedPaper[]) => PulledListing['repeated'] {
  const find = db.$client
    .prepare<[string, string, SourceId, LocalDate], number>(
      `select pulled.value from json_each(?) as pulled where exists (
         select 1 from listing_entries as old
         where old.paper_number = pulled.value and old.announce_type = ?
           and old.listing_id in (
             select id from listings where source = ? and date < ?
               and exists (select 1 from listing_entries where listing_id = listings.id)
             order by date desc limit ${comparedListings}))`,
    )
    .pluck();
  return ({ source, date }, papers) => {
    const repeatedOf = (type: AnnounceType): ReadonlySet<number> => {
      const numbers = papers.filter((paper) => paper.type === type).map(({ number }) => number);
      return new Set(find.all(JSON.stringify(numbers), type, source, date));
    };
    return { new: repeatedOf('new'), pick: repeatedOf('pick') };
  };
}
