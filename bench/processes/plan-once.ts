import { Writable } from 'node:stream';
import { createPoster } from '../../src/discord/posting/poster.ts';
import { createSendGate } from '../../src/discord/posting/send-gate.ts';
import { planDueDigests } from '../../src/jobs/planning/due-digests.ts';
import { createLog } from '../../src/log.ts';
import { createArxivSource } from '../../src/sources/arxiv/feeds.ts';
import { openStore } from '../../src/store/databases.ts';
import { dueAt } from '../plan-scene.ts';
import { createTimedFetch, type Effort, peakMemory, withEffort } from './timed-fetch.ts';

/**
 * Plans the digests of all due channels as the bot does, and prints the cost.
 * Argument: the URL of the database.
 */

export interface PlanOnceResult extends Effort {
  /** In millions of bytes. */
  readonly peakMemory: number;
}

const [url = ''] = process.argv.slice(2);
const startedAt = performance.now();
const clock = () => dueAt + Math.floor(performance.now() - startedAt);
const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
const log = await createLog({ level: 'info', format: 'json', secrets: ['token'], destination: nowhere });
const refuse = async () => {
  throw new Error('planning asked the network');
};
const poster = createPoster({ rest: { get: refuse, post: refuse }, log, clock, gate: createSendGate({ clock, log }) });
const { fetch } = createTimedFetch('arXiv');
await using _fetch = fetch;
const arxiv = createArxivSource({ url: 'http://localhost', categories: ['cs.LG'], fetch, lookUp: async () => null });
await using store = await openStore({ url });
const { effort } = await withEffort(() =>
  planDueDigests({ store, poster, sources: [arxiv], clock, log }, new AbortController().signal),
);
process.stdout.write(JSON.stringify({ ...effort, peakMemory: peakMemory() } satisfies PlanOnceResult));
