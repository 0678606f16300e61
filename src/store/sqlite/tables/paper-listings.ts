import type { PaperId } from '../../../papers/paper.ts';
import type { PaperListing } from '../../listings.ts';
import type { Database } from '../file/database.ts';

/** Reads which listings papers are in. */
export function paperListingReader(
  db: Database,
): (ids: readonly PaperId[]) => ReadonlyMap<PaperId, readonly PaperListing[]> {
  // CROSS JOIN keeps the order: a listing can have thousands of entries.
  const read = db.$client.prepare<[string], PaperListing & { readonly id: PaperId }>(
    `select papers.id, listings.source, listings.date, announce_type as announceType
     from json_each(?) as asked
     cross join papers on papers.id = asked.value
     cross join listing_entries on listing_entries.paper_number = papers.number
     cross join listings on listings.id = listing_entries.listing_id`,
  );
  return (ids) =>
    new Map([...Map.groupBy(read.all(JSON.stringify(ids)), ({ id }) => id)].map(([id, rows]) => [id, rows]));
}
