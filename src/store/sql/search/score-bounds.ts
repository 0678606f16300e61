import { boundScore } from '../../../meaning/score-bound.ts';
import type { Subject } from '../../../meaning/subject.ts';
import { runIn } from '../../../topics/matching/candidate-terms.ts';
import { strictnessRange } from '../../../topics/matching/strictness.ts';
import type { PaperQuery } from '../../rules/search/paper-query.ts';
import type { SearchTools } from './search-tools.ts';

/** What is known of a paper by its vector. */
export interface Bounded {
  /** No score of it is higher. */
  readonly bound: number;
  /** Null if no topic asks for so low a score. */
  readonly vector: Int8Array | null;
}

interface BoundTools extends Pick<SearchTools, 'find' | 'vectors'> {
  /** Whether the index has all of the papers. */
  readonly isIndexed: boolean;
  /** Finds papers of which the index lacks some words. */
  readonly incomplete: PaperQuery | null;
}

/** Words that weigh less are frequent, and take longer to look up than they tell. */
const leastWeight = 0.05;

/**
 * What no paper's score can exceed, by the numbers of the papers: from the vectors that are stored, and from the words of
 * the query that the index finds. A paper without a stored vector has no bound, nor has one whose words it does not know.
 */
export async function scoreBounds(
  { query, table }: Subject,
  lowest: number,
  { find, vectors, isIndexed, incomplete }: BoundTools,
): Promise<ReadonlyMap<number, Bounded>> {
  const shares = new Map<number, number>();
  let common = 0;
  for (const { stem, weight } of query.words) {
    if (!isIndexed || weight < leastWeight) {
      common += weight;
      continue;
    }
    const wanted = { query: runIn('any', [stem]), upvotes: null };
    for (const number of await find.numbers(wanted, lowest)) shares.set(number, (shares.get(number) ?? 0) + weight);
  }
  const bounds = new Map<number, Bounded>();
  for await (const [number, vector] of vectors.present(lowest, table.version)) {
    const bound = boundScore(query, common + (shares.get(number) ?? 0), vector);
    if (bound >= strictnessRange.least) bounds.set(number, { bound, vector: vector.slice() });
    else bounds.set(number, { bound, vector: null });
  }
  const unknown = incomplete === null ? [] : await find.numbers({ query: incomplete, upvotes: null }, lowest);
  for (const number of unknown) bounds.delete(number);
  return bounds;
}
