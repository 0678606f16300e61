/** How the vectors of papers lie, all fields together: what the cosine of a query is compared with. */
export interface Background {
  /** The mean vector of papers. */
  readonly mean: Float64Array;
  /** The covariance of the vectors of papers, row after row. */
  readonly covariance: Float32Array;
}

/** In the file: the mean, and the lower half of the covariance with its diagonal, row after row, as floats. */
export function readBackground(view: DataView, start: number, dimensions: number): Background {
  let next = start;
  const read = (): number => {
    const value = view.getFloat32(next, true);
    next += 4;
    return value;
  };
  const mean = Float64Array.from({ length: dimensions }, read);
  const covariance = new Float32Array(dimensions * dimensions);
  for (let row = 0; row < dimensions; row++) {
    for (let column = 0; column <= row; column++) {
      const value = read();
      covariance[row * dimensions + column] = value;
      covariance[column * dimensions + row] = value;
    }
  }
  return { mean, covariance };
}

/** The mean and the standard deviation of the cosines of papers with a vector of length 1. */
export function expectCosine({ mean, covariance }: Background, vector: ArrayLike<number>) {
  let [expected, variance] = [0, 0];
  for (let row = 0; row < vector.length; row++) {
    const own = vector[row] ?? 0;
    expected += own * (mean[row] ?? 0);
    for (let column = 0; column < vector.length; column++) {
      variance += own * (vector[column] ?? 0) * (covariance[row * vector.length + column] ?? 0);
    }
  }
  return { mean: expected, deviation: Math.sqrt(Math.max(variance, 1e-6)) };
}
