import { writeFile } from 'node:fs/promises';
import { seededRandom } from '../../tools/random.ts';
import type { createSeries } from '../bench.ts';
import { runMeasured } from '../child-process.ts';
import type { SearchTimes } from '../processes/search-store.ts';
import { percentile } from '../search.ts';
import { lastDay, searchDatabase, searchedCorpus } from '../search-database.ts';
import { queryClasses } from '../search-queries.ts';
import { fileIn, type Kind, kinds, pairOf, type ScaleTools } from './databases.ts';

/** Fewer than in the bench `search`, because two databases take turns. */
const queriesOfAClass = 50;
const ratioAim = { atMost: 2 };
const shares = { p50: 0.5, p99: 0.99 } as const;

type Series = ReturnType<typeof createSeries>;

/** Measures the same searches over this many papers. */
export async function measureSearching(
  tools: ScaleTools,
  series: Series,
  { papers, runs }: { readonly papers: number; readonly runs: number },
): Promise<void> {
  const path = await searchDatabase(papers, tools.progress);
  tools.progress(`searching: ${papers} papers are moved to PostgreSQL`);
  const pair = await pairOf(path, tools.server);
  const queries = fileIn(tools, 'queries.json');
  await writeFile(queries, JSON.stringify(queryClasses(searchedCorpus(), queriesOfAClass, seededRandom(4))));
  for (let run = 1; run <= runs; run += 1) {
    const times = new Map<Kind, SearchTimes>();
    for (const kind of kinds) {
      tools.progress(`searching: run ${run} of ${runs}, ${kind}`);
      times.set(kind, await runMeasured<SearchTimes>('search-store.ts', [pair[kind], queries, String(lastDay)]));
    }
    const [sqlite, postgres] = kinds.map((kind) => times.get(kind));
    if (sqlite === undefined || postgres === undefined) throw new Error('a database was not searched');
    if (sqlite.found === 0) throw new Error('no search found anything, so the figures mean nothing');
    addRun({ SQLite: sqlite, PostgreSQL: postgres }, series);
  }
}

function addRun(times: Readonly<Record<Kind, SearchTimes>>, series: Series): void {
  const all = (kind: Kind) => Object.values(times[kind].searches).flat();
  addRow('all searches', { SQLite: all('SQLite'), PostgreSQL: all('PostgreSQL') }, series, ratioAim);
  for (const name of Object.keys(times.SQLite.searches)) {
    const of = (kind: Kind) => times[kind].searches[name] ?? [];
    addRow(`  ${name}`, { SQLite: of('SQLite'), PostgreSQL: of('PostgreSQL') }, series);
  }
  addRow('forecasts', { SQLite: times.SQLite.forecasts, PostgreSQL: times.PostgreSQL.forecasts }, series);
  addRow('papers like one', { SQLite: times.SQLite.similar, PostgreSQL: times.PostgreSQL.similar }, series);
}

function addRow(
  name: string,
  times: Readonly<Record<Kind, readonly number[]>>,
  series: Series,
  aim?: { readonly atMost: number },
): void {
  for (const [share, value] of Object.entries(shares)) {
    const at = (kind: Kind) => percentile(times[kind], value);
    for (const kind of kinds) series.add(`${name}: ${share}, ${kind}`, 'ms', at(kind));
    series.add(`${name}: ${share}, PostgreSQL ÷ SQLite`, '×', at('PostgreSQL') / at('SQLite'), aim);
  }
}
