import { z } from 'zod';
import { weightier } from '../../papers/announce-type.ts';
import { categoryReceipts, readInPart } from '../../papers/category-receipts.ts';
import { isPreprintDoi } from '../../papers/doi.ts';
import type { Listing, ListingEntry, SkippedItem } from '../../papers/listing.ts';
import type { Paper, PaperId } from '../../papers/paper.ts';
import { subjectAreas } from '../../papers/subject-areas.ts';
import { addDays, datesUpTo, hourMs, type LocalDate, newYorkDate } from '../../time.ts';
import { readJson } from '../json.ts';
import { noneReadable } from '../none-readable.ts';
import { asLackingPages, type LackingPages } from '../page-failure.ts';
import { pastListings } from '../past-listings.ts';
import type { PoliteFetch } from '../polite-fetch.ts';
import { type PaperSource, type PulledListing, type PullRequest, SourceError } from '../source.ts';
import { type PostedPaper, readItem } from './item.ts';

/** The two servers of openRxiv, which share an API. */
type PreprintServer = 'biorxiv' | 'medrxiv';

interface ServerOptions {
  readonly server: PreprintServer;
  /** The address of the API: `https://api.biorxiv.org` */
  readonly url: string;
  readonly fetch: PoliteFetch;
}

const names: Readonly<Record<PreprintServer, string>> = { biorxiv: 'bioRxiv', medrxiv: 'medRxiv' };
/** The largest days had about 600 versions, on pages of 30 or 100. */
const mostPages = 60;
/** A day's listing grows all day. The days before are pulled again for missed papers. */
const daysLookedAt = 3;
const refreshMs = 2 * hourMs;
/** A DOI of the servers that no paper has: the answer about it is short. */
const unusedDoi = '10.1101/000000';
/** How many papers may be missing without an error, because the stated total includes records that no page has. */
const missingAtMost = { records: 35, share: 0.05 };

/**
 * The preprints that bioRxiv or medRxiv posted on a day: first versions are new, and later ones are replacements. Pages
 * have 30 or 100 records, so the next page begins at the number of records received.
 */
export function createPreprintSource(options: ServerOptions): PaperSource {
  const { server } = options;
  const pull: PaperSource['pull'] = async (request) =>
    asListing(server, request.date, await fetchItems(options, request));
  return {
    id: server,
    name: names[server],
    refreshMs,
    hasCategories: true,
    canHave: (category) => category.startsWith(`${server}/`),
    datesToPull: (now) => datesUpTo(newYorkDate(now), daysLookedAt),
    // Papers are posted all day, so a morning's digest counts on the day before.
    expects: (at) => ({ date: addDays(newYorkDate(at), -1), isWhole: false }),
    pull,
    past: pastListings({ pull }, { settledAfterDays: daysLookedAt }),
    lookUp: (id, signal) => (isPreprintDoi(id) ? lookUp(options, id, signal) : null),
    async probe(signal) {
      await fetchPage(options, `${unusedDoi}/na`, signal);
    },
  };
}

interface Page {
  readonly items: readonly unknown[];
  /** The stated number of records, which is sometimes too large. */
  readonly total: number;
}

interface FetchedItems extends Partial<LackingPages> {
  readonly items: readonly unknown[];
}

async function fetchItems(options: ServerOptions, { date, signal, onProgress }: PullRequest): Promise<FetchedItems> {
  const items: unknown[] = [];
  let total = 0;
  for (let page = 0; page < mostPages; page++) {
    const path = `${date}/${date}/${items.length}`;
    const found = await fetchPage(options, path, signal).catch((error: unknown) =>
      asLackingPages(error, items.length, signal),
    );
    if ('lacks' in found) return { items, ...found };
    items.push(...found.items);
    // An empty page has no total.
    total = Math.max(total, found.total);
    if (found.items.length === 0 || items.length >= total) {
      return { items, ...missingOf(names[options.server], items.length, total) };
    }
    onProgress?.(items.length / total);
  }
  throw new SourceError('malformed', `${names[options.server]} has more than ${mostPages} pages for ${date}`);
}

/** What is missing where a page is empty too early: that is an outage, and not the end. */
function missingOf(name: string, count: number, total: number): Partial<LackingPages> {
  const missing = total - count;
  if (missing <= Math.max(missingAtMost.records, total * missingAtMost.share) && (count > 0 || total === 0)) return {};
  const lacks = `${name} stopped after ${count} of ${total} papers`;
  if (count === 0) throw new SourceError('malformed', lacks);
  return { lacks };
}

const pageShape = z.object({
  messages: z.array(z.object({ status: z.string(), total: z.union([z.string(), z.number()]).optional() })).min(1),
  collection: z.array(z.unknown()).optional(),
});

async function fetchPage({ server, url, fetch }: ServerOptions, path: string, signal: AbortSignal): Promise<Page> {
  const address = new URL(`${url}/details/${server}/${path}/json`);
  const { body } = await fetch.get(address, { signal, accept: 'application/json', name: names[server] });
  const answer = pageShape.safeParse(readJson(body, names[server]));
  if (!answer.success)
    throw new SourceError('malformed', `${names[server]} sent something that is not a list of papers`);
  const [message] = answer.data.messages;
  const items = answer.data.collection ?? [];
  if (/^no posts found/i.test(message?.status ?? '')) return { items: [], total: 0 };
  if (message?.status !== 'ok') throw new SourceError('refused', `${names[server]} answered with an error`);
  const total = Number(message.total ?? items.length);
  return { items, total: Number.isInteger(total) ? total : items.length };
}

/** The listing of a day. A paper counts once, by its last version: pages shift, and it can have two versions in a day. */
function asListing(
  server: PreprintServer,
  date: LocalDate,
  { items, lacks, retryAfterMs }: FetchedItems,
): PulledListing {
  const entries = new Map<PaperId, ListingEntry>();
  const skipped: SkippedItem[] = [];
  let ofOtherDays = 0;
  items.forEach((item, index) => {
    const read = readItem(item, server, `item ${index + 1}`);
    if ('reason' in read) skipped.push(read);
    else if (read.postedOn !== date) {
      ofOtherDays += 1;
      skipped.push({ item: read.paper.id, reason: `it belongs to ${read.postedOn}` });
    } else entries.set(read.paper.id, laterOf(entries.get(read.paper.id), read));
  });
  if (items.length > 0 && entries.size === 0) throw nothingReadable(server, date, skipped, ofOtherDays);
  const receipts = receiptsOf(server, [...entries.values()], skipped);
  const listing: Listing = {
    source: server,
    date,
    entries: [...entries.values()],
    skipped,
    etags: {},
    isPartial: false,
    receipts: lacks === undefined ? receipts : readInPart(receipts),
    ...(lacks === undefined ? {} : { lacks }),
  };
  return {
    kind: items.length === 0 ? 'quiet' : 'listed',
    listing,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** The receipts of all areas of the server, new ones included, because one request covers the whole server. */
function receiptsOf(server: PreprintServer, entries: readonly ListingEntry[], skipped: readonly SkippedItem[]) {
  const areas = subjectAreas.filter(({ archive }) => archive === server).map(({ id }) => id);
  const found = entries.flatMap(({ paper }) => paper.categories);
  return categoryReceipts([{ group: [...new Set([...areas, ...found])], entries, skipped }]);
}

function laterOf(known: ListingEntry | undefined, { paper, version }: PostedPaper): ListingEntry {
  const announceType = version === 1 ? 'new' : 'replace';
  if (known === undefined) return { paper, announceType };
  const last = (known.paper.version ?? 0) > version ? known.paper : paper;
  return { paper: last, announceType: weightier(known.announceType, announceType) };
}

function nothingReadable(
  server: PreprintServer,
  date: LocalDate,
  skipped: readonly SkippedItem[],
  ofOtherDays: number,
): SourceError {
  const reason = skipped[0]?.reason ?? '';
  return ofOtherDays === skipped.length
    ? new SourceError('other-date', `${names[server]} answered with papers of another day than ${date}: ${reason}`)
    : noneReadable(skipped.length, names[server], reason);
}

/** The last version of a preprint. Its DOI does not say which of the two servers has it. */
async function lookUp(options: ServerOptions, id: PaperId, signal: AbortSignal): Promise<Paper | null> {
  const { items } = await fetchPage(options, `${id}/na`, signal);
  const versions = items
    .map((item, index) => readItem(item, options.server, `item ${index + 1}`))
    .flatMap((read) => ('reason' in read || read.paper.id !== id ? [] : [read]));
  return versions.toSorted((one, other) => other.version - one.version)[0]?.paper ?? null;
}
