import { findCategory } from '../../papers/categories.ts';
import type { PoliteFetch } from '../polite-fetch.ts';
import type { Retry } from '../retry.ts';
import { type PullRequest, SourceError } from '../source.ts';
import { type Feed, readFeed } from './feed.ts';
import type { KnownPapers } from './feed-item.ts';
import { halvesOf, requestGroups } from './request-groups.ts';

/** arXiv cuts a feed off at this many items. It keeps replacements and drops new papers, so a cut feed is not used. */
const itemCap = 2_000;
/** After this many requests in a row without an answer, or with a 5xx, arXiv is at fault. The next pull asks the rest. */
const mostOutages = 2;

export interface FeedRequestOptions {
  /** The address of the feeds: `https://rss.arxiv.org`. */
  readonly url: string;
  /** Ids of the categories to ask for. */
  readonly categories: readonly string[];
  readonly fetch: PoliteFetch;
  /** Repeats a request after a temporary failure; absent where each request is made once. */
  readonly retry?: Retry;
}

/** The result of one request: a feed, or null where nothing changed. */
export interface FeedAnswer {
  readonly group: readonly string[];
  readonly path: string;
  readonly etag: string | null;
  readonly feed: Feed | null;
}

export interface FailedRequest {
  readonly group: readonly string[];
  readonly error: SourceError;
}

/** One pull, whose feeds share their papers. */
interface FeedPull extends PullRequest {
  readonly known: KnownPapers;
}

interface FeedAnswers {
  readonly answers: readonly FeedAnswer[];
  readonly failures: readonly FailedRequest[];
}

/**
 * Requests the feeds of all categories. A request that fails costs its own categories only.
 * @throws SourceError where every request failed
 */
export async function fetchFeeds(options: FeedRequestOptions, request: PullRequest): Promise<FeedAnswers> {
  const failures: FailedRequest[] = [];
  const answers: FeedAnswer[] = [];
  let outages = 0;
  const groups = requestGroups(options.categories);
  const pull: FeedPull = { ...request, known: new Map() };
  for (const [index, group] of groups.entries()) {
    request.onProgress?.(index / groups.length);
    const last = failures.at(-1)?.error;
    if (last !== undefined && (outages >= mostOutages || asksToWait(last))) {
      failures.push({ group, error: last });
      continue;
    }
    const failure = await tryGroup(options, group, pull, answers);
    if (failure !== null) failures.push({ group, error: failure });
    outages = failure !== null && isOutage(failure) ? outages + 1 : 0;
  }
  const [first] = failures;
  if (answers.length === 0 && first !== undefined) throw first.error;
  return { answers: await completeArchives(options, answers, pull), failures };
}

/** Requests the feed of one category. @throws SourceError where there is no feed */
export async function probeFeed(options: FeedRequestOptions, signal: AbortSignal): Promise<void> {
  await fetchFeed(options, options.categories.slice(0, 1), { etags: {}, signal, known: new Map() });
}

/** Adds the answers of a group, or says why there are none. A pull that is stopped ends at once. */
async function tryGroup(
  options: FeedRequestOptions,
  group: readonly string[],
  pull: FeedPull,
  answers: FeedAnswer[],
): Promise<SourceError | null> {
  try {
    answers.push(...(await fetchGroup(options, group, pull)));
    return null;
  } catch (error) {
    if (!(error instanceof SourceError) || pull.signal.aborted) throw error;
    return error;
  }
}

/** Whether further requests would be impolite, or in vain. */
const asksToWait = ({ status, retryAfterMs }: SourceError): boolean => status === 429 || retryAfterMs !== null;

const isOutage = ({ code, status }: SourceError): boolean => code === 'unreachable' || (status ?? 0) >= 500;

/** Requests the categories together, or in halves where the answer may have been cut off. */
async function fetchGroup(
  options: FeedRequestOptions,
  group: readonly string[],
  pull: FeedPull,
): Promise<FeedAnswer[]> {
  const { retry = (attempt) => attempt() } = options;
  const answer = await retry(() => fetchFeed(options, group, pull), pull.signal);
  if (answer.feed === null || answer.feed.entries.length + answer.feed.skipped.length < itemCap) return [answer];
  if (group.length === 1) {
    throw new SourceError('truncated', `arXiv lists ${itemCap} items or more in ${group[0]} and cuts the rest off`);
  }
  const answers: FeedAnswer[] = [];
  for (const half of halvesOf(group)) answers.push(...(await fetchGroup(options, half, pull)));
  return answers;
}

async function fetchFeed(
  { url, fetch }: FeedRequestOptions,
  group: readonly string[],
  { etags, signal, known }: Pick<FeedPull, 'etags' | 'signal' | 'known'>,
): Promise<FeedAnswer> {
  const path = `/rss/${group.join('+')}`;
  const answer = await fetch.get(new URL(`${url}${path}`), {
    signal,
    accept: 'application/rss+xml, application/atom+xml',
    etag: etags[path],
  });
  return { group, path, etag: answer.etag, feed: answer.status === 304 ? null : await readFeed(answer.body, known) };
}

/**
 * Requests unchanged feeds once more, in whole, where another feed of the same archive changed. A paper can be in several
 * feeds of an archive, so the archive is counted from all of them.
 */
async function completeArchives(
  options: FeedRequestOptions,
  answers: readonly FeedAnswer[],
  pull: FeedPull,
): Promise<readonly FeedAnswer[]> {
  const changed = new Set(answers.filter(({ feed }) => feed !== null).flatMap(({ group }) => group.map(archiveOf)));
  const complete: FeedAnswer[] = [];
  for (const answer of answers) {
    const isNeeded = answer.feed === null && answer.group.some((category) => changed.has(archiveOf(category)));
    const whole: FeedAnswer[] = [];
    if (isNeeded) await tryGroup(options, answer.group, { ...pull, etags: {} }, whole);
    complete.push(...(whole.length === 0 ? [answer] : whole));
  }
  return complete;
}

const archiveOf = (category: string): string => findCategory(category)?.archive ?? category;
