import type { Instant } from './ports.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
/** 24 hours. A calendar day in a zone can have 23 or 25. */
export const dayMs = 24 * hourMs;

/** A wait in the unit that fits it, rounded up: `2 s`, `5 min`, `3 h`. */
export function showWait(ms: number): string {
  if (ms < 2 * minuteMs) return `${Math.ceil(ms / 1_000)} s`;
  return ms < 2 * hourMs ? `${Math.ceil(ms / minuteMs)} min` : `${Math.ceil(ms / hourMs)} h`;
}

/** A calendar day, `YYYY-MM-DD`. The code that names it decides on the calendar: a zone's, or UTC. */
export type LocalDate = string;

/** Whether a text is a date of the calendar, `YYYY-MM-DD`. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) === true;

/** The day of a moment in UTC. */
export const utcDate = (at: Instant): LocalDate => new Date(at).toISOString().slice(0, 10);

/** The date that is `days` later, or earlier where `days` is negative. */
export const addDays = (date: LocalDate, days: number): LocalDate => utcDate(startOfUtcDate(date) + days * dayMs);

/** That many dates in a row, oldest first, the given one last. */
export const datesUpTo = (last: LocalDate, count: number): LocalDate[] =>
  Array.from({ length: count }, (_, index) => addDays(last, index + 1 - count));

/** The moment at which a date begins in UTC. */
export const startOfUtcDate = (date: LocalDate): Instant => Date.parse(`${date}T00:00Z`);

/** The weekday of a date as `Date` counts: 0 is Sunday. */
export const utcWeekday = (date: LocalDate): number => new Date(startOfUtcDate(date)).getUTCDay();

const newYork = 'America/New_York';
/** Swedish dates are ISO dates. */
const newYorkDates = new Intl.DateTimeFormat('sv-SE', { timeZone: newYork, dateStyle: 'short' });
const newYorkHours = new Intl.DateTimeFormat('en-GB', { timeZone: newYork, hour: 'numeric' });

/** The day of a moment in New York: arXiv, bioRxiv and medRxiv date by its calendar. */
export const newYorkDate = (at: Instant): LocalDate => newYorkDates.format(at);

/**
 * The moment at which the clocks of New York show a full hour of a date. The hour is 0, or 5 and later: clocks change at
 * two in the morning, and are four or five hours behind UTC.
 */
export function newYorkTime(date: LocalDate, hour: number): Instant {
  const inSummer = startOfUtcDate(date) + (hour + 4) * hourMs;
  return Number(newYorkHours.format(inSummer)) === hour ? inSummer : inSummer + hourMs;
}
