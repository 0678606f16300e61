import { scopesOf } from '../../../papers/category-receipts.ts';
import type { Listing } from '../../../papers/listing.ts';
import { describeUnread } from '../../../papers/unread-categories.ts';
import { grownReceipt } from '../../rules/pulled-listing.ts';
import type { Connection } from '../connection.ts';

type CountedListing = Pick<Listing, 'receipts' | 'skipped' | 'isPartial' | 'unread'>;

/**
 * Writes the receipts, unread categories and skipped items of a pull, inside the caller's transaction. It returns which
 * categories were not read so far and why, or null.
 * @param isTrusted whether the stored counts are right
 */
export function completenessWriter(
  db: Connection,
): (listingId: number, listing: CountedListing, isTrusted: boolean) => Promise<string | null> {
  const put = db.prepare<[number, string, number, number, string | null]>(
    `insert into listing_categories (listing_id, category, announced, fetched, doubt) values (?, ?, ?, ?, ?)
     on conflict (listing_id, category) do update
     set announced = excluded.announced, fetched = excluded.fetched, doubt = excluded.doubt
     where listing_categories.announced <> excluded.announced or listing_categories.fetched <> excluded.fetched
       or listing_categories.doubt is distinct from excluded.doubt`,
  );
  const find = db.prepare<[number, string], { announced: number; fetched: number }>(
    'select announced, fetched from listing_categories where listing_id = ? and category = ?',
  );
  const putUnread = db.prepare<[number, string]>(
    `insert into listing_categories (listing_id, category, announced, fetched, doubt) values (?, ?, 0, 0, 'unread')
     on conflict do nothing`,
  );
  const findUnread = db
    .prepare<[number], string>(`select category from listing_categories where listing_id = ? and doubt = 'unread'`)
    .pluck();
  const putSkips = skipWriter(db);
  return async (listingId, { receipts = [], skipped, isPartial, unread = [] }, isTrusted) => {
    for (const receipt of receipts) {
      const trusted = isTrusted ? await find.get(listingId, receipt.category) : undefined;
      const { category, announced, fetched, doubt } = grownReceipt(receipt, trusted ?? null);
      await put.run(listingId, category, announced, fetched, doubt ?? null);
    }
    for (const { categories } of unread) {
      for (const scope of categories.flatMap(scopesOf)) await putUnread.run(listingId, scope);
    }
    await putSkips(listingId, skipped, isPartial);
    const open = new Set(await findUnread.all(listingId));
    return describeUnread(unread, (category) => open.has(category));
  };
}

function skipWriter(
  db: Connection,
): (listingId: number, skipped: Listing['skipped'], isPartial: boolean) => Promise<void> {
  const forgetSkips = db.prepare<[number]>('delete from listing_skips where listing_id = ?');
  const putSkip = db.prepare<[number, string, string, string]>(
    `insert into listing_skips (listing_id, item, reason, categories) values (?, ?, ?, ?)
     on conflict (listing_id, item) do update set reason = excluded.reason, categories = excluded.categories`,
  );
  return async (listingId, skipped, isPartial) => {
    if (!isPartial) await forgetSkips.run(listingId);
    for (const { item, reason, categories = [] } of skipped)
      await putSkip.run(listingId, item, reason, JSON.stringify(categories));
  };
}
