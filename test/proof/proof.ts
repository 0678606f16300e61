/** `npm run proof`: kills the bot wherever it can be killed, and counts what its readers see. */
import { parseArgs } from 'node:util';
import type { CrashRun, CrashTheatre } from './crash-runs.ts';
import { type CrashRow, crashRow } from './crash-table.ts';
import { policies } from './life.ts';
import { canTrace } from './power-cut.ts';
import { type PowerCutRow, runPowerCuts } from './power-cut-runs.ts';
import { drawStory, runInLanes, runPairs, runSingles, seededRandom, weathers } from './stories.ts';

const usage = `Usage: npm run proof -- [--json] [--runs N] [--seed S]

Lets Paperboy post a digest of two messages to a local Discord, over and over, and kills it with SIGKILL:
at every commit and request, and again at every one of the life after that. Between two lives it is away
for 20 seconds or for an hour (Discord remembers a nonce for three minutes), and Discord's answer to the
first message arrives or is lost. Beside it, the same for what bots are usually built like.

  --json    one JSON document on standard output
  --runs N  instead of all singles and pairs: N stories with one to three crashes each, drawn by the seed
  --seed S  default 1
`;

type Story = (theatre: CrashTheatre) => Promise<readonly CrashRun[]>;
type Policy = CrashRow['policy'];

/** Of the product every pair; of the others every single crash, which is enough to see them fail. */
function exhaustiveStories(policy: Policy): Story[] {
  const run = policy === 'paperboy' ? runSinglesAndPairs : runSingles;
  return weathers.map((weather) => (theatre) => run(theatre, { policy, death: 'process', ...weather }));
}

const runSinglesAndPairs: typeof runPairs = async (theatre, plan) => [
  ...(await runSingles(theatre, plan)),
  ...(await runPairs(theatre, plan)),
];

function drawnStories(policy: Policy, runs: number, seed: number): Story[] {
  const random = seededRandom(seed);
  return Array.from({ length: runs }, () => {
    const plan = drawStory({ policy, death: 'process' }, random);
    return async (theatre) => [await theatre.run(plan)];
  });
}

async function proveCrashes(runs: number | null, seed: number): Promise<CrashRow[]> {
  const rows: CrashRow[] = [];
  for (const policy of policies) {
    process.stderr.write(`${policy} …\n`);
    const stories = runs === null ? exhaustiveStories(policy) : drawnStories(policy, runs, seed);
    rows.push(crashRow(policy, await runInLanes(stories, lanes)));
  }
  return rows;
}

const lanes = 2;

/** Null where this machine cannot tell what is synced. */
async function provePowerCuts(seed: number): Promise<PowerCutRow[] | null> {
  if (!canTrace()) return null;
  process.stderr.write('power cuts …\n');
  const plan = { commits: 100, cutEvery: 5, random: seededRandom(seed) };
  return [await runPowerCuts({ ...plan, synchronous: 'FULL' }), await runPowerCuts({ ...plan, synchronous: 'NORMAL' })];
}

function table(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [headings, ...rows].map((row) => row.map(String));
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
  return cells.map((row) => `${line(row).join('  ')}\n`).join('');
}

const crashTable = (rows: readonly CrashRow[]): string =>
  table(
    ['policy', 'runs', 'crashes', 'duplicates', 'lost', 'out of order'],
    rows.map((row) => [row.policy, row.runs, row.crashes, row.duplicates, row.lost, row.outOfOrder]),
  );

const powerTable = (rows: readonly PowerCutRow[] | null): string =>
  rows === null
    ? 'Power cuts: not run, because strace cannot be used here.\n'
    : table(
        ['power cuts', 'commits', 'cuts', 'acknowledged commits lost'],
        rows.map((row) => [`synchronous=${row.synchronous}`, row.commits, row.cuts, row.lost]),
      );

interface ProofOptions {
  readonly json: boolean;
  readonly help: boolean;
  /** Null: all singles and pairs. */
  readonly runs: number | null;
  readonly seed: number;
}

/** @throws TypeError where the words are not those of the usage */
function readOptions(): ProofOptions {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      runs: { type: 'string' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  const [runs, seed] = [values.runs === undefined ? null : Number(values.runs), Number(values.seed)];
  if (runs !== null && !(Number.isInteger(runs) && runs > 0)) throw new TypeError('--runs takes a number from 1 on.');
  if (!Number.isInteger(seed)) throw new TypeError('--seed takes a whole number.');
  return { json: values.json, help: values.help, runs, seed };
}

async function prove({ json, help, runs, seed }: ProofOptions): Promise<void> {
  if (help) return void process.stdout.write(usage);
  const crashes = await proveCrashes(runs, seed);
  const powerCuts = await provePowerCuts(seed);
  const product = crashes.find(({ policy }) => policy === 'paperboy');
  const isProven =
    product?.duplicates === 0 && product.lost === 0 && product.outOfOrder === 0 && (powerCuts?.[0]?.lost ?? 0) === 0;
  if (json) process.stdout.write(`${JSON.stringify({ isProven, seed, crashes, powerCuts }, null, 2)}\n`);
  else process.stdout.write(`${crashTable(crashes)}\n${powerTable(powerCuts)}`);
  process.exitCode = isProven ? 0 : 1;
}

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
