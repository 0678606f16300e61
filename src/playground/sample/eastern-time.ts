import { hourMs, type LocalDate, newYorkTime, startOfUtcDate } from '../../time.ts';

/** `2026-04-27T00:00:00-04:00` */
export const easternMidnightIso = (date: LocalDate): string => `${date}T00:00:00-0${easternHours(date)}:00`;

/** `Mon, 27 Apr 2026 00:00:00 -0400` */
export function easternMidnightRfc(date: LocalDate): string {
  const day = new Date(`${date}T00:00:00Z`).toUTCString().slice(0, 16);
  return `${day} 00:00:00 -0${easternHours(date)}00`;
}

const easternHours = (date: LocalDate): number => (newYorkTime(date, 0) - startOfUtcDate(date)) / hourMs;
