import { table } from '../table.ts';
import { failures } from './failures.ts';
import type { SharedRun } from './theatre.ts';

/** A row of the proof. */
export interface SharedRow {
  /** What failed. */
  readonly what: string;
  readonly runs: number;
  readonly failures: number;
  readonly duplicates: number;
  readonly lost: number;
  readonly uncertain: number;
  readonly outOfOrder: number;
}

const several = 'several of them';

/** A row for each failure, and one for the stories with several. */
export function sharedRows(runs: readonly SharedRun[]): readonly SharedRow[] {
  const byWhat = Map.groupBy(runs, ({ plan }): string => {
    const [first, second] = plan.failures;
    return first === undefined || second !== undefined ? several : first.failure;
  });
  return [...failures, several].flatMap((what) => {
    const some = byWhat.get(what);
    return some === undefined ? [] : [rowOf(what, some)];
  });
}

function rowOf(what: string, runs: readonly SharedRun[]): SharedRow {
  const sum = (of: (run: SharedRun) => number) => runs.reduce((total, run) => total + of(run), 0);
  return {
    what,
    runs: runs.length,
    failures: sum(({ points }) => points.length),
    duplicates: sum(({ duplicates }) => duplicates),
    lost: sum(({ lost }) => lost),
    uncertain: sum(({ uncertain }) => uncertain),
    outOfOrder: sum(({ isInOrder }) => (isInOrder ? 0 : 1)),
  };
}

export const isHarmless = ({ duplicates, lost, outOfOrder }: SharedRow): boolean =>
  duplicates === 0 && lost === 0 && outOfOrder === 0;

export const sharedTable = (rows: readonly SharedRow[]): string =>
  table(
    ['three workers: what fails', 'runs', 'failures', 'duplicates', 'lost', 'uncertain', 'out of order'],
    rows.map((row) => [...[row.what, row.runs, row.failures, row.duplicates, row.lost, row.uncertain, row.outOfOrder]]),
  );
