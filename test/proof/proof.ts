/** `npm run proof`: kills the bot at each possible point, and counts the errors that readers see. */
import { parseArgs } from 'node:util';
import { seededRandom } from '../../tools/random.ts';
import type { CrashRun, CrashTheatre } from './crash-runs.ts';
import { type CrashRow, crashRow } from './crash-table.ts';
import { policies } from './life.ts';
import { proveShared } from './postgres/prove-shared.ts';
import { isHarmless as isHarmlessShared, sharedTable } from './postgres/shared-table.ts';
import { canTrace } from './power-cut.ts';
import { type PowerCutRow, runPowerCuts } from './power-cut-runs.ts';
import { runReplay } from './replay/replay-run.ts';
import { isFlawless, type ReplayRow, replayRow, replayTable } from './replay/replay-table.ts';
import { capturedReplay, inventedReplay } from './replay/replays.ts';
import { judge } from './replay/verdict.ts';
import { type CrashPlace, crashPlaces } from './stages.ts';
import { drawStory, runInLanes, runPairs, runSingles, weathers } from './stories.ts';
import { table } from './table.ts';

const usage = `Usage: npm run proof -- [--postgres] [--json] [--runs N] [--seed S] [--days N] [--replay]
                        [--at-once N]

Lets Paperboy post a digest of two messages to a local Discord, many times, and kills it with SIGKILL: at each
commit and request, and again at each one of the next life. Between two lives it is stopped for 20 seconds or
for an hour (Discord remembers a nonce for three minutes), and Discord's answer to the first message arrives or
is lost. Common designs of bots get the same treatment. So do what follows a digest: a message about changes of
its papers, pings, the meeting of a journal club, and publication in an announcement channel.

Then months of sources, with their failures, are replayed with a SIGKILL a day. Last, the power is cut.

With --postgres, three workers share a server of PostgreSQL, which is that of TEST_POSTGRES_URL, or is started
for the proof. At each commit and each send of any of them, it is killed, or another one, or all of them, or the
server, or its connection to the server is cut. The replay is the same, with such a failure a day.

  --postgres  three workers on PostgreSQL, and nothing else
  --json      one JSON document on standard output
  --runs N    replaces all singles and pairs by N random stories with one to three crashes each
  --seed S    default 1
  --days N    how many days are replayed; default 90
  --replay    runs only the replay
  --at-once N how many stories on PostgreSQL run side by side; default 5. A busy machine runs fewer in less time
`;

type Story = (theatre: CrashTheatre) => Promise<readonly CrashRun[]>;
type Policy = CrashRow['policy'];

/** Each pair of crashes for the product; each single crash for the others, which is enough to see them fail. */
function exhaustiveStories(policy: Policy, place: CrashPlace): Story[] {
  const run = policy === 'paperboy' ? runSinglesAndPairs : runSingles;
  return weathers.map((weather) => (theatre) => run(theatre, { policy, place, death: 'process', ...weather }));
}

const runSinglesAndPairs: typeof runPairs = async (theatre, plan) => [
  ...(await runSingles(theatre, plan)),
  ...(await runPairs(theatre, plan)),
];

function drawnStories(policy: Policy, place: CrashPlace, runs: number, seed: number): Story[] {
  const random = seededRandom(seed);
  return Array.from({ length: runs }, () => {
    const plan = drawStory({ policy, place, death: 'process' }, random);
    return async (theatre) => [await theatre.run(plan)];
  });
}

async function proveCrashes(runs: number | null, seed: number): Promise<CrashRow[]> {
  const rows: CrashRow[] = [];
  for (const policy of policies) {
    for (const place of policy === 'paperboy' ? crashPlaces : (['text'] as const)) {
      process.stderr.write(`${nameOf({ policy, place })} …\n`);
      const stories = runs === null ? exhaustiveStories(policy, place) : drawnStories(policy, place, runs, seed);
      rows.push(crashRow(policy, await runInLanes(stories, lanes), place));
    }
  }
  return rows;
}

/** `paperboy`, `paperboy (forum)` */
const nameOf = ({ policy, place }: Pick<CrashRow, 'policy' | 'place'>): string =>
  place === 'text' ? policy : `${policy} (${place})`;

const lanes = 2;

/** Null if this machine cannot trace syncs. */
async function provePowerCuts(seed: number): Promise<PowerCutRow[] | null> {
  if (!canTrace()) return null;
  process.stderr.write('power cuts …\n');
  const plan = { commits: 100, cutEvery: 5, random: seededRandom(seed) };
  return [await runPowerCuts({ ...plan, synchronous: 'FULL' }), await runPowerCuts({ ...plan, synchronous: 'NORMAL' })];
}

const crashTable = (rows: readonly CrashRow[]): string =>
  table(
    ['policy', 'runs', 'crashes', 'duplicates', 'lost', 'uncertain', 'out of order'],
    rows.map((row) => [nameOf(row), row.runs, row.crashes, row.duplicates, row.lost, row.uncertain, row.outOfOrder]),
  );

const powerTable = (rows: readonly PowerCutRow[] | null): string =>
  rows === null
    ? 'Power cuts: not run, because strace cannot be used here.\n'
    : table(
        ['power cuts', 'commits', 'cuts', 'acknowledged commits lost'],
        rows.map((row) => [`synchronous=${row.synchronous}`, row.commits, row.cuts, row.lost]),
      );

const faultsShown = 10;

/** Replays invented days, and captured ones if the captures are there. */
async function proveReplays(days: number, seed: number): Promise<ReplayRow[]> {
  const rows: ReplayRow[] = [];
  for (const { name, plan } of [inventedReplay, capturedReplay].filter(({ isThere }) => isThere)) {
    process.stderr.write(`${name} …\n`);
    const replayed = plan({ days, seed });
    const verdict = judge(replayed, await runReplay(replayed, { death: 'process' }));
    for (const { kind, text } of verdict.faults.slice(0, faultsShown)) process.stderr.write(`  ${kind}: ${text}\n`);
    rows.push(replayRow(name, verdict));
  }
  return rows;
}

interface ProofOptions {
  readonly json: boolean;
  readonly help: boolean;
  /** Whether only the replay runs. */
  readonly replay: boolean;
  /** Whether three workers on PostgreSQL are proved, and nothing else. */
  readonly postgres: boolean;
  readonly days: number;
  /** Null: all singles and pairs. */
  readonly runs: number | null;
  readonly seed: number;
  /** How many stories on PostgreSQL run side by side. */
  readonly atOnce: number;
}

/** @throws TypeError if the arguments are wrong */
function readOptions(): ProofOptions {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      runs: { type: 'string' },
      seed: { type: 'string', default: '1' },
      days: { type: 'string', default: '90' },
      replay: { type: 'boolean', default: false },
      'at-once': { type: 'string', default: '5' },
      postgres: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { json, help, replay, postgres } = values;
  const [runs, seed] = [values.runs === undefined ? null : Number(values.runs), Number(values.seed)];
  const [days, atOnce] = [Number(values.days), Number(values['at-once'])];
  if (runs !== null && !(Number.isInteger(runs) && runs > 0))
    throw new TypeError('--runs must be a number, 1 or more.');
  if (!(Number.isInteger(days) && days > 0)) throw new TypeError('--days must be a number, 1 or more.');
  if (!(Number.isInteger(atOnce) && atOnce > 0)) throw new TypeError('--at-once must be a number, 1 or more.');
  if (!Number.isInteger(seed)) throw new TypeError('--seed must be a whole number.');
  return { json, help, replay, postgres, days, runs, seed, atOnce };
}

async function prove(options: ProofOptions): Promise<void> {
  if (options.help) return void process.stdout.write(usage);
  await (options.postgres ? proveWorkers(options) : proveBot(options));
}

/** Three workers on PostgreSQL. */
async function proveWorkers({ json, ...options }: ProofOptions): Promise<void> {
  const proof = await proveShared(options);
  if ('why' in proof) {
    process.stderr.write(`Not proved: ${proof.why}\n`);
    process.exitCode = 1;
    return;
  }
  const { rows, replays } = proof;
  const isProven = (rows ?? []).every(isHarmlessShared) && replays.every(isFlawless);
  const tables = [...(rows === null ? [] : [sharedTable(rows)]), replayTable(replays)];
  const { seed } = options;
  process.stdout.write(json ? `${JSON.stringify({ isProven, seed, ...proof }, null, 2)}\n` : tables.join('\n'));
  process.exitCode = isProven ? 0 : 1;
}

async function proveBot({ json, replay, days, runs, seed }: ProofOptions): Promise<void> {
  const crashes = replay ? null : await proveCrashes(runs, seed);
  const replays = await proveReplays(days, seed);
  const powerCuts = replay ? null : await provePowerCuts(seed);
  const isProven =
    (crashes === null || crashes.filter(({ policy }) => policy === 'paperboy').every(isHarmless)) &&
    replays.every(isFlawless) &&
    (powerCuts?.[0]?.lost ?? 0) === 0;
  if (json) process.stdout.write(`${JSON.stringify({ isProven, seed, crashes, replays, powerCuts }, null, 2)}\n`);
  else {
    const power = replay ? [] : [powerTable(powerCuts)];
    const tables = [...(crashes === null ? [] : [crashTable(crashes)]), replayTable(replays), ...power];
    process.stdout.write(tables.join('\n'));
  }
  process.exitCode = isProven ? 0 : 1;
}

const isHarmless = ({ duplicates, lost, outOfOrder }: CrashRow): boolean =>
  duplicates === 0 && lost === 0 && outOfOrder === 0;

function tryReadOptions(): ProofOptions | null {
  try {
    return readOptions();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exitCode = 2;
    return null;
  }
}

const options = tryReadOptions();
if (options !== null) await prove(options);
