import type { ListingEntry } from '../../papers/listing.ts';
import { type CrossCheck, type CrossCheckRequest, SourceError } from '../source.ts';
import { isoWeek } from './iso-week.ts';
import { readItem } from './item.ts';
import { fetchAllPages, type HuggingFaceTools, sourceName as name } from './pages.ts';

/** A week has about 250 papers. */
const mostPages = 20;

/** Asks for the list of the week, which has the papers of the day as well. It is another answer than that of the day. */
export async function crossCheck(
  tools: HuggingFaceTools,
  { date, signal }: Pick<CrossCheckRequest, 'date' | 'signal'>,
): Promise<CrossCheck> {
  const query = { week: isoWeek(Date.parse(date)) };
  const { items } = await fetchAllPages(tools, { query, etags: {}, signal, mostPages });
  const entries = new Map<string, ListingEntry>();
  let unread = 0;
  items.forEach((item, index) => {
    const read = readItem(item, null, `item ${index + 1}`);
    if ('reason' in read) unread += 1;
    else if (read.listedOn === date) entries.set(read.paper.id, { paper: read.paper, announceType: 'pick' });
  });
  if (unread > 0 && unread === items.length) {
    throw new SourceError('malformed', `none of the ${unread} items of the week of ${name} can be read`);
  }
  return {
    way: 'list of the week',
    entries: [...entries.values()],
    categories: [],
    hasGrowingIds: false,
    isQuiet: false,
    canStillCome: true,
  };
}
