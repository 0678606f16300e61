import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { version } from '../src/version.ts';
import type { Bench } from './bench.ts';
import { runInProcess } from './bench-process.ts';
import { compareResults } from './compare.ts';
import {
  type BenchDocument,
  type BenchFailure,
  type BenchReport,
  describeMachine,
  printMachine,
  printReport,
} from './report.ts';
import { type CompareRequest, type MeasureRequest, readRequest, usage } from './request.ts';
import { addResult, openResultsFile, readResults } from './results.ts';

async function runBench({ name }: Bench, { setting, minutes }: MeasureRequest): Promise<BenchReport | BenchFailure> {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-bench-'));
  // Processes that were just killed may still write.
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  process.once('exit', remove);
  try {
    return await runInProcess({ name, setting: { ...setting, folder } }, minutes * 60_000);
  } catch (error) {
    return { name, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    process.off('exit', remove);
    remove();
  }
}

async function runAll(request: MeasureRequest): Promise<void> {
  const { chosen, out, asJson } = request;
  const machine = describeMachine();
  const file = out === null ? null : openResultsFile(out, version, machine);
  let document: BenchDocument = { version, machine, benches: [], failures: [] };
  for (const bench of chosen) {
    const result = await runBench(bench, request);
    document = addResult(document, result);
    file?.add(result);
    if ('reason' in result) process.stderr.write(`${result.name} failed: ${result.reason}\n`);
    else if (!asJson) process.stdout.write(`${printReport(result)}\n`);
  }
  if (asJson) process.stdout.write(`${JSON.stringify(rowsAlone(request, document) ?? document, null, 2)}\n`);
  else process.stdout.write(`${printMachine(machine)}\n`);
  if (document.failures.length > 0) process.exitCode = 1;
}

/** The rows of a bench that has some and that was asked for alone. */
function rowsAlone({ chosen }: MeasureRequest, { benches }: BenchDocument): readonly object[] | undefined {
  return chosen.length === 1 ? benches[0]?.rows : undefined;
}

function compare({ before, after }: CompareRequest): void {
  const { table, missing } = compareResults(readResults(before), readResults(after));
  process.stdout.write(`${table}\n`);
  if (missing.length === 0) return;
  throw new Error(['', 'These figures stand on one side alone:', ...missing.map((line) => `  ${line}`)].join('\n'));
}

/** Runs what was asked for. What cannot be done is said without a stack trace. */
async function run(request: MeasureRequest | CompareRequest): Promise<void> {
  try {
    if (request.kind === 'compare') compare(request);
    else await runAll(request);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

const request = readRequest(process.argv.slice(2));
if (typeof request === 'string') {
  process.stderr.write(`${request}\n\n${usage}\n`);
  process.exitCode = 2;
} else if (request.kind === 'help') process.stdout.write(`${usage}\n`);
else await run(request);
