import type { ListingEntry } from '../../papers/listing.ts';
import { noneReadable } from '../none-readable.ts';
import type { CrossCheck, CrossCheckRequest } from '../source.ts';
import { isoWeek } from './iso-week.ts';
import { readItem, type UnreadItem } from './item.ts';
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
  const unread: UnreadItem[] = [];
  items.forEach((item, index) => {
    const read = readItem(item, null, `item ${index + 1}`);
    if ('reason' in read) unread.push(read);
    else if (read.listedOn === date) entries.set(read.paper.id, { paper: read.paper, announceType: 'pick' });
  });
  const [example] = unread;
  if (example !== undefined && unread.length === items.length) {
    throw noneReadable(unread.length, `the week of ${name}`, example.reason);
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
