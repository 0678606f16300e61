import type { Ranking, RankingName } from '../../papers/ranking.ts';
import type { Instant } from '../../ports.ts';
import type { RankingPull, RankingRecord } from '../upvotes.ts';

/** When a ranking was pulled, and when it will be pulled next. */
export interface RankingTimes {
  readonly at: Instant;
  readonly nextPullAt: Instant;
}

/** The record of a ranking that a pull replaced. */
export const afterRanking = (
  { source, kind, period, etags }: Omit<Ranking, 'papers' | 'skipped'>,
  { at, nextPullAt }: RankingTimes,
): RankingRecord => ({
  ...{ source, kind, period, etags, nextPullAt },
  ...{ pulledAt: at, lastSuccessAt: at, reason: null, failures: 0 },
});

/** The record of a ranking that a pull left as it was, because nothing changed or because it failed. */
export function afterRankingPull(
  { source, kind, period }: RankingName,
  before: RankingRecord | null,
  { at, nextPullAt, failure }: RankingPull,
): RankingRecord {
  const name = { source, kind, period };
  const etags = before?.etags ?? {};
  if (failure === undefined)
    return { ...name, etags, pulledAt: at, lastSuccessAt: at, reason: null, failures: 0, nextPullAt };
  const { lastSuccessAt, failures } = before ?? { lastSuccessAt: null, failures: 0 };
  return { ...name, etags, pulledAt: at, lastSuccessAt, reason: failure, failures: failures + 1, nextPullAt };
}
