import { weightier } from '../../papers/announce-type.ts';
import { categoryReceipts } from '../../papers/category-receipts.ts';
import type { Listing, ListingEntry } from '../../papers/listing.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import { hourMs, type LocalDate, newYorkDate } from '../../time.ts';
import type { PoliteFetch } from '../polite-fetch.ts';
import type { Retry } from '../retry.ts';
import {
  type ExpectedListing,
  type PaperSource,
  type PulledListing,
  type PullRequest,
  SourceError,
} from '../source.ts';
import { announcementDayKind } from './announcement-day.ts';
import { type Feed, readFeed } from './feed.ts';
import { halvesOf, requestGroups } from './request-groups.ts';

/** arXiv cuts a feed off at this many items. It keeps replacements and drops new papers, so a cut feed is not used. */
const itemCap = 2_000;
const refreshMs = hourMs;

export interface ArxivFeedOptions {
  /** The address of the feeds: `https://rss.arxiv.org`. */
  readonly url: string;
  /** Ids of the categories to ask for. */
  readonly categories: readonly string[];
  readonly fetch: PoliteFetch;
  /** Repeats a request after a temporary failure; absent where each request is made once. */
  readonly retry?: Retry;
  readonly lookUp: NonNullable<PaperSource['lookUp']>;
  readonly crossCheck?: NonNullable<PaperSource['crossCheck']>;
}

/** The result of one request: a feed, or null where nothing changed. */
interface Part {
  readonly group: readonly string[];
  readonly path: string;
  readonly etag: string | null;
  readonly feed: Feed | null;
}

/**
 * arXiv's daily announcement, from its RSS feeds. They hold one day only, by the calendar of New York, and are made at
 * its midnight.
 */
export function createArxivSource(options: ArxivFeedOptions): PaperSource {
  return {
    id: 'arxiv',
    name: 'arXiv',
    refreshMs,
    hasCategories: true,
    canHave: (category) => !category.includes('/'),
    datesToPull: (now) => [newYorkDate(now)],
    expects: expectedListing,
    dayKind: announcementDayKind,
    pull: (request) => pull(options, request),
    lookUp: options.lookUp,
    ...(options.crossCheck === undefined ? {} : { crossCheck: options.crossCheck }),
  };
}

function expectedListing(at: Instant): ExpectedListing | null {
  const date = newYorkDate(at);
  return announcementDayKind(date) === 'expected' ? { date, isWhole: true } : null;
}

async function pull(options: ArxivFeedOptions, request: PullRequest): Promise<PulledListing> {
  const parts: Part[] = [];
  for (const group of requestGroups(options.categories)) parts.push(...(await fetchGroup(options, group, request)));
  const feeds = parts.map(({ feed }) => feed).filter((feed) => feed !== null);
  if (feeds.length === 0) return { kind: 'unchanged' };
  const date = feedDate(feeds, parts.length > feeds.length, request);
  const listing: Listing = {
    source: 'arxiv',
    date,
    entries: mergeEntries(feeds.flatMap(({ entries }) => entries)),
    skipped: feeds.flatMap(({ skipped }) => skipped),
    etags: Object.fromEntries(parts.flatMap(({ path, etag }) => (etag === null ? [] : [[path, etag]]))),
    isPartial: parts.length > feeds.length,
    receipts: categoryReceipts(parts.flatMap(({ group, feed }) => (feed === null ? [] : [{ group, ...feed }]))),
  };
  const isQuiet = !listing.isPartial && listing.entries.length === 0;
  return { kind: isQuiet ? 'quiet' : 'listed', listing };
}

/** Requests the categories together, or in halves where the answer may have been cut off. */
async function fetchGroup(options: ArxivFeedOptions, group: readonly string[], request: PullRequest): Promise<Part[]> {
  const { retry = (attempt) => attempt() } = options;
  const part = await retry(() => fetchPart(options, group, request), request.signal);
  if (part.feed === null || part.feed.entries.length + part.feed.skipped.length < itemCap) return [part];
  if (group.length === 1) {
    throw new SourceError('truncated', `arXiv lists ${itemCap} items or more in ${group[0]} and cuts the rest off`);
  }
  const parts: Part[] = [];
  for (const half of halvesOf(group)) parts.push(...(await fetchGroup(options, half, request)));
  return parts;
}

async function fetchPart(
  { url, fetch }: ArxivFeedOptions,
  group: readonly string[],
  request: PullRequest,
): Promise<Part> {
  const path = `/rss/${group.join('+')}`;
  const answer = await fetch.get(new URL(`${url}${path}`), {
    signal: request.signal,
    accept: 'application/rss+xml, application/atom+xml',
    etag: request.etags[path],
  });
  return { group, path, etag: answer.etag, feed: answer.status === 304 ? null : await readFeed(answer.body) };
}

/** The day of all feeds. A feed that did not change since the last pull of a day is of that day. */
function feedDate(feeds: readonly Feed[], isPartial: boolean, { date, isExact }: PullRequest): LocalDate {
  const dates = [...new Set(feeds.map((feed) => feed.date))].sort();
  const [first] = dates;
  if (first === undefined || dates.length > 1) {
    throw new SourceError('other-date', `arXiv moved to another day during the pull: ${dates.join(', ')}`);
  }
  if (first !== date && (isExact || isPartial)) {
    throw new SourceError('other-date', `arXiv shows ${first}, not ${date}; its feeds hold one day only`);
  }
  return first;
}

/** Keeps each paper once: it is cross-listed in some categories, and new in its own. */
function mergeEntries(entries: readonly ListingEntry[]): ListingEntry[] {
  const merged = new Map<string, ListingEntry>();
  for (const entry of entries) {
    const known = merged.get(entry.paper.id);
    merged.set(entry.paper.id, known === undefined ? entry : mergeTwo(known, entry));
  }
  return [...merged.values()];
}

function mergeTwo(one: ListingEntry, other: ListingEntry): ListingEntry {
  const paper = versionOf(other.paper) > versionOf(one.paper) ? other.paper : one.paper;
  return { paper, announceType: weightier(one.announceType, other.announceType) };
}

const versionOf = (paper: Paper): number => paper.version ?? 0;
