import { type Bench, type BenchSetting, createSeries } from './bench.ts';
import { measureClaims } from './scale/claims.ts';
import { startServer } from './scale/databases.ts';
import { measurePlanning } from './scale/planning.ts';
import { measureSearching } from './scale/searching.ts';

const usual = { channels: 10_000, papers: 200_000 };

export const scaleBench: Bench = {
  name: 'scale',
  title: 'PostgreSQL beside SQLite, and several workers on one database',
  method: [
    'A server of PostgreSQL with the settings of its package, on this machine, over a socket; it waits for the disk as',
    'SQLite does. Each database of it was moved there from the file of SQLite by the code of paperboy move. The runs of',
    'both take turns. Claims are of one delivery each: on SQLite all claimers are in one process, because a file has',
    'one, on PostgreSQL each is a process. Planning is that of the bench plan, and searching that of the bench search.',
  ],
  runs: 3,
  measure,
};

async function measure(setting: BenchSetting) {
  const { runs, folder, progress, channels = usual.channels, papers = usual.papers } = setting;
  const series = createSeries();
  const tools = { server: await startServer(), folder, progress };
  await measureClaims(tools, series);
  await measurePlanning(tools, series, { channels, runs });
  await measureSearching(tools, series, { papers, runs });
  return series.measurements();
}
