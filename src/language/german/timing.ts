import type { english, Translated } from '../english.ts';

export const timing: Translated<typeof english.timing> = {
  nextDue: 'Nächster Digest: jetzt fällig',
  nextAt: 'Nächster Digest: {at}, {relative}',
  paused: '**Angehalten** seit {since}. Mit `/digest resume` kommt er wieder.',
  pausedUntil: '**Angehalten** seit {since}, bis {until}. Mit `/digest resume` kommt er wieder.',
  dueNow: 'jetzt fällig',
  pausedOpen: 'angehalten, bis jemand `/digest resume` ausführt',
  pausedTill: 'angehalten bis {until}',
  everyDay: 'täglich',
  weekdays: 'werktags',
  weekends: 'am Wochenende',
  schedule: '{time} {zone}, {days}',
  perDay: '{rate, number} am Tag',
  perWeek: '{rate, number} in der Woche',
  lessThanWeekly: 'weniger als 1 in der Woche',
  aboutPerDay: 'etwa {rate, number} am Tag',
  aboutPerWeek: 'etwa {rate, number} in der Woche',
};
