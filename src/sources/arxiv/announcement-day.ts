import type { LocalDate } from '../../papers/listing.ts';
import type { Instant } from '../../ports.ts';

/** The Swedish way to write a date is ISO's. */
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York', dateStyle: 'short' });

/** The day in New York, by whose calendar arXiv announces and dates its feeds. */
export const easternDay = (instant: Instant): LocalDate => calendar.format(instant);

/** On Saturdays and Sundays the feeds are empty. On holidays too, but which these are only the feeds tell. */
export const isWeekend = (day: LocalDate): boolean => [0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay());

/** The day in New York that a feed's date names (`Mon, 27 Apr 2026 00:00:00 -0400`), or null where it names none. */
export function readEasternDay(text: string | null): LocalDate | null {
  const instant = Date.parse(text?.trim() ?? '');
  return Number.isNaN(instant) ? null : easternDay(instant);
}
