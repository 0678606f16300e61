import type { CategoryAccount, CountedListing } from '../../digests/notes.ts';
import { count, showNumber } from './numbers.ts';

/** How many categories are named. Others are counted. */
const categoriesNamed = 3;

/** How complete the categories of the topics are: `cs.CL 108 of 108 announced, 9 matched`. */
export function showCompleteness(listings: readonly CountedListing[]): readonly string[] {
  const accounts = sumByCategory(listings.flatMap(({ categories }) => categories));
  const more = accounts.slice(categoriesNamed);
  if (more.length === 0) return accounts.map(showAccount);
  const incomplete = more.filter(({ announced, fetched }) => fetched < announced).length;
  const state = incomplete === 0 ? 'complete' : `${showNumber(incomplete)} of them incomplete`;
  const rest = `${count(more.length, 'more category', 'more categories')}: ${state}`;
  return [...accounts.slice(0, categoriesNamed).map(showAccount), rest];
}

const showAccount = ({ category, announced, fetched, matched }: CategoryAccount): string =>
  `${category} ${showNumber(fetched)} of ${showNumber(announced)} announced, ${showNumber(matched)} matched`;

/** Adds up the days of a digest. `matched` counts all days already. */
function sumByCategory(accounts: readonly CategoryAccount[]): readonly CategoryAccount[] {
  const sums = new Map<string, CategoryAccount>();
  for (const { category, announced, fetched, matched } of accounts) {
    const sum = sums.get(category) ?? { announced: 0, fetched: 0 };
    sums.set(category, { category, announced: sum.announced + announced, fetched: sum.fetched + fetched, matched });
  }
  return [...sums.values()];
}
