import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommandLine } from '../src/cli/command-line.ts';
import { version } from '../src/version.ts';
import type { Bench, BenchSetting } from './bench.ts';
import { compareResults, readResults } from './compare.ts';
import { benches } from './registry.ts';
import { type BenchDocument, type BenchReport, describeMachine, printReport, reportOf } from './report.ts';

const usage = [
  'npm run bench [-- NAME…] [--runs N] [--papers N] [--channels N] [--data FOLDER] [--json]',
  'npm run bench -- compare BEFORE AFTER   versions whose figures are kept, or files that --json printed',
  '',
  ...benches.map(({ name, title }) => `  ${name.padEnd(10)}${title}`),
  '',
  '  --runs N    how many times each bench runs (each has a default; words, names, ranking and relevance run once)',
  '  --papers N  how many papers are stored, for benches that store some',
  '  --channels N  how many channels are due, for plan: 100000 takes minutes',
  '  --data FOLDER  where captured papers are, for words, names, ranking and relevance',
  '  --json      prints one JSON document and nothing else; on npm, add --silent. Plan alone prints its rows',
].join('\n');

/** What to measure. */
interface Request {
  readonly kind: 'measure';
  readonly chosen: readonly Bench[];
  readonly setting: Omit<BenchSetting, 'folder' | 'progress' | 'runs'> & { readonly runs?: number };
  readonly asJson: boolean;
  readonly wantsHelp: boolean;
}

/** Two results to compare, by version or path. */
interface Comparison {
  readonly kind: 'compare';
  readonly before: string;
  readonly after: string;
}

/** The request, or the problem with it. */
function readRequest(args: readonly string[]): Request | Comparison | string {
  const { values, positionals } = readCommandLine(args, {
    runs: { type: 'string' },
    papers: { type: 'string' },
    channels: { type: 'string' },
    data: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  });
  const [command, before, after, ...more] = positionals;
  if (command === 'compare') {
    if (before === undefined || after === undefined || more.length > 0) return 'compare takes two versions or files.';
    return { kind: 'compare', before, after };
  }
  const unknown = positionals.filter((wanted) => benches.every(({ name }) => name !== wanted));
  if (unknown.length > 0) return `There is no bench "${unknown.join('", "')}".`;
  const { runs, papers, channels, data } = values;
  const given = Object.entries({ runs, papers, channels }).filter(([, text]) => text !== undefined);
  const counts = given.map(([name, text]) => [name, Number(text)] as const);
  const wrong = counts.find(([, count]) => !Number.isInteger(count) || count < 1);
  if (wrong !== undefined) return `--${wrong[0]} must be a whole number, 1 or more.`;
  return {
    kind: 'measure',
    chosen: benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name)),
    setting: { ...Object.fromEntries(counts), ...(data === undefined ? {} : { data }) },
    asJson: values.json === true,
    wantsHelp: values.help === true,
  };
}

function tryReadRequest(args: readonly string[]): Request | Comparison | string {
  try {
    return readRequest(args);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function runBench(bench: Bench, { setting }: Request): Promise<BenchReport> {
  const folder = await mkdtemp(join(tmpdir(), 'paperboy-bench-'));
  const progress = (text: string) => process.stderr.write(`${bench.name}: ${text}\n`);
  try {
    return reportOf(bench, await bench.measure({ ...setting, runs: setting.runs ?? bench.runs, folder, progress }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runAll(request: Request): Promise<void> {
  const { chosen, asJson } = request;
  const reports: BenchReport[] = [];
  for (const bench of chosen) {
    const report = await runBench(bench, request);
    reports.push(report);
    if (!asJson) process.stdout.write(`${printReport(report)}\n`);
  }
  const machine = describeMachine();
  const { node, platform, cpu, cpus, load } = machine;
  const [first, ...others] = reports;
  const all: BenchDocument = { version, machine, benches: reports };
  const document = first?.rows !== undefined && others.length === 0 ? first.rows : all;
  if (asJson) process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  else process.stdout.write(`Node ${node}, ${platform}, ${cpus} × ${cpu}, load ${load}\n`);
}

function compare({ before, after }: Comparison): void {
  try {
    process.stdout.write(`${compareResults(readResults(before), readResults(after))}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

const request = tryReadRequest(process.argv.slice(2));
if (typeof request === 'string') {
  process.stderr.write(`${request}\n\n${usage}\n`);
  process.exitCode = 2;
} else if (request.kind === 'compare') {
  compare(request);
} else if (request.wantsHelp) {
  process.stdout.write(`${usage}\n`);
} else {
  await runAll(request);
}
