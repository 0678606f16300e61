import type { Listing } from '../../../papers/listing.ts';
import type { Database } from '../file/database.ts';

/** Writes the receipts and skipped items of a pull, inside the caller's transaction. */
export function completenessWriter(
  db: Database,
): (listingId: number, listing: Pick<Listing, 'receipts' | 'skipped' | 'isPartial'>) => void {
  // The last pull of a category counts.
  const putCategory = db.$client.prepare<[number, string, number, number]>(
    `insert into listing_categories (listing_id, category, announced, fetched) values (?, ?, ?, ?)
     on conflict (listing_id, category) do update set announced = excluded.announced, fetched = excluded.fetched
     where announced <> excluded.announced or fetched <> excluded.fetched`,
  );
  const forgetSkips = db.$client.prepare<[number]>('delete from listing_skips where listing_id = ?');
  const putSkip = db.$client.prepare<[number, string, string, string]>(
    'insert or replace into listing_skips (listing_id, item, reason, categories) values (?, ?, ?, ?)',
  );
  return (listingId, { receipts = [], skipped, isPartial }) => {
    for (const { category, announced, fetched } of receipts) putCategory.run(listingId, category, announced, fetched);
    if (!isPartial) forgetSkips.run(listingId);
    for (const { item, reason, categories = [] } of skipped)
      putSkip.run(listingId, item, reason, JSON.stringify(categories));
  };
}
