import { Temporal } from 'temporal-polyfill';
import { memoByKey } from '../memo.ts';
import type { Instant } from '../ports.ts';
import { type LocalDate, minuteMs } from '../time.ts';

/** ISO weekdays: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a channel gets its digest: local time of day, IANA zone, and weekdays. */
export interface Schedule {
  /** `HH:MM`, 24 hours. */
  readonly time: string;
  /** An IANA zone, `Europe/Berlin`. */
  readonly zone: string;
  /** Ascending, at least one. */
  readonly days: readonly Weekday[];
}

/** The schedule of a channel until its managers choose another. */
export const defaultSchedule: Schedule = { time: '09:00', zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7] };

const timePattern = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:h|uhr|o'clock)?\s*(?:([ap])\.?\s?m\.?)?$/;

/** Reads a time of day as people write it (`9`, `9:00`, `09.00`, `9am`, `noon`) into `HH:MM`. Null for any other text. */
export function parseTime(text: string): string | null {
  const typed = text.trim().toLowerCase();
  if (typed === 'noon') return '12:00';
  if (typed === 'midnight') return '00:00';
  const [, hourText, minuteText = '00', half] = timePattern.exec(typed) ?? [];
  if (hourText === undefined) return null;
  const hour = half === undefined ? Number(hourText) : hourOfHalf(Number(hourText), half);
  if (hour === null || hour > 23 || Number(minuteText) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${minuteText}`;
}

/** 12 am is midnight, 12 pm noon; null for hours that a twelve-hour clock does not have. */
const hourOfHalf = (hour: number, half: string): number | null =>
  hour < 1 || hour > 12 ? null : (hour % 12) + (half === 'p' ? 12 : 0);

const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5];
const weekends: readonly Weekday[] = [6, 7];
const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const daysByWord: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ['daily', everyDay],
  ['everyday', everyDay],
  ['all', everyDay],
  ['always', everyDay],
  ['weekday', weekdays],
  ['workday', weekdays],
  ['weekend', weekends],
]);

/**
 * Reads days as people write them: `every day`, `weekdays`, `Mon, Wed, Fri`, `mon-fri`, `Friday to Monday`,
 * `weekends and Wed`. Ascending; null where a part of the text is not a day.
 */
export function parseDays(text: string): readonly Weekday[] | null {
  const parts = text
    .toLowerCase()
    .replace(/\b(?:every|all)\s*days?\b/g, 'daily')
    .replace(/\s*(?:[-–—]|\b(?:to|through|until|till)\b)\s*/g, '-')
    .split(/[\s,;&+/]+|\b(?:and|on|every)\b/)
    .filter((part) => part !== '');
  const found = parts.map(daysOf);
  if (found.length === 0 || found.includes(null)) return null;
  const chosen = new Set(found.flatMap((days) => days ?? []));
  return everyDay.filter((day) => chosen.has(day));
}

/** The days of a word, `weekdays`, or of a span, `mon-fri`, which may include the weekend. */
function daysOf(part: string): readonly Weekday[] | null {
  const [from = '', to, ...rest] = part.split('-');
  if (to === undefined) return daysByWord.get(from.replace(/s$/, '')) ?? daysByWord.get(from) ?? daysNamed(from);
  const first = daysNamed(from)?.[0];
  const last = daysNamed(to)?.[0];
  if (first === undefined || last === undefined || rest.length > 0) return null;
  return everyDay.filter((day) => (first <= last ? day >= first && day <= last : day >= first || day <= last));
}

/** The days that a name, its beginning or its plural means: `wednesday`, `wed`, `we`, `wednesdays`. */
function daysNamed(word: string): readonly Weekday[] | null {
  const name = word.replace(/\.$/, '');
  const index = dayNames.findIndex((day) => (name.length >= 2 && day.startsWith(name)) || `${day}s` === name);
  const day = everyDay[index];
  return day === undefined ? null : [day];
}

/** `every day`, `weekdays`, `weekends`, or the days by name: `Mon–Thu, Sat`. Read back by `parseDays`. */
export function showDays(days: readonly Weekday[]): string {
  const isExactly = (others: readonly Weekday[]): boolean => days.join() === others.join();
  if (isExactly(everyDay)) return 'every day';
  if (isExactly(weekdays)) return 'weekdays';
  if (isExactly(weekends)) return 'weekends';
  return runsOf(days).map(showRun).join(', ');
}

function runsOf(days: readonly Weekday[]): Weekday[][] {
  const runs: Weekday[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

function showRun(run: readonly Weekday[]): string {
  const names = run.map((day) => {
    const name = dayNames[day - 1] ?? '';
    return `${name.charAt(0).toUpperCase()}${name.slice(1, 3)}`;
  });
  return names.length > 2 ? `${names[0]}–${names.at(-1)}` : names.join(', ');
}

/** How many answers about schedules are remembered. At nine o'clock, thousands of channels share a few schedules. */
const rememberedAnswers = 500;

/** A pure function of a schedule and a moment or a date that remembers its answers. */
function rememberBySchedule<Point extends Instant | LocalDate, Answer>(
  answer: (schedule: Schedule, point: Point) => Answer,
): (schedule: Schedule, point: Point) => Answer {
  const known = memoByKey(rememberedAnswers, (key: string): Answer => {
    const [time, zone, days, point] = JSON.parse(key);
    return answer({ time, zone, days }, point);
  });
  return ({ time, zone, days }, point) => known(JSON.stringify([time, zone, days, point]));
}

/** The start of a minute. Occurrences are at full minutes, so all moments of a minute have the same ones before and after. */
const startOfMinute = (at: Instant): Instant => Math.floor(at / minuteMs) * minuteMs;

/**
 * The first moment strictly after the given one at which the schedule has a digest. Where clocks skip the time of day, it
 * is the first instant after the gap. Where clocks repeat it, it is the first of the two.
 */
export const nextOccurrence = (schedule: Schedule, after: Instant): Instant => findNext(schedule, startOfMinute(after));

const findNext = rememberBySchedule((schedule: Schedule, after: Instant): Instant => {
  // The day before is over: a gap moves its digest past midnight at most to the first instant of the new day.
  const today = dateIn(schedule.zone, after);
  for (let days = 0; days <= searchedDays; days++) {
    const occurrence = occurrenceOn(schedule, today.add({ days }));
    if (occurrence !== null && occurrence > after) return occurrence;
  }
  throw new RangeError(`The schedule has no days: ${JSON.stringify(schedule)}.`);
});

// A week has every weekday, but clocks may skip a whole day (Samoa, 30 December 2011).
const searchedDays = 16;

/**
 * The day that an occurrence of the schedule is for. It is the local date, except where a gap moved the digest of a late
 * evening past midnight: then two digests come on one date, each for its day.
 */
export const occurrenceDate = rememberBySchedule((schedule: Schedule, occurrence: Instant): LocalDate => {
  const date = dateIn(schedule.zone, occurrence);
  const dayBefore = date.subtract({ days: 1 });
  return (occurrenceOn(schedule, dayBefore) === occurrence ? dayBefore : date).toString();
});

/** The schedule's last due moment up to now. One digest replaces several missed ones. */
export const latestOccurrence = (schedule: Schedule, now: Instant): Instant => findLatest(schedule, startOfMinute(now));

const findLatest = rememberBySchedule((schedule: Schedule, now: Instant): Instant => {
  const today = dateIn(schedule.zone, now);
  for (let days = 0; days <= searchedDays; days++) {
    const occurrence = occurrenceOn(schedule, today.subtract({ days }));
    if (occurrence !== null && occurrence <= now) return occurrence;
  }
  throw new RangeError(`The schedule has no days: ${JSON.stringify(schedule)}.`);
});

/** The first occurrence for a later day than this one. It may be past. */
export const occurrenceAfterDate = rememberBySchedule((schedule: Schedule, date: LocalDate): Instant => {
  const day = Temporal.PlainDate.from(date);
  for (let days = 1; days <= searchedDays; days++) {
    const occurrence = occurrenceOn(schedule, day.add({ days }));
    if (occurrence !== null) return occurrence;
  }
  throw new RangeError(`The schedule has no days: ${JSON.stringify(schedule)}.`);
});

/** When the digest of that day is due. It may be past. Null where the schedule has no digest on it. */
export const occurrenceOf = (schedule: Schedule, date: LocalDate): Instant | null =>
  occurrenceOn(schedule, Temporal.PlainDate.from(date));

/** The first moment of a day, which need not be midnight where clocks change. */
export const startOfDay = (zone: string, date: LocalDate): Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;

/** 1 is Monday. */
export const weekdayOf = (date: LocalDate): Weekday => Temporal.PlainDate.from(date).dayOfWeek as Weekday;

/** The local date in the zone at that moment. */
export const localDate = (zone: string, instant: Instant): LocalDate => dateIn(zone, instant).toString();

const dateIn = (zone: string, instant: Instant): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();

/** The occurrence on a date. Null where the schedule has no digest on it, or the zone skips it. */
function occurrenceOn({ time, zone, days }: Schedule, date: Temporal.PlainDate): Instant | null {
  if (!days.some((day) => day === date.dayOfWeek)) return null;
  const wanted = date.toPlainDateTime(Temporal.PlainTime.from(time));
  // In a repeated hour, this is the first; in a gap, a time before it.
  const first = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (first.toPlainDateTime().equals(wanted)) return first.epochMilliseconds;
  const afterGap = first.getTimeZoneTransition('next');
  if (afterGap === null || !hasDate(zone, date)) return null;
  return afterGap.epochMilliseconds;
}

const hasDate = (zone: string, date: Temporal.PlainDate): boolean =>
  date.toZonedDateTime(zone).toPlainDate().equals(date);
