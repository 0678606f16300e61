import { scopesOf } from './category-receipts.ts';
import type { CategoryReceipt, UnreadCategories } from './listing.ts';

/** How many categories of a request are named. More are counted. */
const categoriesNamed = 3;

/** The receipts, in which an archive is in doubt where one of its categories was not read. */
export function withArchiveDoubts(receipts: readonly CategoryReceipt[]): readonly CategoryReceipt[] {
  const unread = receipts.filter(({ doubt }) => doubt === 'unread').map(({ category }) => category);
  const archives = new Set(unread.flatMap(scopesOf).filter((scope) => !unread.includes(scope)));
  return receipts.map((receipt) => (archives.has(receipt.category) ? { ...receipt, doubt: 'partly-unread' } : receipt));
}

/**
 * Which categories were not read, and why: `cs.CV not read: arXiv answered 500`. Null where all were read.
 * @param isUnread whether a category was never read that day. An earlier answer counts, if only its refresh failed.
 */
export function describeUnread(
  requests: readonly UnreadCategories[],
  isUnread: (category: string) => boolean,
): string | null {
  const reasons = requests.flatMap(({ categories, reason }) => {
    const unread = categories.filter(isUnread);
    return unread.length === 0 ? [] : [`${nameSome(unread)} not read: ${reason}`];
  });
  return reasons.length === 0 ? null : reasons.join('; ');
}

function nameSome(categories: readonly string[]): string {
  const more = categories.length - categoriesNamed;
  return more <= 0 ? categories.join(', ') : `${categories.slice(0, categoriesNamed).join(', ')} and ${more} more`;
}
