import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommandLine } from '../src/cli/command-line.ts';
import type { Bench } from './bench.ts';
import { benches } from './registry.ts';
import { type BenchReport, describeMachine, printReport, reportOf } from './report.ts';

const usage = [
  'npm run bench [-- NAME…] [--runs N] [--papers N] [--data FOLDER] [--json]',
  '',
  ...benches.map(({ name, title }) => `  ${name.padEnd(10)}${title}`),
  '',
  '  --runs N    how many times each bench runs (each has a default; words and names run once)',
  '  --papers N  how many papers are stored, for benches that store some',
  '  --data FOLDER  where captured papers are, for words and names',
  '  --json      prints one JSON document and nothing else; on npm, add --silent',
].join('\n');

interface Request {
  readonly chosen: readonly Bench[];
  readonly runs: number | null;
  readonly papers: number | null;
  readonly data: string | null;
  readonly asJson: boolean;
  readonly wantsHelp: boolean;
}

/** The request, or the problem with it. */
function readRequest(args: readonly string[]): Request | string {
  const { values, positionals } = readCommandLine(args, {
    runs: { type: 'string' },
    papers: { type: 'string' },
    data: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  });
  const unknown = positionals.filter((wanted) => benches.every(({ name }) => name !== wanted));
  if (unknown.length > 0) return `There is no bench "${unknown.join('", "')}".`;
  const runs = values.runs === undefined ? null : Number(values.runs);
  const papers = values.papers === undefined ? null : Number(values.papers);
  if (runs !== null && !isCount(runs)) return '--runs must be a whole number, 1 or more.';
  if (papers !== null && !isCount(papers)) return '--papers must be a whole number, 1 or more.';
  const chosen = benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  return {
    chosen,
    runs,
    papers,
    data: values.data ?? null,
    asJson: values.json === true,
    wantsHelp: values.help === true,
  };
}

const isCount = (number: number): boolean => Number.isInteger(number) && number > 0;

function tryReadRequest(args: readonly string[]): Request | string {
  try {
    return readRequest(args);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function runBench(bench: Bench, { runs, papers, data }: Request): Promise<BenchReport> {
  const folder = await mkdtemp(join(tmpdir(), 'paperboy-bench-'));
  const progress = (text: string) => process.stderr.write(`${bench.name}: ${text}\n`);
  try {
    const chosen = { ...(papers === null ? {} : { papers }), ...(data === null ? {} : { data }) };
    return reportOf(bench, await bench.measure({ runs: runs ?? bench.runs, folder, progress, ...chosen }));
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
  if (asJson) process.stdout.write(`${JSON.stringify({ machine, benches: reports }, null, 2)}\n`);
  else process.stdout.write(`Node ${node}, ${platform}, ${cpus} × ${cpu}, load ${load}\n`);
}

const request = tryReadRequest(process.argv.slice(2));
if (typeof request === 'string') {
  process.stderr.write(`${request}\n\n${usage}\n`);
  process.exitCode = 2;
} else if (request.wantsHelp) {
  process.stdout.write(`${usage}\n`);
} else {
  await runAll(request);
}
