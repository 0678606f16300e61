/** Numbers of the papers of a pool, those with the highest scores first. Equal scores keep the order of the pool. */
export const rankByScore = (scores: ArrayLike<number>): number[] =>
  Array.from(scores, (_, paper) => paper).sort(
    (one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other,
  );

/** How relevant each paper of a pool is: 0 is not at all. */
export type Grades = ArrayLike<number>;

/** The mean of the precisions at each relevant paper, from 0 to 1. */
export function averagePrecision(ranked: readonly number[], grades: Grades): number {
  let [found, sum] = [0, 0];
  for (const [rank, paper] of ranked.entries()) {
    if (!isRelevant(grades, paper)) continue;
    found += 1;
    sum += found / (rank + 1);
  }
  return found === 0 ? 0 : sum / found;
}

/** The share of the relevant papers that are among the first `most`. */
export function recallAt(most: number, ranked: readonly number[], grades: Grades): number {
  const relevant = ranked.filter((paper) => isRelevant(grades, paper)).length;
  return relevant === 0 ? 0 : ranked.slice(0, most).filter((paper) => isRelevant(grades, paper)).length / relevant;
}

/** The normalized discounted cumulative gain of the first `most`, where a grade g gains 2^g - 1 (Burges, 2005). */
export function normalizedGain(most: number, ranked: readonly number[], grades: Grades): number {
  const ideal = gainOf(
    Array.from(grades)
      .sort((one, other) => other - one)
      .slice(0, most),
  );
  return ideal === 0 ? 0 : gainOf(ranked.slice(0, most).map((paper) => grades[paper] ?? 0)) / ideal;
}

const gainOf = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);

const isRelevant = (grades: Grades, paper: number): boolean => (grades[paper] ?? 0) > 0;

export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
