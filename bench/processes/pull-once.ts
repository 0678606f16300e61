import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { categories } from '../../src/papers/categories.ts';
import { createArxivSource } from '../../src/sources/arxiv/feeds.ts';
import { createLane } from '../../src/sources/lane.ts';
import { createPoliteFetch, type PoliteFetch } from '../../src/sources/polite-fetch.ts';
import type { PaperSource } from '../../src/sources/source.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';

/**
 * Pulls arXiv's listing of one day from loopback into a new database three times (as it is; the same bytes again;
 * asked whether anything changed), and prints how long that took.
 * Arguments: the sources' address, the database's path, the day.
 */

/** One pull, in milliseconds. */
export interface PullTimes {
  /** Waiting for the answers and decoding them: the network, which here is loopback. */
  readonly fetch: number;
  /** Parsing and cleaning them into papers. */
  readonly read: number;
  readonly store: number;
  /** Of the processor, over all of it, network included. */
  readonly cpu: number;
  /** For which the event loop did nothing else. */
  readonly longestBlock: number;
  readonly fresh: number;
  readonly unchanged: number;
}

export interface PullOnceResult {
  readonly first: PullTimes;
  readonly sameBytes: PullTimes;
  readonly notModified: PullTimes;
  readonly bytes: number;
}

const resolutionMs = 1;

/** A fetch that counts how long it is waited for. */
function timedFetch(fetch: PoliteFetch) {
  const spent = { ms: 0, bytes: 0 };
  const get: PoliteFetch['get'] = async (url, request) => {
    const startedAt = performance.now();
    const answer = await fetch.get(url, request);
    spent.ms += performance.now() - startedAt;
    spent.bytes += answer.body.length;
    return answer;
  };
  return { spent, fetch: { get, [Symbol.asyncDispose]: () => fetch[Symbol.asyncDispose]() } };
}

async function timePull(
  source: PaperSource,
  store: Store,
  etags: Readonly<Record<string, string>>,
  spent: { ms: number },
) {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  await pause(20); // The monitor sees blocks between two of its ticks only.
  delay.reset();
  spent.ms = 0;
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const pulled = await source.pull({ date: day, isExact: true, etags, signal: new AbortController().signal });
  const pulledAt = performance.now();
  const listing = pulled.kind === 'unchanged' ? null : pulled.listing;
  const receipt = listing === null ? null : await store.recordListing(listing, Date.now());
  const storedAt = performance.now();
  const cpu = process.cpuUsage(cpuBefore);
  await pause(20);
  delay.disable();
  const times: PullTimes = {
    fetch: spent.ms,
    read: pulledAt - startedAt - spent.ms,
    store: storedAt - pulledAt,
    cpu: (cpu.user + cpu.system) / 1e3,
    longestBlock: delay.max / 1e6 - resolutionMs,
    fresh: receipt?.fresh ?? 0,
    unchanged: receipt?.unchanged ?? 0,
  };
  return { times, etags: listing?.etags ?? etags };
}

const [url = '', databasePath = '', day = ''] = process.argv.slice(2);
const clock = Date.now;
const lane = createLane({ spacingMs: 0, clock, sleep: (ms) => pause(ms) });
const name = 'arXiv';
const limits = { deadlineMs: 30_000, maxBytes: 24_000_000 };
const timed = timedFetch(createPoliteFetch({ name, userAgent: 'paperboy/bench', lane, clock, ...limits }));
await using fetch = timed.fetch;
await using store = await openSqliteStore({ url: `file:${databasePath}` });
const ids = categories.map(({ id }) => id);
const source = createArxivSource({ url, categories: ids, fetch, lookUp: async () => null });

const first = await timePull(source, store, {}, timed.spent);
const { bytes } = timed.spent;
const sameBytes = await timePull(source, store, {}, timed.spent);
const notModified = await timePull(source, store, first.etags, timed.spent);
const result: PullOnceResult = {
  first: first.times,
  sameBytes: sameBytes.times,
  notModified: notModified.times,
  bytes,
};
process.stdout.write(JSON.stringify(result));
