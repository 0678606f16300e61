import { type Schedule, showDays } from '../../digests/schedule.ts';
import type { Say } from '../../language/say.ts';
import { escapeText } from './escape.ts';

/** `09:00 Europe/Berlin, every day` */
export const showSchedule = ({ time, zone, days }: Schedule, say: Say): string =>
  say('timing.schedule', { time, zone: escapeText(zone), days: wordDays(days, say) });

const wholes = { 'every day': 'timing.everyDay', weekdays: 'timing.weekdays', weekends: 'timing.weekends' } as const;

/** `every day`, `Mon–Thu, Sat` */
function wordDays(days: Schedule['days'], say: Say): string {
  const shown = showDays(days);
  if (Object.hasOwn(wholes, shown)) return say(wholes[shown as keyof typeof wholes]);
  return shown.replace(/[A-Z][a-z]{2}/g, (name) => say.weekday(englishDays.indexOf(name) + 1));
}

const englishDays: readonly string[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
