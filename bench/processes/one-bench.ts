import type { BenchMessage, BenchOrder } from '../bench-process.ts';
import { benches } from '../registry.ts';
import { currentLoad, reportOf } from '../report.ts';

/** Runs one bench and sends its report. Argument: a `BenchOrder` as JSON. */

const { name, setting } = JSON.parse(process.argv[2] ?? '') as BenchOrder;
const load = currentLoad();
const progress = (text: string) => process.stderr.write(`${name}: ${text}\n`);

async function measure(): Promise<BenchMessage> {
  const bench = benches.find((one) => one.name === name);
  if (bench === undefined) return { problem: `there is no bench ${name}` };
  try {
    const measurements = await bench.measure({ ...setting, runs: setting.runs ?? bench.runs, progress });
    return { report: reportOf(bench, measurements, { measuredAt: new Date().toISOString(), load }) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

process.send?.(await measure());
process.disconnect();
