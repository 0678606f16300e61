import type { PaperId } from '../../../papers/paper.ts';
import type { PaperListing } from '../../listings.ts';
import type { Connection } from '../connection.ts';

/** Reads which listings papers are in. */
export function paperListingReader(
  db: Connection,
): (ids: readonly PaperId[]) => Promise<ReadonlyMap<PaperId, readonly PaperListing[]>> {
  const { texts, joinInOrder } = db.dialect;
  // In this order, because a listing can have thousands of entries.
  const read = db.prepare<[string], PaperListing & { readonly id: PaperId }>(
    `select papers.id, listings.source, listings.date, announce_type as "announceType"
     from ${texts('?')} as asked
     ${joinInOrder} papers on papers.id = asked.value
     ${joinInOrder} listing_entries on listing_entries.paper_number = papers.number
     ${joinInOrder} listings on listings.id = listing_entries.listing_id`,
  );
  return async (ids) => Map.groupBy(await read.all(JSON.stringify(ids)), ({ id }) => id);
}
