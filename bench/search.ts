import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '../tools/random.ts';
import { type Bench, type BenchSetting, createSeries } from './bench.ts';
import { runMeasured } from './child-process.ts';
import type { PlainTimes } from './processes/search-plainly.ts';
import type { SearchTimes } from './processes/search-store.ts';
import { lastDay, papersPerDay, searchDatabase, searchedCorpus } from './search-database.ts';
import { forecastsPerClass, queryClasses } from './search-queries.ts';

const defaultPapers = 200_000;
const queriesOfAClass = 200;
const aims = { half: 150, nearlyAll: 300, checked: { atMost: 200 }, forecast: { atMost: 300 }, similar: 50, block: 50 };
/** Searches that the index alone does not always decide. */
const checkedClasses: readonly string[] = ['exact form', 'near', 'author'];
const windowDays = 30;

export const searchBench: Bench = {
  name: 'search',
  title: `search and forecast over stored papers (${defaultPapers}, or the number in --papers)`,
  method: [
    'Invented papers whose words are as unevenly frequent as real ones; the database is kept for the next time. Each',
    `run is a fresh process that runs ${queriesOfAClass} different queries of each kind, one after another, through the store:`,
    'all matches ranked, the best 120 by relevance, eight papers with their snippets. Words are drawn evenly over the',
    'orders of magnitude of their frequency, from one that 44 % of the papers have to one in a thousand; phrases stand',
    'in the papers. Plain: FTS5 in another process, bm25 over everything that matches, without snippets; it looks for the',
    `words of exact forms in any form. Forecasts take ${forecastsPerClass} queries of each kind; plain, FTS5 counts the matches.`,
  ],
  runs: 3,
  measure,
};

async function measure({ runs, folder, progress, papers }: BenchSetting) {
  const stored = papers ?? defaultPapers;
  const database = await searchDatabase(stored, progress);
  const queries = join(folder, 'queries.json');
  await writeFile(queries, JSON.stringify(queryClasses(searchedCorpus(), queriesOfAClass, seededRandom(4))));
  const series = createSeries();
  for (let run = 1; run <= runs; run += 1) {
    progress(`run ${run} of ${runs}: the store`);
    const times = await runMeasured<SearchTimes>('search-store.ts', [`file:${database}`, queries, String(lastDay)]);
    progress(`run ${run} of ${runs}: plain FTS5`);
    const inWindow = Math.min(stored, windowDays * papersPerDay);
    const plain = await runMeasured<PlainTimes>('search-plainly.ts', [database, queries, String(inWindow)]);
    addTimes(series, times, plain, stored);
  }
  return series.measurements();
}

function addTimes(
  series: ReturnType<typeof createSeries>,
  { first, searches, forecasts, similar, longestBlock, addedMemory, found }: SearchTimes,
  plain: PlainTimes,
  stored: number,
): void {
  if (found === 0) throw new Error('no search found anything, so the figures mean nothing');
  for (const [name, times] of Object.entries(searches)) {
    const alone = plain.searches[name] ?? [];
    series.add(`${name}: p50`, 'ms', percentile(times, 0.5), aims.half);
    series.add(`  plain FTS5, ${name}: p50`, 'ms', percentile(alone, 0.5));
    series.add(
      `${name}: p99`,
      'ms',
      percentile(times, 0.99),
      checkedClasses.includes(name) ? aims.checked : aims.nearlyAll,
    );
    series.add(`  plain FTS5, ${name}: p99`, 'ms', percentile(alone, 0.99));
  }
  const inWindow = Math.min(stored, windowDays * papersPerDay);
  series.add(`forecast over ${inWindow} papers: p50`, 'ms', percentile(forecasts, 0.5), aims.forecast);
  series.add(`forecast over ${inWindow} papers: slowest`, 'ms', Math.max(...forecasts), aims.forecast);
  series.add('  plain FTS5, forecast: p50', 'ms', percentile(plain.forecasts, 0.5));
  series.add('  plain FTS5, forecast: slowest', 'ms', Math.max(...plain.forecasts));
  // The aim is for as many papers as a bot has after a month or two.
  series.add('papers like one: p50', 'ms', percentile(similar, 0.5), ...(stored <= 60_000 ? [aims.similar] : []));
  series.add('papers like one: p99', 'ms', percentile(similar, 0.99));
  series.add('first search, with the start of the thread', 'ms', first);
  series.add('longest block of the main thread', 'ms', longestBlock, aims.block);
  series.add('memory that the thread adds', 'MB', addedMemory);
}

/** The value that this share of the times does not exceed. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
