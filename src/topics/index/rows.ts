/** Rows of bits: one for each paper of a batch, 32 papers in a number. */

/** Keeps the bits that are set in the row; with `flip` −1, those that are not. */
export function keep(bits: Int32Array, rows: Int32Array, row: number, flip: 0 | -1 = 0): void {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) & ((rows[row + at] ?? 0) ^ flip);
}

/** Sets the bits that are set in the row. */
export function unite(bits: Int32Array, rows: Int32Array, row: number): void {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) | (rows[row + at] ?? 0);
}

/** Copies the row into the bits. */
export function copyRow(bits: Int32Array, rows: Int32Array, row: number): void {
  for (let at = 0; at < bits.length; at++) bits[at] = rows[row + at] ?? 0;
}

export const hasBit = (rows: Int32Array, row: number, paper: number): boolean =>
  (((rows[row + (paper >>> 5)] ?? 0) >>> (paper & 31)) & 1) === 1;

/** Clears the bits of the papers that `isKept` refuses. */
export function keepEach(bits: Int32Array, isKept: (paper: number) => boolean): void {
  for (let at = 0; at < bits.length; at++) {
    for (let left = bits[at] ?? 0; left !== 0; left &= left - 1) {
      const bit = left & -left;
      if (!isKept((at << 5) | (31 - Math.clz32(bit)))) bits[at] = (bits[at] ?? 0) & ~bit;
    }
  }
}
