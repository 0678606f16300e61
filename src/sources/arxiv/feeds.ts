import { weightier } from '../../papers/announce-type.ts';
import { categoryReceipts } from '../../papers/category-receipts.ts';
import type { Listing, ListingEntry } from '../../papers/listing.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import { hourMs, type LocalDate, newYorkDate } from '../../time.ts';
import {
  type ExpectedListing,
  type PaperSource,
  type PulledListing,
  type PullRequest,
  SourceError,
} from '../source.ts';
import { announcementDayKind } from './announcement-day.ts';
import {
  type FailedRequest,
  type FeedAnswer,
  type FeedRequestOptions,
  fetchFeeds,
  probeFeed,
} from './feed-requests.ts';

const refreshMs = hourMs;

export interface ArxivFeedOptions extends FeedRequestOptions {
  readonly lookUp: NonNullable<PaperSource['lookUp']>;
  readonly crossCheck?: NonNullable<PaperSource['crossCheck']>;
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
    probe: (signal) => probeFeed(options, signal),
    ...(options.crossCheck === undefined ? {} : { crossCheck: options.crossCheck }),
  };
}

function expectedListing(at: Instant): ExpectedListing | null {
  const date = newYorkDate(at);
  return announcementDayKind(date) === 'expected' ? { date, isWhole: true } : null;
}

async function pull(options: ArxivFeedOptions, request: PullRequest): Promise<PulledListing> {
  const { answers, failures } = await fetchFeeds(options, request);
  if (failures.length === 0 && answers.every(({ feed }) => feed === null)) return { kind: 'unchanged' };
  const date = announcedDay(answers, request);
  const isOfDay = ({ feed }: FeedAnswer): boolean => feed === null || feed.date === date;
  const late = answers.filter((answer) => !isOfDay(answer)).map((answer) => ofOtherDay(answer, date));
  return asListing(date, answers.filter(isOfDay), [...failures, ...late]);
}

function asListing(date: LocalDate, answers: readonly FeedAnswer[], failures: readonly FailedRequest[]): PulledListing {
  const feeds = answers.flatMap(({ group, feed }) => (feed === null ? [] : [{ group, ...feed }]));
  const unread = failures.map(({ group, error }) => ({ categories: group, reason: error.message }));
  const listing: Listing = {
    source: 'arxiv',
    date,
    entries: mergeEntries(feeds.flatMap(({ entries }) => entries)),
    skipped: feeds.flatMap(({ skipped }) => skipped),
    etags: Object.fromEntries(answers.flatMap(({ path, etag }) => (etag === null ? [] : [[path, etag]]))),
    isPartial: answers.length > feeds.length || failures.length > 0,
    receipts: categoryReceipts(feeds),
    ...(unread.length === 0 ? {} : { unread }),
  };
  const isQuiet = answers.length === feeds.length && listing.entries.length === 0;
  const retryAfterMs = Math.max(0, ...failures.map(({ error }) => error.retryAfterMs ?? 0));
  return { kind: isQuiet ? 'quiet' : 'listed', listing, ...(retryAfterMs === 0 ? {} : { retryAfterMs }) };
}

/**
 * The day of the feeds. A feed that did not change since the last pull of a day is of that day. If some feeds are of the
 * requested day, others are late or early, and are left for the next pull.
 */
function announcedDay(answers: readonly FeedAnswer[], { date, isExact }: PullRequest): LocalDate {
  const feeds = answers.map(({ feed }) => feed).filter((feed) => feed !== null);
  const dates = [...new Set(feeds.map((feed) => feed.date))].sort();
  const [first = date] = dates;
  if (dates.length === 0 || dates.includes(date)) return date;
  if (isExact || answers.length > feeds.length) {
    throw new SourceError('other-date', `arXiv shows ${first}, not ${date}; its feeds hold one day only`);
  }
  if (dates.length === 1) return first;
  throw new SourceError('other-date', `arXiv moved to another day during the pull: ${dates.join(', ')}`);
}

const ofOtherDay = ({ group, feed }: FeedAnswer, date: LocalDate): FailedRequest => ({
  group,
  error: new SourceError('other-date', `arXiv shows ${feed?.date} there, not ${date}`),
});

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
