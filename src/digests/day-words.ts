import { addDays, isDate, type LocalDate } from '../time.ts';
import { parseDays, weekdayOf } from './schedule.ts';

/**
 * Reads a day as people write it: `2026-07-01`, `1 July`, `Fri, July 1st`, `the 19th`, `1.7.`, `today`, `in 3 days`,
 * `two weeks`, `monday`, `next monday`, `next week`, `the end of July`. Days in words and days without a year are the next
 * ones from today on. Null for any other text, also for a weekday that its date does not have.
 */
export function readDay(text: string, today: LocalDate): LocalDate | null {
  const typed = text
    .toLowerCase()
    .replace(/[,\s]+/g, ' ')
    .replace(/^(?:(?:until|till|for|on|over|by|the) )+/, '')
    .replace(/(?<!\d)[.!?]+$/, '')
    .trim();
  return readTyped(typed, today);
}

function readTyped(typed: string, today: LocalDate): LocalDate | null {
  if (isDate(typed)) return typed;
  for (const read of readers) {
    const day = read(typed, today);
    if (day !== null) return day;
  }
  return null;
}

type Reader = (typed: string, today: LocalDate) => LocalDate | null;

const nearDays: ReadonlyMap<string, number> = new Map([
  ['day before yesterday', -2],
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['now', 0],
  ['tomorrow', 1],
  ['day after tomorrow', 2],
  ['overmorrow', 2],
]);

const readNear: Reader = (typed, today) => {
  const days = nearDays.get(typed);
  return days === undefined ? null : addDays(today, days);
};

const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

function amountOf(word: string): number {
  if (word === 'a' || word === 'an') return 1;
  if (word === 'a couple of') return 2;
  const index = numberWords.indexOf(word);
  return index === -1 ? Number(word) : index;
}

const span =
  /^(?:in |after )?(?:(\d{1,3}|an?|a couple of|[a-z]+) ?)?(days?|d|weeks?|wks?|w|fortnights?|months?|mos?|years?|yrs?|y)(?:['’]? time)?( ago| from (?:now|today))?$/;

/** `3 days`, `in two weeks`, `a month`, `a fortnight`, `2 weeks ago`. A month later is the same day of that month. */
const readSpan: Reader = (typed, today) => {
  const [, word = 'a', unit = '', end = ''] = span.exec(typed) ?? [];
  const amount = amountOf(word);
  if (unit === '' || !Number.isInteger(amount) || (word === 'a' && /^(?:[dwmy]|wk|mo|yr)$/.test(unit))) return null;
  const signed = end === ' ago' ? -amount : amount;
  if (unit.startsWith('f')) return addDays(today, 14 * signed);
  if (unit.startsWith('d')) return addDays(today, signed);
  if (unit.startsWith('w')) return addDays(today, 7 * signed);
  return addMonths(today, unit.startsWith('m') ? signed : 12 * signed);
};

const readNextSpan: Reader = (typed, today) => {
  if (typed === 'next week') return addDays(today, 8 - weekdayOf(today));
  if (typed === 'next month') return firstOfMonth(addMonths(firstOfMonth(today), 1));
  if (typed === 'next year') return `${Number(today.slice(0, 4)) + 1}-01-01`;
  if (typed === 'week after next') return addDays(today, 15 - weekdayOf(today));
  if (/^(?:this |next )?weekend$/.test(typed)) return nextWeekday(6, today);
  const [, past] = /^last (week|month|year)$/.exec(typed) ?? [];
  if (past !== undefined) return readSpan(`1 ${past} ago`, today);
  const [, edge, next = ''] = /^(start|beginning|end) of next (week|month|year)$/.exec(typed) ?? [];
  if (edge !== undefined) return edgeOf(edge, next, today);
  const [, ending] = /^end of (?:the |this )?(week|month|year)$/.exec(typed) ?? [];
  if (ending === 'week') return nextWeekday(6, today);
  if (ending === 'month') return addDays(addMonths(firstOfMonth(today), 1), -1);
  return ending === 'year' ? `${today.slice(0, 4)}-12-31` : null;
};

/** The first or last day of the next week, month or year. A week is over on Saturday, as in `end of the week`. */
function edgeOf(edge: string, unit: string, today: LocalDate): LocalDate | null {
  const first = readNextSpan(`next ${unit}`, today);
  if (first === null || edge !== 'end') return first;
  if (unit === 'week') return addDays(first, 5);
  return addDays(unit === 'month' ? addMonths(first, 1) : addMonths(first, 12), -1);
}

/** `tuesday next week`, `next week tuesday` */
const readDayOfNextWeek: Reader = (typed, today) => {
  const [, before, after = before] = /^(?:([a-z]+) (?:of )?next week|next week(?: on)? ([a-z]+))$/.exec(typed) ?? [];
  const [weekday, ...others] = parseDays(after ?? '') ?? [];
  return weekday === undefined || others.length > 0 ? null : addDays(today, 7 - weekdayOf(today) + weekday);
};

/** `a week from monday`, `two weeks after the 1st` */
const readSpanFrom: Reader = (typed, today) => {
  const [, amount = '', from = ''] = /^(.{1,20}?) (?:from|after) (?:the )?(?!now$|today$)(.+)$/.exec(typed) ?? [];
  const start = from === '' || / (?:from|after) /.test(from) ? null : readTyped(from, today);
  return start === null ? null : readSpan(amount, start);
};

/** `friday 19 june`, `fri the 19th`: a weekday before a date that has it. */
const readWeekdayAndDate: Reader = (typed, today) => {
  const [, name = '', date = ''] = /^([a-z]+)\.? (?:the )?(.*\d.*)$/.exec(typed) ?? [];
  const [weekday, ...others] = parseDays(name) ?? [];
  if (weekday === undefined || others.length > 0) return null;
  const day = [readNamedDate, readDayOfMonth, readDigits]
    .map((read) => read(date, today))
    .find((found) => found !== null);
  const found = isDate(date) ? date : (day ?? null);
  return found !== null && weekdayOf(found) === weekday ? found : null;
};

/** `19th` is the next one. */
const readDayOfMonth: Reader = (typed, today) => {
  const [, day = ''] = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(typed) ?? [];
  const months = Array.from({ length: 3 }, (_, later) => addMonths(firstOfMonth(today), later).slice(0, 8));
  return months.map((month) => month + day.padStart(2, '0')).find((date) => isDate(date) && date >= today) ?? null;
};

const feasts: ReadonlyMap<string, string> = new Map([
  ['christmas', '25 december'],
  ['xmas', '25 december'],
  ['christmas eve', '24 december'],
  ['new year', '1 january'],
  ['new years', '1 january'],
  ['new years eve', '31 december'],
]);

/** `Christmas`, `New Year’s Day` */
const readFeast: Reader = (typed, today) => {
  const feast = feasts.get(typed.replace(/['’]/g, '').replace(/ day$/, ''));
  return feast === undefined ? null : readNamedDate(feast, today);
};

/** `monday` and `next monday` are the next one after today; `last monday` is the one before today. */
const readWeekday: Reader = (typed, today) => {
  const [, which, name = ''] = /^(?:(next|this|coming|this coming|last|past) )?([a-z]+)$/.exec(typed) ?? [];
  const [weekday, ...others] = parseDays(name) ?? [];
  if (weekday === undefined || others.length > 0) return null;
  const next = nextWeekday(weekday, today);
  return which === 'last' || which === 'past' ? addDays(next, next === addDays(today, 7) ? -14 : -7) : next;
};

const nextWeekday = (weekday: number, today: LocalDate): LocalDate =>
  addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);

const monthNames = 'january february march april may june july august september october november december'.split(' ');

/** The number of a month by its name or the first three letters or more of it; 0 for another word. */
function monthOf(word: string): number {
  const name = word.replace(/\.$/, '');
  if (name === 'sept') return 9;
  return name.length < 3 ? 0 : monthNames.findIndex((month) => month.startsWith(name)) + 1;
}

const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -](?:of )?([a-z]+\.?)(?:[ -](\d{4}))?$/;
const monthFirst = /^([a-z]+\.?)[ -](?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/;
const monthAlone = /^(?:(end|start|beginning|middle|mid)(?: of)?[ -])?([a-z]+\.?)(?: (\d{4}))?$/;
const digits = /^(?:(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4}))?|(\d{4})[./-](\d{1,2})[./-](\d{1,2}))$/;

/** `1 July`, `1st of July`, `Jul 1`, `July 1, 2027`. */
const readNamedDate: Reader = (typed, today) => {
  const [, firstDay, firstMonth, firstYear] = dayFirst.exec(typed) ?? [];
  const [, month = firstMonth, day = firstDay, year = firstYear] = monthFirst.exec(typed) ?? [];
  if (day === undefined || month === undefined) return null;
  return dateOf(year, monthOf(month), Number(day), today);
};

/** `July` and `the beginning of July` are its first day, `mid July` the 15th, `the end of July` its last. */
const readMonth: Reader = (typed, today) => {
  const [, where, name = '', year] = monthAlone.exec(typed) ?? [];
  const month = monthOf(name);
  if (month === 0) return null;
  if (where?.startsWith('mid') === true) return dateOf(year, month, 15, today);
  const first = dateOf(year, month, 1, where === 'end' ? firstOfMonth(today) : today);
  return where === 'end' && first !== null ? addDays(addMonths(first, 1), -1) : first;
};

/** `1.7.`, `1.7.2027`, `2027/7/1`. Dates with slashes and the year last mean different days in different countries. */
const readDigits: Reader = (typed, today) => {
  const [, day, month, year, isoYear, isoMonth, isoDay] = digits.exec(typed) ?? [];
  if (isoYear !== undefined) return dateOf(isoYear, Number(isoMonth), Number(isoDay), today);
  return day === undefined ? null : dateOf(year, Number(month), Number(day), today);
};

const readers: readonly Reader[] = [
  readNear,
  readSpan,
  readNextSpan,
  readDayOfNextWeek,
  readSpanFrom,
  readWeekday,
  readWeekdayAndDate,
  readDayOfMonth,
  readFeast,
  readNamedDate,
  readMonth,
  readDigits,
];

/** The date; without a year, the next such date from today on. Null if the calendar does not have it. */
function dateOf(year: string | undefined, month: number, day: number, today: LocalDate): LocalDate | null {
  const at = (written: number): LocalDate =>
    `${String(written).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
  const thisYear = Number(today.slice(0, 4));
  if (year !== undefined) return isDate(at(Number(year))) ? at(Number(year)) : null;
  // The 29th of February can be eight years away.
  const years = Array.from({ length: 9 }, (_, later) => at(thisYear + later));
  return years.find((date) => isDate(date) && date >= today) ?? null;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const firstOfMonth = (date: LocalDate): LocalDate => `${date.slice(0, 8)}01`;

/** The same day some months later, or the last day of that month if it is shorter. */
function addMonths(date: LocalDate, months: number): LocalDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const month = `${String(Math.floor(count / 12)).padStart(4, '0')}-${twoDigits((count % 12) + 1)}`;
  const days = [date.slice(8), '30', '29', '28'].map((day) => `${month}-${day}`);
  return days.find(isDate) ?? `${month}-28`;
}
