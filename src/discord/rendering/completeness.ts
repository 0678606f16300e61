import type { CategoryAccount, CountedListing } from '../../digests/notes.ts';
import { count, showNumber } from './numbers.ts';

/** More categories than these are told as a number. */
const categoriesNamed = 3;

/** How complete the categories are that the topics ask for: `cs.CL 108 of 108 announced, 9 matched`. */
export function showCompleteness(told: readonly CountedListing[]): readonly string[] {
  const accounts = sumByCategory(told.flatMap(({ categories }) => categories));
  const more = accounts.slice(categoriesNamed);
  if (more.length === 0) return accounts.map(showAccount);
  const incomplete = more.filter(({ announced, fetched }) => fetched < announced).length;
  const state = incomplete === 0 ? 'complete' : `${showNumber(incomplete)} of them incomplete`;
  const rest = `${count(more.length, 'more category', 'more categories')}: ${state}`;
  return [...accounts.slice(0, categoriesNamed).map(showAccount), rest];
}

const showAccount = ({ category, announced, fetched, matched }: CategoryAccount): string =>
  `${category} ${showNumber(fetched)} of ${showNumber(announced)} announced, ${showNumber(matched)} matched`;

/** A digest may be of several days; what matched is of all of them. */
function sumByCategory(accounts: readonly CategoryAccount[]): readonly CategoryAccount[] {
  const sums = new Map<string, CategoryAccount>();
  for (const { category, announced, fetched, matched } of accounts) {
    const sum = sums.get(category) ?? { announced: 0, fetched: 0 };
    sums.set(category, { category, announced: sum.announced + announced, fetched: sum.fetched + fetched, matched });
  }
  return [...sums.values()];
}
