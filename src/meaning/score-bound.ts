import { combine, type MeaningQuery } from './meaning-query.ts';

/**
 * A score that no paper with this vector exceeds.
 * @param share the weights of those words of the query, together, that the paper may have
 */
export const boundScore = (query: MeaningQuery, share: number, vector: ArrayLike<number>): number =>
  combine(query, { frequent: share, present: share, titled: share }, vector);
