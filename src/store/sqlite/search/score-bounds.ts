import { boundScore } from '../../../meaning/score-bound.ts';
import type { Subject } from '../../../meaning/subject.ts';
import { runIn } from '../../../topics/matching/candidate-terms.ts';
import { strictnessRange } from '../../../topics/matching/strictness.ts';
import type { VectorReader } from '../tables/paper-vectors.ts';
import type { CandidateFinder } from './candidates.ts';

/** What is known of a paper by its vector. */
export interface Bounded {
  /** No score of it is higher. */
  readonly bound: number;
  /** Null if no topic asks for so low a score. */
  readonly vector: Int8Array | null;
}

export interface BoundTools {
  readonly find: CandidateFinder;
  readonly vectors: VectorReader;
}

/** Words that weigh less are frequent, and take longer to look up than they tell. */
const leastWeight = 0.05;

/**
 * What no paper's score can exceed, by the numbers of the papers: from the vectors that are stored, and from the words of
 * the query that the index finds. A paper without a stored vector has no bound.
 * @param isIndexed whether the index has all of the papers
 */
export function scoreBounds(
  { query, table }: Subject,
  lowest: number,
  { find, vectors, isIndexed }: BoundTools & { readonly isIndexed: boolean },
): ReadonlyMap<number, Bounded> {
  const shares = new Map<number, number>();
  let common = 0;
  for (const { stem, weight } of query.words) {
    if (!isIndexed || weight < leastWeight) {
      common += weight;
      continue;
    }
    const wanted = { query: runIn('any', [stem]), upvotes: null };
    for (const number of find.numbers(wanted, lowest)) shares.set(number, (shares.get(number) ?? 0) + weight);
  }
  const bounds = new Map<number, Bounded>();
  for (const [number, vector] of vectors.present(lowest, table.version)) {
    const bound = boundScore(query, common + (shares.get(number) ?? 0), vector);
    if (bound >= strictnessRange.least) bounds.set(number, { bound, vector: vector.slice() });
    else bounds.set(number, { bound, vector: null });
  }
  return bounds;
}
