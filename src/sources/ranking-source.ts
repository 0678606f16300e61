import type { SourceId } from '../papers/paper.ts';
import type { Ranking, RankingKind, RankingName } from '../papers/ranking.ts';
import type { Instant } from '../ports.ts';

/** A source that ranks papers beside listing them. */
export interface RankingSource {
  readonly id: SourceId;
  readonly name: string;
  /** The rankings to pull now, the most important first. */
  rankingsToPull(now: Instant): readonly WantedRanking[];
  /**
   * Fetches one ranking, whole or not at all.
   * @throws SourceError where it cannot be fetched
   */
  pull(request: RankingRequest): Promise<PulledRanking>;
}

export interface WantedRanking extends RankingName {
  /** How long a pulled ranking is current, in milliseconds. */
  readonly refreshMs: number;
}

export interface RankingRequest {
  readonly kind: RankingKind;
  readonly period: string;
  /** ETags of the last pull of this ranking. */
  readonly etags: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** `unchanged`: nothing changed since the pull that left the ETags. */
export type PulledRanking = { readonly kind: 'ranked'; readonly ranking: Ranking } | { readonly kind: 'unchanged' };
