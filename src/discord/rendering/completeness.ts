import type { CategoryAccount, CountedListing } from '../../digests/notes.ts';
import type { ReceiptDoubt } from '../../papers/listing.ts';
import { count, showNumber } from './numbers.ts';

/** How many categories are named. Others are counted. */
const categoriesNamed = 3;

/** How complete the categories of the topics are: `cs.CL 108 of 108 announced, 9 matched`. */
export function showCompleteness(listings: readonly CountedListing[]): readonly string[] {
  const accounts = sumByCategory(listings.flatMap(({ categories }) => categories));
  const more = accounts.slice(categoriesNamed);
  if (more.length === 0) return accounts.map(showAccount);
  const incomplete = more.filter(isIncomplete).length;
  const state = incomplete === 0 ? 'complete' : `${showNumber(incomplete)} of them incomplete`;
  const rest = `${count(more.length, 'more category', 'more categories')}: ${state}`;
  return [...accounts.slice(0, categoriesNamed).map(showAccount), rest];
}

const isIncomplete = ({ announced, fetched, doubt }: CategoryAccount): boolean =>
  fetched < announced || doubt === 'unread' || doubt === 'partly-unread';

function showAccount({ category, announced, fetched, matched, late = 0, doubt }: CategoryAccount): string {
  const counts = `${showNumber(fetched)} of ${showNumber(announced)} announced`;
  const shown = `${showNumber(matched)} matched${late === 0 ? '' : `, ${showNumber(late)} late`}`;
  switch (doubt) {
    case 'unchecked':
      return `${category} ${counts} (not checked), ${shown}`;
    case 'partly-unread':
      return `${category} read only in part, ${counts}, ${shown}`;
    case 'unread':
      return `${category} not read${fetched === 0 ? '' : `, ${showNumber(fetched)} found by search`}, ${shown}`;
    default:
      return `${category} ${counts}, ${shown}`;
  }
}

/** Adds up the days of a digest. `matched` and `late` count all days already. */
function sumByCategory(accounts: readonly CategoryAccount[]): readonly CategoryAccount[] {
  const sums = new Map<string, CategoryAccount>();
  for (const account of accounts) {
    const sum = sums.get(account.category);
    sums.set(account.category, sum === undefined ? account : addDay(sum, account));
  }
  return [...sums.values()];
}

function addDay(sum: CategoryAccount, day: CategoryAccount): CategoryAccount {
  const { doubt: _, ...counts } = sum;
  const doubt = doubtOfBoth(sum.doubt, day.doubt);
  return {
    ...counts,
    announced: sum.announced + day.announced,
    fetched: sum.fetched + day.fetched,
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** The doubt about several days. If only some of them were not read, the category was read in part. */
function doubtOfBoth(one?: ReceiptDoubt, other?: ReceiptDoubt): ReceiptDoubt | undefined {
  if (one === other) return one;
  const isRead = [one, other].every((doubt) => doubt !== 'unread' && doubt !== 'partly-unread');
  return isRead ? 'unchecked' : 'partly-unread';
}
