import { combine, type MeaningQuery } from './meaning-query.ts';
import type { PaperMeaning } from './paper-meaning.ts';
import { precise, saturate } from './word-match.ts';

/** Many queries that are compared with one paper after the other. */
export interface QueryBatch {
  /**
   * The scores of one paper, by place of the query: exactly those of `scorePaper`. The array is used again for the next
   * paper. 10,000 queries take a few milliseconds, so a caller can pause between two papers.
   */
  scorePaper(paper: PaperMeaning): Float64Array;
}

/** The queries that have a word, and its weights in them. */
interface Posting {
  readonly places: number[];
  readonly weights: number[];
}

export function batchQueries(queries: readonly MeaningQuery[]): QueryBatch {
  const postings = collectPostings(queries);
  const meanLength = queries[0]?.meanLength ?? 1;
  const [scores, frequent, present, titled] = Array.from({ length: 4 }, () => new Float64Array(queries.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const addWord = ({ places, weights }: Posting, saturated: number, isTitled: boolean): void => {
    for (let index = 0; index < places.length; index++) {
      const [place, weight] = [places[index] as number, weights[index] as number];
      frequent[place] = (frequent[place] as number) + precise(weight * saturated);
      present[place] = (present[place] as number) + weight;
      if (isTitled) titled[place] = (titled[place] as number) + weight;
    }
  };
  return {
    scorePaper(paper) {
      for (const sums of [frequent, present, titled]) sums.fill(0);
      for (const [stem, count] of paper.words) {
        const posting = postings.get(stem);
        if (posting === undefined) continue;
        addWord(posting, saturate(count, paper.length, meanLength), paper.titleWords.has(stem));
      }
      // Numbers of this type are multiplied faster than whole ones.
      const vector = Float64Array.from(paper.vector);
      const match = { frequent: 0, present: 0, titled: 0 };
      for (let place = 0; place < queries.length; place++) {
        match.frequent = frequent[place] as number;
        match.present = present[place] as number;
        match.titled = titled[place] as number;
        scores[place] = combine(queries[place] as MeaningQuery, match, vector);
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
