import type { ListingEntry } from '../../papers/listing.ts';
import type { Paper } from '../../papers/paper.ts';
import type { Instant } from '../../ports.ts';
import type { PoliteFetch } from '../polite-fetch.ts';
import { type CrossCheck, type CrossCheckRequest, SourceError } from '../source.ts';
import { isHopeless, type SubmissionWindow, submissionWindow } from './announcement-day.ts';
import { readPage } from './query-api.ts';

/** Within the API's cap of 2,000, and answered within its slow minute. */
const pageSize = 1_000;
/** More than twice the busiest day. */
const mostPages = 5;
/** So many categories are asked for by name; of more, all are asked for and the others left out. */
const mostNamed = 20;

export interface CrossCheckOptions {
  /** The place of the query API: `https://export.arxiv.org`. */
  readonly url: string;
  readonly categories: readonly string[];
  readonly fetch: PoliteFetch;
}

/**
 * Asks the query API for what was submitted in time for the announcement of a day: it tells of a paper only once it is
 * announced. What was held back by moderators for days, or cross-listed later, it does not tell of.
 */
export async function crossCheck(
  { url, categories, fetch }: CrossCheckOptions,
  { date, now, signal }: CrossCheckRequest,
): Promise<CrossCheck> {
  const wanted = new Set(categories);
  const entries: ListingEntry[] = [];
  for (let page = 0; ; page++) {
    if (page === mostPages) throw new SourceError('malformed', `arXiv's search has more papers of ${date} than can be`);
    const query = new URLSearchParams({
      search_query: searchQuery(categories, submissionWindow(date, now)),
      start: String(page * pageSize),
      max_results: String(pageSize),
      sortBy: 'submittedDate',
      sortOrder: 'ascending',
    });
    const address = new URL(`${url.replace(/\/$/, '')}/api/query?${query}`);
    const { body } = await fetch.get(address, { signal, accept: 'application/atom+xml' });
    const answer = await readPage(body);
    const expected = Math.min(pageSize, Math.max(0, answer.total - page * pageSize));
    // Its pages are now and then empty, though it says that there are papers: never the end of them.
    if (answer.entryCount < expected)
      throw new SourceError('malformed', "arXiv's search left out a part of its answer");
    entries.push(...answer.papers.flatMap((paper) => asEntry(paper, wanted)));
    if (answer.total <= (page + 1) * pageSize) return { entries, categories, canStillCome: !isHopeless(date, now) };
  }
}

/** As a feed of these categories would list the paper. */
function asEntry(paper: Paper, wanted: ReadonlySet<string>): ListingEntry[] {
  if (!paper.categories.some((category) => wanted.has(category))) return [];
  return [{ paper, announceType: wanted.has(paper.categories[0] ?? '') ? 'new' : 'cross' }];
}

function searchQuery(categories: readonly string[], { from, to }: SubmissionWindow): string {
  const dates = `submittedDate:[${minuteOf(from)} TO ${minuteOf(to)}]`;
  if (categories.length > mostNamed) return dates;
  return `(${categories.map((category) => `cat:${category}`).join(' OR ')}) AND ${dates}`;
}

/** `202602171900`, in GMT. */
const minuteOf = (instant: Instant): string => new Date(instant).toISOString().slice(0, 16).replace(/\D/g, '');
