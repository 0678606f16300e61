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

/** `6.2 a day`, `fewer than 1 a week` */
export function showRate(papersPerDay: number): string {
  if (papersPerDay >= 1) return `${showNumber(Math.round(papersPerDay * 10) / 10)} a day`;
  const perWeek = papersPerDay * 7;
  return perWeek >= 1 ? `${showNumber(Math.round(perWeek * 10) / 10)} a week` : 'fewer than 1 a week';
}

/** A rounded rate: `about 31 a day`, `about 4.2 a day`, `fewer than 1 a week` */
export function showRoughRate(papersPerDay: number): string {
  const rate = showRate(papersPerDay >= 10 ? Math.round(papersPerDay) : papersPerDay);
  return /^\d/.test(rate) ? `about ${rate}` : rate;
}
