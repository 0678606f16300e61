import { arch, availableParallelism, cpus, loadavg, platform } from 'node:os';
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
  readonly figures: readonly Figure[];
  /** See `Bench`. */
  readonly rows?: readonly object[];
}

/** What `--json` prints, and what is kept of a release. */
export interface BenchDocument {
  /** The version of Paperboy. */
  readonly version: string;
  readonly machine: Machine;
  readonly benches: readonly BenchReport[];
}

/** The machine, which explains the figures. It has no name, so that the figures can be published. */
interface Machine {
  readonly node: string;
  readonly platform: string;
  readonly cpu: string;
  readonly cpus: number;
  /** The load average of the last minute. Above 1 or 2, the bench was not alone. */
  readonly load: number;
}

export const describeMachine = (): Machine => ({
  node: process.version,
  platform: `${platform()} ${arch()}`,
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cpus: availableParallelism(),
  load: round(loadavg()[0] ?? 0),
});

export function reportOf({ name, title, method, rows }: Bench, measurements: readonly Measurement[]): BenchReport {
  const figures = measurements.map(figureOf);
  return { name, title, method, figures, ...(rows === undefined ? {} : { rows: rows(figures) }) };
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
export function printReport({ name, title, method, figures }: BenchReport): string {
  const header = ['', 'median', 'min–max', 'runs', 'aim', ''];
  const rows = figures.map((figure) => [
    figure.what,
    inUnit(figure.median, figure.unit),
    `${figure.min}–${figure.max}`,
    String(figure.runs),
    figure.aim === null ? '' : showAim(figure.aim, figure.unit),
    figure.verdict ?? '',
  ]);
  return [`${name}: ${title}`, ...method.map((line) => `  ${line}`), '', ...alignColumns([header, ...rows]), ''].join(
    '\n',
  );
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
