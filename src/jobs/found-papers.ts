import { addReceipts, categoryReceipts } from '../papers/category-receipts.ts';
import type { CategoryReceipt, ListingEntry } from '../papers/listing.ts';
import type { Clock } from '../ports.ts';
import type { ListingRecord, RecordedCounts } from '../store/listings.ts';
import type { Store } from '../store/store.ts';
import type { Doubt } from './listing-doubt.ts';

/** What a cross-check found of a day. */
export interface FoundPapers {
  /** The entries that the listing lacks. */
  readonly missing: readonly ListingEntry[];
  /** The entries that the listing has. */
  readonly present: readonly ListingEntry[];
  /** The categories that the cross-check covers. */
  readonly categories: readonly string[];
}

/** Stores the papers that a listing lacks, because they were announced, and counts them in its receipts. */
export async function recordMissing(
  { source, date }: ListingRecord,
  doubt: Doubt,
  found: FoundPapers,
  { store, clock }: { readonly store: Store; readonly clock: Clock },
): Promise<RecordedCounts> {
  const { categories } = await store.completeness(source, date);
  const receipts = receiptsWith(categories, doubt, found);
  return await store.recordListing(
    { source, date, entries: found.missing, skipped: [], etags: {}, isPartial: true, receipts },
    clock(),
  );
}

/** The receipts with the missing papers. */
function receiptsWith(
  stored: readonly CategoryReceipt[],
  { kind, categories: doubtful }: Doubt,
  { missing, present, categories: group }: FoundPapers,
): readonly CategoryReceipt[] {
  const whole = () => categoryReceipts([{ group, entries: [...present, ...missing] }]);
  // The receipts of a stale listing belong to another day. An empty or failed listing has none.
  if (kind === 'stale' || kind === 'empty' || kind === 'failed') return whole();
  const isUnread = ({ category }: CategoryReceipt) => kind === 'unread' && doubtful.includes(category);
  const read = stored.filter((receipt) => !isUnread(receipt)).map(withoutDoubt);
  const added = categoryReceipts([{ group, entries: missing }]).filter((receipt) => !isUnread(receipt));
  const unread = whole()
    .filter(isUnread)
    .map((receipt) => ({ ...receipt, doubt: 'unread' }) as const);
  return [...addReceipts(read, added), ...unread];
}

const withoutDoubt = ({ doubt: _, ...receipt }: CategoryReceipt): CategoryReceipt => receipt;
