import type { Instant } from '../ports.ts';
import { dayMs, minuteMs } from '../time.ts';
import { nextOccurrence, parseDays, parseTime, type Weekday } from './schedule.ts';

/** A weekday with a local time, such as Thursday 17:00. */
export interface WeekTime {
  readonly day: Weekday;
  /** `HH:MM`, 24 hours. */
  readonly time: string;
}

/** When the agenda of a journal club closes, when it meets, and how many weeks a round of votes takes. */
export interface ClubTimes {
  readonly closes: WeekTime;
  readonly meets: WeekTime;
  readonly weeks: number;
}

/** The dates of a round whose agenda closes. */
export interface ClubDates {
  readonly meetsAt: Instant;
  /** When the agenda of the following round closes. */
  readonly nextClosesAt: Instant;
}

/** The least time between the close and the meeting. Discord takes no event that has begun. */
const leadMs = 5 * minuteMs;
/** The least time between the two that people can choose. */
const gapMinutes = 15;
const dayMinutes = 24 * 60;

/** Reads a weekday with a time as people write it: `Thu 17:00`, `5pm on Thursday`. Null for any other text. */
export function parseWeekTime(text: string): WeekTime | null {
  const words = text
    .toLowerCase()
    .replace(/\b(?:on|at|every|each)\b/g, ' ')
    .replace(/[\s,]+/g, ' ')
    .trim()
    .split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return (
    weekTimeOf(first, words.slice(1).join(' ')) ?? weekTimeOf(last, words.slice(0, -1).join(' ').replace(/,$/, ''))
  );
}

function weekTimeOf(dayText: string, timeText: string): WeekTime | null {
  const [day, ...others] = parseDays(dayText) ?? [];
  const time = parseTime(timeText);
  return day === undefined || others.length > 0 || time === null ? null : { day, time };
}

/** The same weekday and time a day later. */
export const dayAfter = ({ day, time }: WeekTime): WeekTime => ({ day: ((day % 7) + 1) as Weekday, time });

/** Whether the meeting leaves people some time after the close. */
export function isAfterClose({ closes, meets }: Pick<ClubTimes, 'closes' | 'meets'>): boolean {
  const week = 7 * dayMinutes;
  return (minuteOfWeek(meets) - minuteOfWeek(closes) + week) % week >= gapMinutes;
}

function minuteOfWeek({ day, time }: WeekTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (day - 1) * dayMinutes + hours * 60 + minutes;
}

/** The next moment of a weekday and time, strictly after the given one. */
export const nextWeekTime = ({ day, time }: WeekTime, zone: string, after: Instant): Instant =>
  nextOccurrence({ time, zone, days: [day] }, after);

/** When the papers of a round begin: a round that closes has the digests of its weeks. */
export const startOfRound = ({ weeks }: Pick<ClubTimes, 'weeks'>, closesAt: Instant): Instant =>
  closesAt - weeks * 7 * dayMs;

/**
 * The dates after the close of an agenda. If it closes so late that its meeting has passed, it meets at the next such
 * time. The next agenda closes after that meeting, so that two agendas never share a meeting.
 */
export function datesAfterClose(times: ClubTimes, zone: string, closesAt: Instant, now: Instant): ClubDates {
  const meetsAt = nextWeekTime(times.meets, zone, Math.max(closesAt, now + leadMs));
  let nextClosesAt = meetsAt;
  for (let week = 0; week < times.weeks; week++) nextClosesAt = nextWeekTime(times.closes, zone, nextClosesAt);
  return { meetsAt, nextClosesAt };
}
