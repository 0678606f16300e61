import { isNews } from './announce-type.ts';
import { findCategory } from './categories.ts';
import type { CategoryReceipt, ListingEntry, SkippedItem } from './listing.ts';
import type { PaperId } from './paper.ts';
import { findPreprintServer } from './preprint-servers.ts';

/** The papers that one request for some categories brought. */
interface AnsweredRequest {
  readonly group: readonly string[];
  readonly entries: readonly ListingEntry[];
  readonly skipped?: readonly SkippedItem[];
}

interface Count {
  readonly fetched: Set<PaperId>;
  readonly skipped: Set<string>;
}

/**
 * How completely each requested category was pulled, and each archive of several categories: `cs.CL`, `cs.*`. A paper
 * counts in the categories of the request that listed it: it is new there, or a cross-list. An item that could not be
 * read counts as announced in the categories that it names, or else in those of its request.
 */
export function categoryReceipts(requests: readonly AnsweredRequest[]): CategoryReceipt[] {
  const counts = new Map<string, Count>();
  const countOf = (category: string): Count => {
    const count = counts.get(category) ?? { fetched: new Set(), skipped: new Set() };
    counts.set(category, count);
    return count;
  };
  for (const request of requests) countRequest(request, countOf);
  return [...counts].map(([category, { fetched, skipped }]) => {
    const unread = [...skipped].filter((item) => !fetched.has(item)).length;
    return { category, announced: fetched.size + unread, fetched: fetched.size };
  });
}

function countRequest({ group, entries, skipped = [] }: AnsweredRequest, countOf: (category: string) => Count): void {
  // A category without papers has its row as well.
  for (const scope of group.flatMap(scopesOf)) countOf(scope);
  for (const { paper } of entries.filter((entry) => isNews(entry.announceType))) {
    for (const scope of scopesIn(group, paper.categories)) countOf(scope).fetched.add(paper.id);
  }
  for (const { item, categories = group } of skipped) {
    for (const scope of scopesIn(group, categories)) countOf(scope).skipped.add(item);
  }
}

/** The receipts where a page of the answer is missing: any category may have had papers on it. */
export const readInPart = (receipts: readonly CategoryReceipt[]): readonly CategoryReceipt[] =>
  receipts.map((receipt) => ({ ...receipt, doubt: 'partly-unread' }));

/** The sums of receipts that have no paper in common. */
export function addReceipts(
  some: readonly CategoryReceipt[],
  others: readonly CategoryReceipt[],
): readonly CategoryReceipt[] {
  const sums = new Map(some.map((receipt) => [receipt.category, receipt]));
  for (const { category, announced, fetched } of others) {
    const sum = sums.get(category) ?? { announced: 0, fetched: 0 };
    sums.set(category, { ...sum, category, announced: sum.announced + announced, fetched: sum.fetched + fetched });
  }
  return [...sums.values()];
}

/** The scopes of a paper, each once: it can be in several categories of an archive. */
const scopesIn = (group: readonly string[], categories: readonly string[]): ReadonlySet<string> =>
  new Set(categories.filter((category) => group.includes(category)).flatMap(scopesOf));

/**
 * A category, and its archive where it has other categories. A subject area, and all areas of its server. A server alone,
 * where it states no area: `ssrn` is in `ssrn/*`.
 */
export function scopesOf(category: string): string[] {
  if (findPreprintServer(category) !== null) return [`${category}/*`];
  if (category.includes('/')) return [category, `${category.split('/')[0]}/*`];
  const archive = findCategory(category)?.archive ?? category;
  return archive === category ? [category] : [category, `${archive}.*`];
}
