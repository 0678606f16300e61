import type { MeaningQuery } from '../../../meaning/meaning-query.ts';
import { boundScore } from '../../../meaning/score-bound.ts';
import { runIn } from '../../../topics/matching/candidate-terms.ts';
import type { CandidateFinder } from './candidates.ts';
import { fullTextQuery } from './full-text-query.ts';

/** The stored vectors of papers from a number on, by the papers' numbers. An array may be used again for the next one. */
export type VectorScan = (lowest: number) => Iterable<readonly [number: number, vector: ArrayLike<number>]>;

/** Words that weigh less are frequent, and take longer to look up than they tell. */
const leastWeight = 0.05;

/**
 * What no paper's score can exceed, by the numbers of the papers: from the vectors that are stored, and from the words of
 * the query that the index finds. A paper without a stored vector has no bound.
 * @param isIndexed whether the index has all of the papers
 */
export function scoreBounds(
  query: MeaningQuery,
  lowest: number,
  { find, vectors, isIndexed }: { find: CandidateFinder; vectors: VectorScan; isIndexed: boolean },
): ReadonlyMap<number, number> {
  const shares = new Map<number, number>();
  let common = 0;
  for (const { stem, weight } of query.words) {
    if (!isIndexed || weight < leastWeight) {
      // The most frequent words weigh a little less than nothing.
      common += Math.max(0, weight);
      continue;
    }
    const wanted = { query: fullTextQuery(runIn('any', [stem])), upvotes: null };
    for (const number of find.numbers(wanted, lowest)) shares.set(number, (shares.get(number) ?? 0) + weight);
  }
  const bounds = new Map<number, number>();
  for (const [number, vector] of vectors(lowest))
    bounds.set(number, boundScore(query, common + (shares.get(number) ?? 0), vector));
  return bounds;
}
