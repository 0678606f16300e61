import type { Listing, ListingEntry, LocalDate } from '../../papers/listing.ts';
import type { Instant } from '../../ports.ts';
import type { PoliteFetch } from '../polite-fetch.ts';
import { type PaperSource, type PulledListing, type PullRequest, SourceError } from '../source.ts';
import { readItem, type UnreadItem } from './item.ts';

const id = 'huggingface';
const name = 'Hugging Face Daily Papers';
const pageSize = 100;
/** The largest day seen had 92 papers. */
const mostPages = 20;
const dayMs = 24 * 3_600_000;
/** A day's page keeps growing, and its upvotes moving, for days. */
const daysThatGrow = 3;
const refreshMs = 30 * 60_000;

/**
 * The papers picked for one day on huggingface.co/papers. The default page of 50 is cut short without a word, so whole
 * pages of 100 are asked for until one is not full.
 * @param url the place of the service: `https://huggingface.co`
 */
export function createHuggingFaceSource(options: { readonly url: string; readonly fetch: PoliteFetch }): PaperSource {
  return {
    id,
    name,
    refreshMs,
    hasCategories: false,
    datesToPull: (now) => lastDays(now, daysThatGrow),
    expects: (at) => ({ date: new Date(at).toISOString().slice(0, 10), isWhole: false }),
    pull: async (request) => asListing(request.date, await fetchItems(options, request)),
  };
}

function lastDays(now: Instant, count: number): LocalDate[] {
  const daysBack = Array.from({ length: count }, (_, i) => count - 1 - i);
  return daysBack.map((back) => new Date(now - back * dayMs).toISOString().slice(0, 10));
}

/** The raw items of all pages. */
async function fetchItems(
  { url, fetch }: { readonly url: string; readonly fetch: PoliteFetch },
  { date, signal }: PullRequest,
): Promise<unknown[]> {
  const items: unknown[] = [];
  for (let page = 0; page < mostPages; page++) {
    const query = new URLSearchParams({ date, limit: String(pageSize), p: String(page) });
    const address = new URL(`${url.replace(/\/$/, '')}/api/daily_papers?${query}`);
    const { body } = await fetch.get(address, { signal, accept: 'application/json' });
    const found = readPage(body);
    items.push(...found);
    if (found.length < pageSize) return items;
  }
  throw new SourceError('malformed', `${name} has more than ${mostPages} pages for ${date}, which cannot be`);
}

function readPage(body: Buffer): unknown[] {
  const answer = parseJson(body);
  if (!Array.isArray(answer)) throw new SourceError('malformed', `${name} sent something that is no list of papers`);
  return answer;
}

function parseJson(body: Buffer): unknown {
  if (body.length === 0) throw new SourceError('malformed', `${name} sent an empty answer`);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw new SourceError('malformed', `${name} sent an answer that is not JSON`, { cause });
  }
}

/** Pages shift while people vote, so that a paper can be on two of them: it counts once, with its later upvotes. */
function asListing(date: LocalDate, items: readonly unknown[]): PulledListing {
  const entries = new Map<string, ListingEntry>();
  const unread: UnreadItem[] = [];
  items.forEach((item, index) => {
    const read = readItem(item, date, `item ${index + 1}`);
    if ('reason' in read) unread.push(read);
    else entries.set(read.id, { paper: read, announceType: 'pick' });
  });
  if (items.length > 0 && unread.length === items.length) throw nothingReadable(date, unread);
  const skipped = unread.map(({ item, reason }) => ({ item, reason }));
  const listing: Listing = { source: id, date, entries: [...entries.values()], skipped, etags: {}, isPartial: false };
  return { kind: items.length === 0 ? 'quiet' : 'listed', listing };
}

function nothingReadable(date: LocalDate, unread: readonly UnreadItem[]): SourceError {
  const [example] = unread;
  return unread.every(({ listedOn }) => listedOn !== undefined)
    ? new SourceError('other-date', `${name} answered with the papers of ${example?.listedOn}, not of ${date}`)
    : new SourceError('malformed', `none of the ${unread.length} items of ${name} can be read: ${example?.reason}`);
}
