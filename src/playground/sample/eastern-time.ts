import type { LocalDate } from '../../papers/listing.ts';

const hourMs = 3_600_000;
const newYork = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York', dateStyle: 'short' });

/** When a day begins in New York. Clocks change there at two in the morning, so midnight is always at UTC-4 or UTC-5. */
export function easternMidnight(date: LocalDate): Date {
  const midnightUtc = Date.parse(`${date}T00:00:00Z`);
  const inSummer = new Date(midnightUtc + 4 * hourMs);
  return newYork.format(inSummer) === date ? inSummer : new Date(midnightUtc + 5 * hourMs);
}

/** `2026-04-27T00:00:00-04:00` */
export const easternMidnightIso = (date: LocalDate): string => `${date}T00:00:00-0${easternHours(date)}:00`;

/** `Mon, 27 Apr 2026 00:00:00 -0400` */
export function easternMidnightRfc(date: LocalDate): string {
  const day = new Date(`${date}T00:00:00Z`).toUTCString().slice(0, 16);
  return `${day} 00:00:00 -0${easternHours(date)}00`;
}

const easternHours = (date: LocalDate): number =>
  (easternMidnight(date).getTime() - Date.parse(`${date}T00:00:00Z`)) / hourMs;
