import { arch, availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';
import type { Aim, Bench, Measurement, Unit } from './bench.ts';

/** A measurement with its statistics. */
export interface Figure {
  readonly what: string;
  readonly unit: Unit;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
  readonly aim: Aim | null;
  /** How the median compares with the aim; null without an aim. */
  readonly verdict: 'met' | 'missed' | null;
}

/** The results of one bench. */
export interface BenchReport {
  readonly name: string;
  readonly title: string;
  readonly method: readonly string[];
  /** When the bench ended, as an ISO date and time in UTC. */
  readonly measuredAt: string;
  /** The load average of the last minute before the bench began. Above 1, the bench was not alone. */
  readonly load: number;
  /** Empty if the bench lacked the files that it needs. */
  readonly figures: readonly Figure[];
  /** See `Bench`. */
  readonly rows?: readonly object[];
}

/** A bench that failed. */
export interface BenchFailure {
  readonly name: string;
  readonly reason: string;
}

/** What `--json` prints, and what is kept of a release. */
export interface BenchDocument {
  /** The version of Paperboy. */
  readonly version: string;
  readonly machine: Machine;
  readonly benches: readonly BenchReport[];
  readonly failures: readonly BenchFailure[];
}

/** The machine, which explains the figures. It has no host name, so that the figures can be published. */
export interface Machine {
  readonly node: string;
  /** The operating system, its architecture and its release. */
  readonly platform: string;
  readonly cpu: string;
  readonly cpus: number;
  /** The whole memory in GB, which are billions of bytes. */
  readonly memory: number;
}

export const describeMachine = (): Machine => ({
  node: process.version,
  platform: `${platform()} ${arch()} ${release()}`,
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cpus: availableParallelism(),
  memory: round(totalmem() / 1e9),
});

/** The machine in a line. */
export const printMachine = ({ node, platform, cpus, cpu, memory }: Machine): string =>
  `Node ${node}, ${platform}, ${cpus} × ${cpu}, ${memory} GB`;

/** The load average of the last minute. */
export const currentLoad = (): number => round(loadavg()[0] ?? 0);

/** When and under which load a bench ran. */
export type Circumstances = Pick<BenchReport, 'measuredAt' | 'load'>;

export function reportOf(
  { name, title, method, rows }: Bench,
  measurements: readonly Measurement[],
  { measuredAt, load }: Circumstances,
): BenchReport {
  const figures = measurements.map(figureOf);
  const report = { name, title, method, measuredAt, load, figures };
  return rows === undefined ? report : { ...report, rows: rows(figures) };
}

function figureOf({ what, unit, samples, aim }: Measurement): Figure {
  const sorted = samples.toSorted((a, b) => a - b);
  const median = medianOf(sorted);
  return {
    what,
    unit,
    median: round(median),
    min: round(sorted.at(0) ?? 0),
    max: round(sorted.at(-1) ?? 0),
    runs: sorted.length,
    aim: aim ?? null,
    verdict: aim === undefined ? null : isMet(aim, median) ? 'met' : 'missed',
  };
}

function isMet(aim: Aim, median: number): boolean {
  if (typeof aim === 'number') return median < aim;
  return 'atLeast' in aim ? median >= aim.atLeast : median <= aim.atMost;
}

function medianOf(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return (lower + upper) / 2;
}

const round = (value: number): number => Number(value.toFixed(1));

/** The report for people. */
export function printReport({ name, title, method, load, figures }: BenchReport): string {
  const header = ['', 'median', 'min–max', 'runs', 'aim', ''];
  const rows = figures.map((figure) => [
    figure.what,
    inUnit(figure.median, figure.unit),
    `${figure.min}–${figure.max}`,
    String(figure.runs),
    figure.aim === null ? '' : showAim(figure.aim, figure.unit),
    figure.verdict ?? '',
  ]);
  const table = figures.length === 0 ? ['  Nothing was measured.'] : alignColumns([header, ...rows]);
  return [
    `${name}: ${title}`,
    ...method.map((line) => `  ${line}`),
    '',
    ...table,
    `  The load average was ${load} when it began.`,
    '',
  ].join('\n');
}

function showAim(aim: Aim, unit: Unit): string {
  if (typeof aim === 'number') return `< ${inUnit(aim, unit)}`;
  return 'atLeast' in aim ? `≥ ${inUnit(aim.atLeast, unit)}` : `≤ ${inUnit(aim.atMost, unit)}`;
}

export const inUnit = (value: number, unit: Unit): string => `${value} ${unit}`;

/** Aligns the first column and the verdict to the left, and the numbers to the right. */
export function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isText = (column: number) => column === 0 || column === widths.length - 1;
  return rows.map((row) => {
    const cells = row.map((cell, at) => (isText(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)));
    return `  ${cells.join('  ')}`.trimEnd();
  });
}
