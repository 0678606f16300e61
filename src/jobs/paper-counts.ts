import type { RecordedCounts } from '../store/listings.ts';

/** How many papers a report counts. `announced` = `new` + `updated` + `unchanged` + `skipped`. */
export interface PaperCounts {
  readonly announced: number;
  readonly new: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
}

export const noPapers: RecordedCounts = { announced: 0, fresh: 0, updated: 0, unchanged: 0, skipped: 0 };

/** The papers of two writes together. */
export const addCounts = (one: RecordedCounts, other: RecordedCounts): RecordedCounts => ({
  announced: one.announced + other.announced,
  fresh: one.fresh + other.fresh,
  updated: one.updated + other.updated,
  unchanged: one.unchanged + other.unchanged,
  skipped: one.skipped + other.skipped,
});

/** The counts as a report has them. */
export const countsOf = ({ announced, fresh, updated, unchanged, skipped }: RecordedCounts): PaperCounts => ({
  announced,
  new: fresh,
  updated,
  unchanged,
  skipped,
});
