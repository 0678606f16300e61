/** The array itself where it has this index, or a copy of at least twice its length. */
export function reaching<Numbers extends Int32Array | Uint16Array | Uint8Array>(
  array: Numbers,
  index: number,
): Numbers {
  if (index < array.length) return array;
  const longer = new (array.constructor as new (length: number) => Numbers)(Math.max(index + 1, array.length * 2));
  longer.set(array);
  return longer;
}

/** An array of at least this length whose first numbers are all 0. Reuses the given one where it is long enough. */
export function cleared<Numbers extends Int32Array | Uint16Array | Uint8Array>(
  array: Numbers,
  length: number,
): Numbers {
  if (length <= array.length) return array.fill(0, 0, length) as Numbers;
  return new (array.constructor as new (length: number) => Numbers)(Math.ceil(length * 1.25));
}
