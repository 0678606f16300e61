import type { LocalDate } from '../time.ts';
import type { SkippedItem } from './listing.ts';
import type { Paper, SourceId } from './paper.ts';

/** The period of a ranking: an ISO week (`2026-W24`), a month (`2026-06`), or now (the empty period). */
export type RankingKind = 'trending' | 'week' | 'month';

/** The name of a ranking. At most one ranking of a name is kept. */
export interface RankingName {
  readonly source: SourceId;
  readonly kind: RankingKind;
  readonly period: string;
}

/** A paper in a ranking. `listedOn` is the day of the source's list that has it; null where the source does not say. */
export interface RankedPaper {
  readonly paper: Paper;
  readonly listedOn: LocalDate | null;
}

/** Papers in the order in which a source ranks them. A ranking announces nothing: its papers do not become news. */
export interface Ranking extends RankingName {
  /** First place first, each paper once. */
  readonly papers: readonly RankedPaper[];
  readonly skipped: readonly SkippedItem[];
  /** ETags of the answers, by request path, to be sent with the next pull. */
  readonly etags: Readonly<Record<string, string>>;
}
