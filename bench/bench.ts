import type { Figure } from './report.ts';

/** A benchmark: one file, one line in `registry.ts`. It compares with aims and never fails because of one. */
export interface Bench {
  /** As in `npm run bench -- NAME`. */
  readonly name: string;
  readonly title: string;
  /** The method: what is measured and what is left out, a line each. */
  readonly method: readonly string[];
  /** How many runs there are, each in new processes, unless `--runs` gives a number. Judges run once, whatever it says. */
  readonly runs: number;
  measure(setting: BenchSetting): Promise<readonly Measurement[]>;
  /** The same as rows for other programs. `--json` prints them if this bench alone was asked for. */
  readonly rows?: (figures: readonly Figure[]) => readonly object[];
}

export interface BenchSetting {
  readonly runs: number;
  /** How many papers are stored, if `--papers` gives a number. */
  readonly papers?: number;
  /** How many channels are due, if `--channels` gives a number. */
  readonly channels?: number;
  /** The folder of captured papers, if `--data` names one. */
  readonly data?: string;
  /** A temporary folder for this bench. */
  readonly folder: string;
  /** Shows how far the bench is. */
  progress(text: string): void;
}

/** `/s` counts a second, and `/day` a day; `×` counts times; `%` is a share of papers, or a measure from 0 to 1 in percent. */
export type Unit = 'ms' | 'MB' | '/s' | '/day' | '×' | '%';

/** One row of a bench's table. */
export interface Measurement {
  readonly what: string;
  readonly unit: Unit;
  /** One value for each run. MB are millions of bytes. */
  readonly samples: readonly number[];
  readonly aim?: Aim;
}

/** The value to stay below, the value to reach, or the value that may not be exceeded. */
export type Aim = number | { readonly atLeast: number } | { readonly atMost: number };

/** Collects the values of several runs by measurement, in the order of first appearance. */
export function createSeries() {
  const series = new Map<string, { readonly unit: Unit; readonly samples: number[]; readonly aim?: Aim }>();
  return {
    add(what: string, unit: Unit, value: number, aim?: Aim): void {
      const known = series.get(what) ?? { unit, samples: [], ...(aim === undefined ? {} : { aim }) };
      known.samples.push(value);
      series.set(what, known);
    },
    measurements: (): readonly Measurement[] => [...series].map(([what, rest]) => ({ what, ...rest })),
  };
}
