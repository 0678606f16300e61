import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../src/store/databases.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';
import type { Topic } from '../../src/topics/topic.ts';
import { forecastsPerClass, type QueryClass } from '../search-queries.ts';

/**
 * Searches through the store as the bot does, one query after another, and prints the times.
 * Arguments: the URL of the database, a JSON file of query classes, the present moment.
 */

/** Times in milliseconds, memory in millions of bytes. */
export interface SearchTimes {
  /** The first search, which starts the search thread. */
  readonly first: number;
  /** By the name of the class. */
  readonly searches: Readonly<Record<string, readonly number[]>>;
  readonly forecasts: readonly number[];
  /** Looking for papers that are like one. */
  readonly similar: readonly number[];
  /** The longest block of the main thread's event loop. */
  readonly longestBlock: number;
  /** The memory added by the first search, which starts the thread. */
  readonly addedMemory: number;
  /** The number of papers in the forecasts' window, for the title of the row. */
  readonly found: number;
}

const resolutionMs = 1;
const pageLength = 8;
const forecastWindow = { days: 30, examples: 5 };
const similarSearches = 100;

const memory = (): number => process.memoryUsage.rss() / 1e6;

function readTopic(text: string): Topic {
  const parsed = parseTopic(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return parsed.topic;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

enableCompileCache(); // The thread takes it over, as in the bot.
const [url = '', queriesPath = '', now = ''] = process.argv.slice(2);
const classes = JSON.parse(readFileSync(queriesPath, 'utf8')) as readonly QueryClass[];
const topics = classes.map(({ name, queries }) => ({ name, topics: queries.map(({ typed }) => readTopic(typed)) }));
await using store = await openStore({ url });
let found = 0;
const search = async (topic: Topic): Promise<void> => {
  const page = await store.searchPapers({ topic, offset: 0, limit: pageLength });
  if (page.papers.length !== page.snippets.length) throw new Error('A found paper has no place for a snippet.');
  found += page.total;
};
const forecast = (topic: Topic) => store.forecast(topic, { now: Number(now), ...forecastWindow });

const memoryBefore = memory();
const first = await timed(() => search(readTopic('whatever')));
const delay = monitorEventLoopDelay({ resolution: resolutionMs });
delay.enable();
await pause(20); // The monitor only sees blocks between two of its ticks.
delay.reset();
const searches: Record<string, number[]> = {};
for (const { name, topics: asked } of topics) {
  const times: number[] = [];
  for (const topic of asked) times.push(await timed(() => search(topic)));
  searches[name] = times;
}
const forecasts: number[] = [];
for (const { topics: asked } of topics) {
  for (const topic of asked.slice(0, forecastsPerClass)) forecasts.push(await timed(() => forecast(topic)));
}
const likened = (await store.newsSince(0, similarSearches)).map(({ paper }) => paper.id);
const similar: number[] = [];
for (const id of likened) similar.push(await timed(() => store.similarPapers(id, pageLength)));
await pause(20);
delay.disable();
const longestBlock = delay.max / 1e6 - resolutionMs;
const result: SearchTimes = {
  first,
  searches,
  forecasts,
  similar,
  longestBlock,
  addedMemory: memory() - memoryBefore,
  found,
};
process.stdout.write(JSON.stringify(result));
