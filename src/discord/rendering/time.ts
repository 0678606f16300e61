import { memoByKey } from '../../memo.ts';
import type { Instant } from '../../ports.ts';
import type { LocalDate } from '../../time.ts';

/** A time that Discord shows in each reader's zone: `F` in full, `f` shorter, `R` relative, `t` the time of day. */
export const timestamp = (at: Instant, style: 'F' | 'f' | 'R' | 't' = 'f'): string =>
  `<t:${Math.floor(at / 1000)}:${style}>`;

const longDate = new Intl.DateTimeFormat('en', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2026-06-12` as `Friday 12 June 2026`: the digest's own day, the same for every reader. */
export const showDate = memoByKey(100, (date: LocalDate): string => {
  const parts = longDate.formatToParts(new Date(`${date}T00:00:00Z`));
  // The order and the commas of a formatted date differ between versions of the runtime.
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return [part('weekday'), part('day'), part('month'), part('year')].join(' ');
});
