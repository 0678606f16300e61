import type { Instant } from '../../ports.ts';

/** A time that Discord shows in each reader's zone: `F` in full, `f` shorter, `R` relative, `t` the time of day. */
export const timestamp = (at: Instant, style: 'F' | 'f' | 'R' | 't' = 'f'): string =>
  `<t:${Math.floor(at / 1000)}:${style}>`;

/** The time of day, in each reader's zone. */
export const showTimeOfDay = (at: Instant): string => timestamp(at, 't');
