import type { CategoryAccount, CountedListing } from '../digests/notes.ts';
import type { Say } from '../language/say.ts';
import type { ReceiptDoubt } from '../papers/listing.ts';

/** How many categories are named. Others are counted. */
const categoriesNamed = 3;

/** How complete the categories of the topics are: `cs.CL 108 of 108 announced, 9 matched`. */
export function showCompleteness(listings: readonly CountedListing[], say: Say): readonly string[] {
  const accounts = sumByCategory(listings.flatMap(({ categories }) => categories));
  const more = accounts.slice(categoriesNamed);
  const named = accounts.slice(0, categoriesNamed).map((account) => showAccount(account, say));
  if (more.length === 0) return named;
  const incomplete = more.filter(isIncomplete).length;
  const n = more.length;
  return [
    ...named,
    incomplete === 0 ? say('completeness.more', { n }) : say('completeness.moreIncomplete', { n, incomplete }),
  ];
}

const isIncomplete = ({ announced, fetched, doubt }: CategoryAccount): boolean =>
  fetched < announced || doubt === 'unread' || doubt === 'partly-unread';

function showAccount({ category, announced, fetched, matched: n, late = 0, doubt }: CategoryAccount, say: Say): string {
  const matched = late === 0 ? say('completeness.matched', { n }) : say('completeness.matchedLate', { n, late });
  const values = { category, fetched, announced, matched };
  switch (doubt) {
    case 'unchecked':
      return say('completeness.unchecked', values);
    case 'partly-unread':
      return say('completeness.partlyUnread', values);
    case 'unread':
      return fetched === 0
        ? say('completeness.unread', { category, matched })
        : say('completeness.unreadFound', { category, fetched, matched });
    default:
      return say('completeness.complete', values);
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
