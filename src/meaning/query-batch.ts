import { type MeaningQuery, scoreVector, scoreWord } from './meaning-query.ts';
import type { PaperMeaning } from './paper-meaning.ts';

/** Many queries that are compared with one paper after the other. */
export interface QueryBatch {
  /**
   * The scores of one paper, by place of the query: exactly those of `scorePaper`. The array is used again for the next
   * paper. 10,000 queries take about 2 ms, so a caller can pause between two papers.
   */
  scorePaper(paper: PaperMeaning): Float64Array;
}

/** The queries that have a word, and what it adds to their scores. */
interface Posting {
  readonly places: number[];
  readonly weights: number[];
}

export function batchQueries(queries: readonly MeaningQuery[]): QueryBatch {
  const postings = collectPostings(queries);
  const meanLength = queries[0]?.meanLength ?? 1;
  const scores = new Float64Array(queries.length);
  return {
    scorePaper(paper) {
      scores.fill(0);
      for (const [stem, count] of paper.words) {
        const posting = postings.get(stem);
        if (posting === undefined) continue;
        for (const [index, place] of posting.places.entries()) {
          const weight = posting.weights[index] as number;
          scores[place] = (scores[place] as number) + scoreWord(weight, count, paper.length, meanLength);
        }
      }
      // Numbers of this type are multiplied faster than whole ones.
      const vector = Float64Array.from(paper.vector);
      for (const [place, query] of queries.entries()) {
        scores[place] = (scores[place] as number) + scoreVector(query, vector);
      }
      return scores;
    },
  };
}

function collectPostings(queries: readonly MeaningQuery[]): ReadonlyMap<string, Posting> {
  const postings = new Map<string, Posting>();
  for (const [place, { words }] of queries.entries()) {
    for (const { stem, weight } of words) {
      const posting = postings.get(stem) ?? { places: [], weights: [] };
      posting.places.push(place);
      posting.weights.push(weight);
      postings.set(stem, posting);
    }
  }
  return postings;
}
