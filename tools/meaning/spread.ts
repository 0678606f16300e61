import { at, type EncodedCorpus } from './encoded-corpus.ts';

/** How the vectors of papers lie: their mean, and their covariance, row after row. */
export interface Spread {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

const mostPapers = 5000;

/** Measures the spread over papers of all years, at most 5,000 of the first `papers`. */
export function measureSpread(
  corpus: EncodedCorpus,
  papers: number,
  vectors: Float32Array,
  dimensions: number,
): Spread {
  const mean = new Float64Array(dimensions);
  const covariance = new Float64Array(dimensions * dimensions);
  const step = Math.max(1, Math.floor(papers / mostPapers));
  let count = 0;
  for (let paper = 0; paper < papers; paper += step) {
    const vector = embedRun(corpus, paper, vectors, dimensions);
    count += 1;
    for (let row = 0; row < dimensions; row++) {
      const own = at(vector, row);
      mean[row] = at(mean, row) + own;
      for (let column = 0; column < dimensions; column++) {
        const place = row * dimensions + column;
        covariance[place] = (covariance[place] as number) + own * (vector[column] as number);
      }
    }
  }
  for (let row = 0; row < dimensions; row++) mean[row] = at(mean, row) / count;
  for (const [place, sum] of covariance.entries()) {
    covariance[place] = sum / count - at(mean, Math.floor(place / dimensions)) * at(mean, place % dimensions);
  }
  return { mean, covariance };
}

/** The vector of a paper, with length 1. */
function embedRun(corpus: EncodedCorpus, paper: number, vectors: Float32Array, dimensions: number): Float64Array {
  const counts = new Map<number, number>();
  for (let position = at(corpus.titleStarts, paper); position < at(corpus.titleStarts, paper + 1); position++) {
    const word = at(corpus.ids, position);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const sum = new Float64Array(dimensions);
  for (const [word, count] of counts) {
    const weight = 1 + Math.log(count);
    for (let index = 0; index < dimensions; index++) {
      sum[index] = at(sum, index) + weight * at(vectors, word * dimensions + index);
    }
  }
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}
