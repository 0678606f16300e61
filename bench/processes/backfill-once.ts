import { setTimeout as pause } from 'node:timers/promises';
import { backfill } from '../../src/jobs/backfill.ts';
import { categories } from '../../src/papers/categories.ts';
import { arxivPast } from '../../src/sources/arxiv/oai.ts';
import { openStore } from '../../src/store/databases.ts';
import { createTimedFetch, type Effort, peakMemory, withEffort } from './timed-fetch.ts';

/**
 * Stores the past of arXiv from loopback, without the pauses that arXiv asks for, and prints the times.
 * Arguments: the address of OAI-PMH, the database's path, the first and the last day.
 */

export interface BackfillOnceResult extends Effort {
  /** The time spent waiting for answers. */
  readonly fetch: number;
  readonly bytes: number;
  readonly papers: number;
  readonly peakMemory: number;
}

const [url = '', databasePath = '', from = '', to = ''] = process.argv.slice(2);
const { fetch, waiting } = createTimedFetch('arXiv');
await using _fetch = fetch;
await using store = await openStore({ url: `file:${databasePath}` });
const past = arxivPast({ url, categories: categories.map(({ id }) => id), fetch, retry: (request) => request() });
const { result, effort } = await withEffort(() =>
  backfill(
    { id: 'arxiv', name: 'arXiv', past },
    { from, to, isAgain: false },
    {
      store,
      clock: Date.now,
      log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
      sleep: (ms, signal) => pause(ms, undefined, { signal }),
      onProgress: ({ papers, daysDone }) => {
        if (daysDone % 25 === 0) process.stderr.write(`stored ${papers} papers\n`);
      },
    },
    new AbortController().signal,
  ),
);
if (result.outcome !== 'done') throw new Error(`the backfill ${result.outcome}: ${result.reason}`);
const reported: BackfillOnceResult = {
  ...effort,
  fetch: waiting.ms,
  bytes: waiting.bytes,
  papers: result.new,
  peakMemory: peakMemory(),
};
process.stdout.write(JSON.stringify(reported));
