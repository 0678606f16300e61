/**
 * Products of matrices, row after row in one array. The arrays are trusted to have the sizes: these loops take most of
 * the time of training.
 */

/** `out[i][j]` = the dot product of row `i` of `left` and row `j` of `right`. Counts of rows are multiples of 4. */
export function multiplyRows(
  out: Float64Array,
  left: Float64Array,
  right: Float64Array,
  { rows, columns, depth }: { readonly rows: number; readonly columns: number; readonly depth: number },
): void {
  if (left.length < rows * depth || right.length < columns * depth || out.length < rows * columns) {
    throw new RangeError('A matrix is smaller than its product needs.');
  }
  for (let i = 0; i < rows; i += 4) {
    for (let j = 0; j < columns; j += 2) multiplyTile(out, left, right, i, j, columns, depth);
  }
}

/** Four rows by two: more sums than that do not fit into the registers. */
function multiplyTile(
  out: Float64Array,
  left: Float64Array,
  right: Float64Array,
  i: number,
  j: number,
  columns: number,
  depth: number,
): void {
  let [a, b, c, d] = [i * depth, (i + 1) * depth, (i + 2) * depth, (i + 3) * depth];
  let [p, q] = [j * depth, (j + 1) * depth];
  let [ap, aq, bp, bq, cp, cq, dp, dq] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let k = 0; k < depth; k++) {
    const x = right[p++] as number;
    const y = right[q++] as number;
    const e = left[a++] as number;
    const f = left[b++] as number;
    const g = left[c++] as number;
    const h = left[d++] as number;
    ap += e * x;
    aq += e * y;
    bp += f * x;
    bq += f * y;
    cp += g * x;
    cq += g * y;
    dp += h * x;
    dq += h * y;
  }
  const first = i * columns + j;
  out[first] = ap;
  out[first + 1] = aq;
  out[first + columns] = bp;
  out[first + columns + 1] = bq;
  out[first + 2 * columns] = cp;
  out[first + 2 * columns + 1] = cq;
  out[first + 3 * columns] = dp;
  out[first + 3 * columns + 1] = dq;
}

/** `out` = `matrix` with rows for columns. */
export function transpose(out: Float64Array, matrix: Float64Array, rows: number, columns: number): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      out[column * rows + row] = matrix[row * columns + column] as number;
    }
  }
}
