const grouped = new Intl.NumberFormat('en-GB');

/** `12,345` */
export const showNumber = (value: number): string => (isShort(value) ? String(value) : grouped.format(value));

/** Most numbers need no grouping, and `Intl` is slow. */
const isShort = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 1_000;

/** `1 paper`, `12 papers` */
export const count = (value: number, singular: string, plural = `${singular}s`): string =>
  `${showNumber(value)} ${value === 1 ? singular : plural}`;

/** `a`, `a and b`, `a, b and c` */
export const listOf = (words: readonly string[], last: 'and' | 'or' = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
