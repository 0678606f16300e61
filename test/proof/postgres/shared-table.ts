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
  /** Messages that somebody still had to send when the proof gave up. */
  readonly unfinished: number;
  /** Stories whose papers came with the digest of the next day. */
  readonly putOff: number;
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
    unfinished: sum(({ unfinished }) => unfinished),
    putOff: sum(({ isPutOff }) => (isPutOff ? 1 : 0)),
    outOfOrder: sum(({ isInOrder }) => (isInOrder ? 0 : 1)),
  };
}

export const isHarmless = ({ duplicates, lost, unfinished, outOfOrder }: SharedRow): boolean =>
  duplicates === 0 && lost === 0 && unfinished === 0 && outOfOrder === 0;

const headings = ['runs', 'failures', 'duplicates', 'lost', 'uncertain', 'unfinished', 'next day', 'out of order'];

export const sharedTable = (rows: readonly SharedRow[]): string =>
  table(
    ['three workers: what fails', ...headings],
    rows.map(({ what, runs, failures: failed, duplicates, lost, uncertain, unfinished, putOff, outOfOrder }) => [
      ...[what, runs, failed, duplicates, lost, uncertain, unfinished, putOff, outOfOrder],
    ]),
  );
