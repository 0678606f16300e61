/** When digests come, and how many papers they bring. */
export const timing = {
  nextDue: 'Next digest: due now',
  nextAt: 'Next digest: {at}, {relative}',
  paused: '**Paused** since {since}. Resume with `/digest resume`.',
  pausedUntil: '**Paused** since {since}, until {until}. Resume with `/digest resume`.',
  dueNow: 'due now',
  pausedOpen: 'paused until someone runs `/digest resume`',
  pausedTill: 'paused until {until}',
  everyDay: 'every day',
  weekdays: 'weekdays',
  weekends: 'weekends',
  schedule: '{time} {zone}, {days}',
  perDay: '{rate, number} a day',
  perWeek: '{rate, number} a week',
  lessThanWeekly: 'fewer than 1 a week',
  aboutPerDay: 'about {rate, number} a day',
  aboutPerWeek: 'about {rate, number} a week',
} as const;
