/** A ranked paper: its grade, 0 if it is not relevant. */
export interface Graded {
  readonly grade: number;
}

/** The mean of the precision at each relevant paper; null if there is none. */
export function averagePrecision(ranked: readonly Graded[]): number | null {
  let [found, sum] = [0, 0];
  for (const [index, { grade }] of ranked.entries()) {
    if (grade === 0) continue;
    found += 1;
    sum += found / (index + 1);
  }
  return found === 0 ? null : sum / found;
}

/** The discounted gain of the first ten papers, as a share of the most that is possible; null if nothing has a grade. */
export function gainOfTen(ranked: readonly Graded[], gainOf: (grade: number) => number): number | null {
  const gain = (papers: readonly Graded[]): number =>
    papers.slice(0, 10).reduce((sum, { grade }, index) => sum + gainOf(grade) / Math.log2(index + 2), 0);
  const most = gain(ranked.toSorted((one, other) => other.grade - one.grade));
  return most === 0 ? null : gain(ranked) / most;
}

/** The mean of the values that are known. */
export function meanOf(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
