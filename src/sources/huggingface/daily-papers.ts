import type { Listing, ListingEntry } from '../../papers/listing.ts';
import { datesUpTo, type LocalDate, minuteMs, utcDate } from '../../time.ts';
import { noneReadable } from '../none-readable.ts';
import { pastListings } from '../past-listings.ts';
import { type PaperSource, type PulledListing, SourceError } from '../source.ts';
import { crossCheck } from './cross-check.ts';
import { readItem, type UnreadItem } from './item.ts';
import {
  fetchPages,
  type HuggingFaceTools,
  sourceId as id,
  sourceName as name,
  type Pages,
  probePages,
} from './pages.ts';

/** The largest day seen had 92 papers. */
const mostPages = 20;
/** The page of a day grows, and its upvotes change, for several days. */
const daysThatGrow = 3;
const refreshMs = 30 * minuteMs;

/** The papers that were picked for a day on huggingface.co/papers. */
export function createHuggingFaceSource(tools: HuggingFaceTools): PaperSource {
  const pull: PaperSource['pull'] = async ({ date, etags, signal }) =>
    asListing(date, await fetchPages(tools, { query: { date }, etags, signal, mostPages }));
  return {
    id,
    name,
    refreshMs,
    hasCategories: false,
    datesToPull: (now) => datesUpTo(utcDate(now), daysThatGrow),
    expects: (at) => ({ date: utcDate(at), isWhole: false }),
    pull,
    crossCheck: (request) => crossCheck(tools, request),
    probe: (signal) => probePages(tools, signal),
    past: pastListings({ pull }, { settledAfterDays: daysThatGrow }),
  };
}

/** The listing of a day. Pages shift while people vote, so a paper can be on two: it counts once, with its later upvotes. */
function asListing(date: LocalDate, { items, sent, unchanged, etags, failure }: Pages): PulledListing {
  if (sent === 0 && failure === null) return { kind: 'unchanged' };
  const entries = new Map<string, ListingEntry>();
  const unread: UnreadItem[] = [];
  items.forEach((item, index) => {
    const read = readItem(item, date, `item ${index + 1}`);
    if ('reason' in read) unread.push(read);
    else entries.set(read.paper.id, { paper: read.paper, announceType: 'pick' });
  });
  if (items.length > 0 && unread.length === items.length) throw nothingReadable(date, unread);
  const skipped = unread.map(({ item, reason }) => ({ item, reason }));
  const isPartial = unchanged > 0 || failure !== null;
  const listing: Listing = {
    source: id,
    date,
    entries: [...entries.values()],
    skipped,
    etags,
    isPartial,
    ...(failure === null ? {} : { lacks: `a page of its list could not be read: ${failure.message}` }),
  };
  return {
    kind: items.length === 0 && !isPartial ? 'quiet' : 'listed',
    listing,
    ...(failure === null || failure.retryAfterMs === null ? {} : { retryAfterMs: failure.retryAfterMs }),
  };
}

function nothingReadable(date: LocalDate, unread: readonly UnreadItem[]): SourceError {
  const [example] = unread;
  return unread.every(({ listedOn }) => listedOn !== undefined)
    ? new SourceError('other-date', `${name} answered with the papers of ${example?.listedOn}, not of ${date}`)
    : noneReadable(unread.length, name, example?.reason ?? '');
}
