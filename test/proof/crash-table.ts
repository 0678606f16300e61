import type { CrashRun } from './crash-runs.ts';
import type { Policy } from './life.ts';
import type { CrashPlace } from './stages.ts';

/** A row of the proof. */
export interface CrashRow {
  readonly policy: Policy;
  readonly place: CrashPlace;
  readonly runs: number;
  readonly crashes: number;
  readonly duplicates: number;
  readonly lost: number;
  readonly uncertain: number;
  readonly outOfOrder: number;
}

export function crashRow(policy: Policy, runs: readonly CrashRun[], place: CrashPlace = 'text'): CrashRow {
  const sum = (of: (run: CrashRun) => number) => runs.reduce((total, run) => total + of(run), 0);
  return {
    policy,
    place,
    runs: runs.length,
    crashes: sum(({ points }) => points.length),
    duplicates: sum(({ duplicates }) => duplicates),
    lost: sum(({ lost }) => lost),
    uncertain: sum(({ uncertain }) => uncertain),
    outOfOrder: sum(({ isInOrder }) => (isInOrder ? 0 : 1)),
  };
}
