import { z } from 'zod';
import { weightier } from '../../papers/announce-type.ts';
import { categoryReceipts, readInPart } from '../../papers/category-receipts.ts';
import type { Listing, ListingEntry, SkippedItem } from '../../papers/listing.ts';
import type { Paper, PaperId, SourceId } from '../../papers/paper.ts';
import { preprintServerOf } from '../../papers/preprint-servers.ts';
import { datesUpTo, hourMs, type LocalDate, utcDate } from '../../time.ts';
import { readJson } from '../json.ts';
import { noneReadable } from '../none-readable.ts';
import { asLackingPages, type LackingPages } from '../page-failure.ts';
import { pastListings } from '../past-listings.ts';
import type { PoliteFetch } from '../polite-fetch.ts';
import { type PaperSource, type PulledListing, type PullRequest, SourceError } from '../source.ts';
import { readItem } from './item.ts';

export interface CrossrefAccess {
  /** The address of the API: `https://api.crossref.org` */
  readonly url: string;
  /** Sent with each request, as Crossref asks: it can write there if something is wrong. */
  readonly contact: string;
  readonly fetch: PoliteFetch;
}

/** Which works a source takes from Crossref. */
interface Selection {
  readonly source: SourceId;
  /** Filters of the API. Filters of the same name are alternatives. */
  readonly filters: readonly string[];
  /** What the works are, in messages: `articles`. */
  readonly noun: string;
  /** The categories that the works can have, without those that only they state; absent where works have none. */
  readonly categories?: readonly string[];
}

const name = 'Crossref';
const pageSize = 200;
const mostPages = 50;
const daysLookedAt = 3;
/** Publishers register all day, but each request costs Crossref something. */
const refreshMs = 6 * hourMs;
/** The fields that are read. The references alone would be ten times as much. */
const fields =
  'DOI,type,title,subtitle,abstract,author,container-title,group-title,volume,issue,created,published,relation,update-to,updated-by';

/**
 * The works that were registered with Crossref on a day. The day is that of the DOI's creation, because all other dates
 * change with any correction of an old work.
 */
export function registeredWorks(
  access: CrossrefAccess,
  selection: Selection,
): Pick<PaperSource, 'refreshMs' | 'datesToPull' | 'pull' | 'probe' | 'past'> {
  const pull = async (request: PullRequest): Promise<PulledListing> =>
    asListing(selection, request.date, await fetchItems(access, selection, request));
  return {
    refreshMs,
    datesToPull: (now) => datesUpTo(utcDate(now), daysLookedAt),
    pull,
    async probe(signal) {
      await fetchPage(access, { filter: selection.filters.join(','), rows: '0' }, signal);
    },
    past: pastListings({ pull }, { settledAfterDays: daysLookedAt }),
  };
}

const listShape = z.object({
  status: z.literal('ok'),
  'message-type': z.literal('work-list'),
  message: z.object({
    items: z.array(z.unknown()),
    'total-results': z.number().int().nonnegative().optional().catch(undefined),
    'next-cursor': z.string().optional(),
  }),
});

interface FetchedItems extends Partial<LackingPages> {
  readonly items: readonly unknown[];
}

/** The raw items of all pages. Crossref gives a cursor with every page, the last one included. */
async function fetchItems(
  access: CrossrefAccess,
  { filters, noun }: Selection,
  { date, signal }: PullRequest,
): Promise<FetchedItems> {
  const filter = [...filters, `from-created-date:${date}`, `until-created-date:${date}`];
  const items: unknown[] = [];
  let cursor = '*';
  for (let page = 0; page < mostPages; page++) {
    const query = { filter: filter.join(','), select: fields, rows: String(pageSize), cursor };
    const found = await fetchPage(access, query, signal).catch((error: unknown) =>
      asLackingPages(error, items.length, signal),
    );
    if ('lacks' in found) return { items, ...found };
    items.push(...found.items);
    if (found.items.length < pageSize) return { items, ...missingOf(noun, items.length, found['total-results']) };
    const next = found['next-cursor'];
    if (next === undefined)
      throw new SourceError('malformed', `${name} sent a full page without a cursor for the next`);
    cursor = next;
  }
  throw new SourceError('malformed', `${name} has more than ${mostPages} pages for ${date}, which is too many`);
}

async function fetchPage(access: CrossrefAccess, query: Readonly<Record<string, string>>, signal: AbortSignal) {
  return readAnswer(listShape, await get(access, 'works', query, signal)).message;
}

/** What is missing by the total that Crossref states: a page can be cut. */
const missingOf = (noun: string, count: number, total = count): Partial<LackingPages> =>
  count < total ? { lacks: `${name} states ${total} ${noun} and sent ${count}` } : {};

async function get(
  { url, contact, fetch }: CrossrefAccess,
  path: string,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<unknown> {
  // Crossref reads e-mail addresses here. A web page is in the User-Agent.
  const email = /^(?:mailto:)?([^\s@/:]+@[^\s@/:]+)$/.exec(contact)?.[1];
  const parameters = new URLSearchParams({ ...query, ...(email === undefined ? {} : { mailto: email }) });
  const address = new URL(`${url}/${path}?${parameters}`);
  const { body } = await fetch.get(address, { signal, accept: 'application/json' });
  return readJson(body, name);
}

function readAnswer<T extends z.ZodType>(shape: T, answer: unknown): z.output<T> {
  const parsed = shape.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new SourceError('malformed', `${name} sent an answer in an unknown form`);
}

function asListing(selection: Selection, date: LocalDate, { items, lacks, retryAfterMs }: FetchedItems): PulledListing {
  const entries = new Map<PaperId, ListingEntry>();
  const skipped: SkippedItem[] = [];
  let ofOtherDays = 0;
  items.forEach((item, index) => {
    const read = readItem(item, `item ${index + 1}`);
    if ('reason' in read) skipped.push({ ...read, ...categoriesOf(read.item) });
    else if (read.registeredOn !== date) {
      ofOtherDays += 1;
      skipped.push({
        item: read.paper.id,
        reason: `it belongs to ${read.registeredOn}`,
        ...categoriesOf(read.paper.id),
      });
    } else entries.set(read.paper.id, laterOf(entries.get(read.paper.id), read.paper));
  });
  if (items.length > 0 && entries.size === 0) throw nothingReadable(date, skipped, ofOtherDays);
  const listing: Listing = {
    source: selection.source,
    date,
    entries: [...entries.values()],
    skipped,
    etags: {},
    isPartial: false,
    ...receiptsOf(selection, [...entries.values()], skipped, lacks !== undefined),
    ...(lacks === undefined ? {} : { lacks }),
  };
  const isQuiet = items.length === 0 && lacks === undefined;
  return { kind: isQuiet ? 'quiet' : 'listed', listing, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

/** The server of a work that was skipped, if its DOI can be read and names one. */
function categoriesOf(item: string): Pick<SkippedItem, 'categories'> {
  const server = preprintServerOf(item)?.id;
  return server === undefined ? {} : { categories: [server] };
}

/** The receipts of all servers that were asked for, and of the areas that their preprints state. Journals have none. */
function receiptsOf(
  { categories }: Selection,
  entries: readonly ListingEntry[],
  skipped: readonly SkippedItem[],
  isInPart: boolean,
): Pick<Listing, 'receipts'> {
  if (categories === undefined) return {};
  const found = entries.flatMap(({ paper }) => paper.categories);
  const receipts = categoryReceipts([{ group: [...new Set([...categories, ...found])], entries, skipped }]);
  return { receipts: isInPart ? readInPart(receipts) : receipts };
}

/** A paper counts once, by its last version. Only the first version is new. */
function laterOf(known: ListingEntry | undefined, paper: Paper): ListingEntry {
  const announceType = (paper.version ?? 1) > 1 ? 'replace' : 'new';
  if (known === undefined) return { paper, announceType };
  const last = (known.paper.version ?? 1) > (paper.version ?? 1) ? known.paper : paper;
  return { paper: last, announceType: weightier(known.announceType, announceType) };
}

function nothingReadable(date: LocalDate, skipped: readonly SkippedItem[], ofOtherDays: number): SourceError {
  const reason = skipped[0]?.reason ?? '';
  return ofOtherDays === skipped.length
    ? new SourceError('other-date', `${name} answered with papers of another day than ${date}: ${reason}`)
    : noneReadable(skipped.length, name, reason);
}

const workShape = z.object({ status: z.literal('ok'), 'message-type': z.literal('work'), message: z.unknown() });

/** Looks up a work by its DOI. */
export async function lookUpWork(access: CrossrefAccess, paperId: PaperId, signal: AbortSignal): Promise<Paper | null> {
  try {
    const answer = await get(access, `works/${encodeURIComponent(paperId)}`, {}, signal);
    const read = readItem(readAnswer(workShape, answer).message, paperId);
    return 'reason' in read || read.paper.id !== paperId ? null : read.paper;
  } catch (error) {
    if (error instanceof SourceError && error.status === 404) return null;
    throw error;
  }
}
