import type { ListingEntry } from '../../papers/listing.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import type { PoliteFetch } from '../polite-fetch.ts';
import { type CrossCheck, type CrossCheckRequest, SourceError } from '../source.ts';
import { isHopeless, type SubmissionWindow, submissionWindow } from './announcement-day.ts';
import { type QueryPage, readPage } from './query-api.ts';

/** Below the API's cap of 2,000, and small enough to be answered within a minute. */
const pageSize = 1_000;
/** More than twice the busiest day. */
const mostPages = 5;
/** How many categories a query names at most. With more, the query is for all categories, and others are dropped. */
const mostNamed = 20;

export interface CrossCheckOptions {
  /** The address of the query API: `https://export.arxiv.org`. */
  readonly url: string;
  readonly categories: readonly string[];
  readonly fetch: PoliteFetch;
}

/**
 * Asks the query API for the papers that were submitted in time for the announcement of a day. It knows a paper only once
 * it is announced. Papers that moderators held back for days, and later cross-lists, are not found this way.
 */
export async function crossCheck(options: CrossCheckOptions, request: CrossCheckRequest): Promise<CrossCheck> {
  const { categories } = options;
  const { date, now } = request;
  const wanted = new Set(categories);
  const papers = await findAll(options, request);
  const entries = papers.flatMap((paper) => asEntry(paper, wanted));
  // A few small categories can have a day without papers. Other categories then have some.
  const isQuiet = papers.length === 0 && categories.length <= mostNamed && (await hasAny(options, request));
  return { way: 'search', entries, categories, hasGrowingIds: true, isQuiet, canStillCome: !isHopeless(date, now) };
}

async function findAll(options: CrossCheckOptions, request: CrossCheckRequest): Promise<readonly Paper[]> {
  const query = searchQuery(options.categories, submissionWindow(request.date, request.now));
  const papers: Paper[] = [];
  for (let page = 0; page < mostPages; page++) {
    const place = { start: page * pageSize, size: pageSize };
    const answer = await ask(options, query, place, request.signal);
    const expected = Math.min(pageSize, Math.max(0, answer.total - place.start));
    // Now and then a page is empty although there are more papers. An empty page is not the end.
    if (answer.entryCount < expected)
      throw new SourceError('malformed', "arXiv's search left out a part of its answer");
    papers.push(...answer.papers);
    if (answer.total <= place.start + pageSize) return papers;
  }
  throw new SourceError('malformed', `arXiv's search reports more papers of ${request.date} than are possible`);
}

async function hasAny(options: CrossCheckOptions, { date, now, signal }: CrossCheckRequest): Promise<boolean> {
  const { total } = await ask(options, dateQuery(submissionWindow(date, now)), { start: 0, size: 1 }, signal);
  return total > 0;
}

async function ask(
  { url, fetch }: CrossCheckOptions,
  searchQuery: string,
  { start, size }: { readonly start: number; readonly size: number },
  signal: AbortSignal,
): Promise<QueryPage> {
  const query = new URLSearchParams({
    search_query: searchQuery,
    start: String(start),
    max_results: String(size),
    sortBy: 'submittedDate',
    sortOrder: 'ascending',
  });
  const address = new URL(`${url}/api/query?${query}`);
  const { body } = await fetch.get(address, { signal, accept: 'application/atom+xml' });
  return await readPage(body);
}

/** The entry of the paper in a feed of these categories. */
function asEntry(paper: Paper, wanted: ReadonlySet<string>): ListingEntry[] {
  if (!paper.categories.some((category) => wanted.has(category))) return [];
  return [{ paper, announceType: wanted.has(paper.categories[0] ?? '') ? 'new' : 'cross' }];
}

function searchQuery(categories: readonly string[], window: SubmissionWindow): string {
  const dates = dateQuery(window);
  if (categories.length > mostNamed) return dates;
  return `(${categories.map((category) => `cat:${category}`).join(' OR ')}) AND ${dates}`;
}

const dateQuery = ({ from, to }: SubmissionWindow): string => `submittedDate:[${minuteOf(from)} TO ${minuteOf(to)}]`;

/** `202602171900`, in GMT. */
const minuteOf = (instant: Instant): string => new Date(instant).toISOString().slice(0, 16).replace(/\D/g, '');
