import { scopesOf } from '../../../papers/category-receipts.ts';
import type { Listing } from '../../../papers/listing.ts';
import { describeUnread } from '../../../papers/unread-categories.ts';
import { grownReceipt } from '../../rules/pulled-listing.ts';
import type { Database } from '../file/database.ts';

type CountedListing = Pick<Listing, 'receipts' | 'skipped' | 'isPartial' | 'unread'>;

/**
 * Writes the receipts, unread categories and skipped items of a pull, inside the caller's transaction. It returns which
 * categories were not read so far and why, or null.
 * @param isTrusted whether the stored counts are right
 */
export function completenessWriter(
  db: Database,
): (listingId: number, listing: CountedListing, isTrusted: boolean) => string | null {
  const put = db.$client.prepare<[number, string, number, number, string | null]>(
    `insert into listing_categories (listing_id, category, announced, fetched, doubt) values (?, ?, ?, ?, ?)
     on conflict (listing_id, category) do update
     set announced = excluded.announced, fetched = excluded.fetched, doubt = excluded.doubt
     where announced <> excluded.announced or fetched <> excluded.fetched or doubt is not excluded.doubt`,
  );
  const find = db.$client.prepare<[number, string], { announced: number; fetched: number }>(
    'select announced, fetched from listing_categories where listing_id = ? and category = ?',
  );
  const putUnread = db.$client.prepare<[number, string]>(
    `insert or ignore into listing_categories (listing_id, category, announced, fetched, doubt) values (?, ?, 0, 0, 'unread')`,
  );
  const findUnread = db.$client
    .prepare<[number], string>(`select category from listing_categories where listing_id = ? and doubt = 'unread'`)
    .pluck();
  const putSkips = skipWriter(db);
  return (listingId, { receipts = [], skipped, isPartial, unread = [] }, isTrusted) => {
    for (const receipt of receipts) {
      const trusted = isTrusted ? find.get(listingId, receipt.category) : undefined;
      const { category, announced, fetched, doubt } = grownReceipt(receipt, trusted ?? null);
      put.run(listingId, category, announced, fetched, doubt ?? null);
    }
    for (const { categories } of unread) {
      for (const scope of categories.flatMap(scopesOf)) putUnread.run(listingId, scope);
    }
    putSkips(listingId, skipped, isPartial);
    const open = new Set(findUnread.all(listingId));
    return describeUnread(unread, (category) => open.has(category));
  };
}

function skipWriter(db: Database): (listingId: number, skipped: Listing['skipped'], isPartial: boolean) => void {
  const forgetSkips = db.$client.prepare<[number]>('delete from listing_skips where listing_id = ?');
  const putSkip = db.$client.prepare<[number, string, string, string]>(
    'insert or replace into listing_skips (listing_id, item, reason, categories) values (?, ?, ?, ?)',
  );
  return (listingId, skipped, isPartial) => {
    if (!isPartial) forgetSkips.run(listingId);
    for (const { item, reason, categories = [] } of skipped)
      putSkip.run(listingId, item, reason, JSON.stringify(categories));
  };
}
