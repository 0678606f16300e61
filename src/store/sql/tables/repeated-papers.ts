import type { AnnounceType } from '../../../papers/announce-type.ts';
import type { Listing } from '../../../papers/listing.ts';
import type { SourceId } from '../../../papers/paper.ts';
import type { LocalDate } from '../../../time.ts';
import { comparedListings, type ListedPaper, type PulledListing } from '../../rules/stale-listing.ts';
import type { Connection } from '../connection.ts';

/** Finds the papers of a listing that earlier listings of its source have, by announce type. */
export function repeatedPaperReader(
  db: Connection,
): (listing: Pick<Listing, 'source' | 'date'>, papers: readonly ListedPaper[]) => Promise<PulledListing['repeated']> {
  const find = db
    .prepare<[string, string, SourceId, LocalDate], number>(
      `select pulled.value from ${db.dialect.numbers('?')} as pulled where exists (
         select 1 from listing_entries as old
         where old.paper_number = pulled.value and old.announce_type = ?
           and old.listing_id in (
             select id from listings where source = ? and date < ?
               and exists (select 1 from listing_entries where listing_id = listings.id)
             order by date desc limit ${comparedListings}))`,
    )
    .pluck();
  return async ({ source, date }, papers) => {
    const repeatedOf = async (type: AnnounceType): Promise<ReadonlySet<number>> => {
      const numbers = papers.filter((paper) => paper.type === type).map(({ number }) => number);
      return new Set(await find.all(JSON.stringify(numbers), type, source, date));
    };
    return { new: await repeatedOf('new'), pick: await repeatedOf('pick') };
  };
}
