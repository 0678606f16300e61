import { type Bench, type BenchSetting, createSeries } from './bench.ts';
import { measureClaims } from './scale/claims.ts';
import { type ScaleTools, startServer } from './scale/databases.ts';
import { measureDrain } from './scale/drain.ts';
import { measurePlanning } from './scale/planning.ts';
import { measureSearching } from './scale/searching.ts';
import { measureTakeover } from './scale/takeover.ts';

const usual = { dueChannels: 10_000, drainedChannels: 5_000, papers: 200_000 };

const server =
  'A server of PostgreSQL with the settings of its package, on this machine, over a socket; it waits for the disk';
const beside = [
  `${server} as`,
  'SQLite does. Its database was moved there from the file of SQLite by the code of paperboy move. The runs of both',
  'take turns.',
];
const workers = [
  `${server} at`,
  'each commit. Workers are processes, as npm start runs them with ROLE=worker, against the local Discord: 50 requests a',
  'second in all (a sliding window), 5 messages in 5 s a channel, 40–80 ms there and back.',
];

/** PostgreSQL beside SQLite, and several workers on one database. Each part can be run by itself. */
export const scaleBenches: readonly Bench[] = [
  {
    name: 'scale-claims',
    title: 'deliveries claimed and settled on PostgreSQL, and on SQLite',
    method: [
      ...beside,
      'Claims are of one delivery each: on SQLite all claimers are in one process, because a file has one, on PostgreSQL',
      'each is a process.',
    ],
    runs: 1,
    measure: measuring(measureClaims),
  },
  {
    name: 'scale-planning',
    title: 'the day’s digests planned on PostgreSQL, and on SQLite',
    method: [...beside, 'Planning is that of the bench plan.'],
    runs: 3,
    measure: measuring((tools, series, { runs, channels = usual.dueChannels }) =>
      measurePlanning(tools, series, { channels, runs }),
    ),
  },
  {
    name: 'scale-searching',
    title: 'searches on PostgreSQL, and on SQLite',
    method: [...beside, 'Searching is that of the bench search.'],
    runs: 3,
    measure: measuring((tools, series, { runs, papers = usual.papers }) =>
      measureSearching(tools, series, { papers, runs }),
    ),
  },
  {
    name: 'scale-takeover',
    title: 'from the death of a worker to the next send of what it had claimed',
    method: [
      ...workers,
      'Three workers send; the one that also pulls and plans is killed by SIGKILL while it has deliveries in flight. The',
      'leases have their usual lengths, and the deaths of the runs are spread over the time between two renewals. Counted',
      'are the sends of what the dead worker had claimed and not posted, where they arrive. The others do not wait: they',
      'send what else is due meanwhile.',
    ],
    runs: 5,
    measure: measuring((tools, series, { runs }) => measureTakeover(tools, series, runs)),
  },
  {
    name: 'scale-drain',
    title: 'the planned digests of many channels, sent by four workers',
    method: [
      ...workers,
      'One message with one paper a channel, all due at the start. Sends are counted where they arrive: the rate from when',
      'all four workers are ready, and everything else from the first send. 47–50 a second are the most that the limit',
      'allows, so that 100,000 channels take 36 minutes: npm run bench -- scale-drain --channels 100000 --minutes 60.',
    ],
    runs: 1,
    measure: measuring((tools, series, { runs, channels = usual.drainedChannels }) =>
      measureDrain(tools, series, { channels, runs }),
    ),
  },
];

type Part = (tools: ScaleTools, series: ReturnType<typeof createSeries>, setting: BenchSetting) => Promise<void>;

function measuring(part: Part): Bench['measure'] {
  return async (setting) => {
    const { folder, progress } = setting;
    const series = createSeries();
    await part({ server: await startServer(folder), folder, progress }, series, setting);
    return series.measurements();
  };
}
