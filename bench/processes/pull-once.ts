import { categories } from '../../src/papers/categories.ts';
import { createArxivSource } from '../../src/sources/arxiv/feeds.ts';
import { createHuggingFaceSource } from '../../src/sources/huggingface/daily-papers.ts';
import type { PaperSource } from '../../src/sources/source.ts';
import { openStore } from '../../src/store/databases.ts';
import type { Store } from '../../src/store/store.ts';
import { createTimedFetch, peakMemory, type Waiting, withEffort } from './timed-fetch.ts';

/**
 * Pulls arXiv's listing of one day from loopback into a database three times (the first time, the same bytes again, and
 * a conditional request), then Hugging Face's listing, and prints the times.
 * Arguments: the sources' address, the database's path, the day.
 */

/** One pull, in milliseconds. */
export interface PullTimes {
  /** Waiting for the answers and decoding them. The network is loopback. */
  readonly fetch: number;
  /** Parsing and cleaning them into papers. */
  readonly read: number;
  readonly store: number;
  /** Processor time in all, network included. */
  readonly cpu: number;
  /** The longest block of the event loop. */
  readonly longestBlock: number;
  readonly fresh: number;
  readonly updated: number;
  readonly unchanged: number;
}

export interface PullOnceResult {
  readonly first: PullTimes;
  readonly sameBytes: PullTimes;
  readonly notModified: PullTimes;
  readonly huggingface: PullTimes;
  readonly bytes: number;
  /** The most memory that the process held after the first pull, in millions of bytes. */
  readonly peakMemory: number;
}

async function timePull(
  source: PaperSource,
  store: Store,
  etags: Readonly<Record<string, string>>,
  waiting: Waiting,
): Promise<{ readonly times: PullTimes; readonly etags: Readonly<Record<string, string>> }> {
  waiting.ms = 0;
  let pulling = 0;
  const { result, effort } = await withEffort(async () => {
    const startedAt = performance.now();
    const pulled = await source.pull({ date: day, isExact: true, etags, signal: new AbortController().signal });
    pulling = performance.now() - startedAt;
    const listing = pulled.kind === 'unchanged' ? null : pulled.listing;
    return { listing, recorded: listing === null ? null : await store.recordListing(listing, Date.now()) };
  });
  const { listing, recorded } = result;
  const times: PullTimes = {
    fetch: waiting.ms,
    read: pulling - waiting.ms,
    store: effort.ms - pulling,
    cpu: effort.cpu,
    longestBlock: effort.longestBlock,
    fresh: recorded?.fresh ?? 0,
    updated: recorded?.updated ?? 0,
    unchanged: recorded?.unchanged ?? 0,
  };
  return { times, etags: listing?.etags ?? etags };
}

const [url = '', databasePath = '', day = ''] = process.argv.slice(2);
const arxivFetch = createTimedFetch('arXiv');
const huggingfaceFetch = createTimedFetch('Hugging Face');
await using _arxivFetch = arxivFetch.fetch;
await using _huggingfaceFetch = huggingfaceFetch.fetch;
await using store = await openStore({ url: `file:${databasePath}` });
const ids = categories.map(({ id }) => id);
const arxiv = createArxivSource({ url, categories: ids, fetch: arxivFetch.fetch, lookUp: async () => null });
const huggingface = createHuggingFaceSource({ url, fetch: huggingfaceFetch.fetch });

const first = await timePull(arxiv, store, {}, arxivFetch.waiting);
const { bytes } = arxivFetch.waiting;
const peak = peakMemory();
const sameBytes = await timePull(arxiv, store, {}, arxivFetch.waiting);
const notModified = await timePull(arxiv, store, first.etags, arxivFetch.waiting);
const picked = await timePull(huggingface, store, {}, huggingfaceFetch.waiting);
const result: PullOnceResult = {
  first: first.times,
  sameBytes: sameBytes.times,
  notModified: notModified.times,
  huggingface: picked.times,
  bytes,
  peakMemory: peak,
};
process.stdout.write(JSON.stringify(result));
