import { table } from '../table.ts';
import type { Verdict } from './verdict.ts';

/** A row of the proof. */
export interface ReplayRow extends Omit<Verdict, 'faults'> {
  readonly replay: string;
  readonly duplicates: number;
  readonly misses: number;
  /** Papers in another digest than that of their day. */
  readonly otherDay: number;
  /** Papers that are wrongly marked as late, or wrongly not marked. */
  readonly wrongMarks: number;
  /** Other faults: order, time, the digest's own notes. */
  readonly otherFaults: number;
}

export function replayRow(replay: string, { faults, ...counts }: Verdict): ReplayRow {
  const of = (kind: string) => faults.filter((fault) => fault.kind === kind).length;
  const named = { duplicates: of('duplicate'), misses: of('miss'), otherDay: of('other-day'), wrongMarks: of('mark') };
  const others = Object.values(named).reduce((rest, count) => rest - count, faults.length);
  return { replay, ...counts, ...named, otherFaults: others };
}

export const isFlawless = ({ duplicates, misses, otherDay, wrongMarks, otherFaults }: ReplayRow): boolean =>
  duplicates + misses + otherDay + wrongMarks + otherFaults === 0;

export const replayTable = (rows: readonly ReplayRow[]): string =>
  table(
    [
      'replay',
      'days',
      'crashes',
      'digests',
      'quiet',
      'papers',
      'late',
      'duplicates',
      'misses',
      'other day',
      'wrong marks',
      'other faults',
    ],
    rows.map((row) => [
      row.replay,
      row.days,
      row.crashes,
      row.digests,
      row.quiet,
      row.papers,
      row.late,
      row.duplicates,
      row.misses,
      row.otherDay,
      row.wrongMarks,
      row.otherFaults,
    ]),
  );
