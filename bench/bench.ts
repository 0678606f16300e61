/** Something that is measured: one file, one line in `registry.ts`. It never asserts an aim; it only compares. */
export interface Bench {
  /** As in `npm run bench -- NAME`. */
  readonly name: string;
  readonly title: string;
  /** What is measured and what is left out, a line each. */
  readonly method: readonly string[];
  /** How many times everything is run, each time in fresh processes, unless `--runs` says otherwise. */
  readonly runs: number;
  measure(setting: BenchSetting): Promise<readonly Measurement[]>;
}

export interface BenchSetting {
  readonly runs: number;
  /** How many papers are stored, where `--papers` says. */
  readonly papers?: number;
  /** A folder of the bench's own, removed afterwards. */
  readonly folder: string;
  /** Tells whoever waits how far it is. */
  progress(text: string): void;
}

/** `/s` counts a second; `×` counts times. */
export type Unit = 'ms' | 'MB' | '/s' | '×';

/** One row of a bench's table. */
export interface Measurement {
  readonly what: string;
  readonly unit: Unit;
  /** One value a run. MB are millions of bytes. */
  readonly samples: readonly number[];
  readonly aim?: Aim;
}

/** The value to stay below, or the one to reach. */
export type Aim = number | { readonly atLeast: number };

/** Gathers the values of several runs by what they measure, in the order in which they first came. */
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
