import type { LocalDate } from '../time.ts';
import type { SkippedItem } from './listing.ts';
import type { Paper, SourceId } from './paper.ts';

/** What a ranking is over: an ISO week (`2026-W24`), a month (`2026-06`), or whatever is read now (the empty period). */
export type RankingKind = 'trending' | 'week' | 'month';

/** Which ranking: at most one of a name is kept. */
export interface RankingName {
  readonly source: SourceId;
  readonly kind: RankingKind;
  readonly period: string;
}

/** A paper in its place. `listedOn`: the day of the source's list on which it stands; null where it does not say. */
export interface RankedPaper {
  readonly paper: Paper;
  readonly listedOn: LocalDate | null;
}

/** Papers in the order in which a source ranks them. It announces nothing: no paper becomes news by it. */
export interface Ranking extends RankingName {
  /** First place first, each paper once. */
  readonly papers: readonly RankedPaper[];
  readonly skipped: readonly SkippedItem[];
  /** ETags of the answers, by request path, to be sent with the next pull. */
  readonly etags: Readonly<Record<string, string>>;
}
