import { type DayRange, readPastDays } from '../../digests/past-days.ts';
import { defaultSchedule, localDate } from '../../digests/schedule.ts';
import type { LocalDate } from '../../time.ts';
import { UserError } from '../errors.ts';
import type { CommandContext } from '../interactions/context.ts';
import { escapeToFit } from '../rendering/escape.ts';

/** Today in the time zone of the channel of the command. */
export async function todayHere({
  store,
  here,
  clock,
}: Pick<CommandContext, 'store' | 'here' | 'clock'>): Promise<LocalDate> {
  const zone = (await store.channel(here.id))?.schedule.zone ?? defaultSchedule.zone;
  return localDate(zone, clock());
}

/** The days that an option names; null if it is left out. @throws UserError if it is not a day up to today */
export function readDaysOption(typed: string | undefined, today: LocalDate): DayRange | null {
  if (typed === undefined) return null;
  const range = readPastDays(typed, today);
  if (range !== null) return range;
  throw new UserError('bad-day', (say) => say('cite.unreadableDay', { typed: escapeToFit(typed, 40) }));
}

const exampleDays = ['today', 'yesterday', '7 days', '2 weeks', '1 month', '3 months', '1 year'];

/** Days to suggest while somebody types one. */
export function suggestPastDays(typed: string) {
  const wanted = typed.trim();
  const fitting = exampleDays.filter((one) => one.includes(wanted.toLowerCase()));
  return (wanted === '' ? exampleDays : [wanted, ...fitting]).map((value) => ({ name: value, value }));
}
