import { readDay } from '../../digests/day-words.ts';
import { type DayRange, readPastDays } from '../../digests/past-days.ts';
import { defaultSchedule, localDate } from '../../digests/schedule.ts';
import type { LocalDate } from '../../time.ts';
import { UserError } from '../errors.ts';
import type { CommandContext } from '../interactions/context.ts';
import { escapeToFit } from '../rendering/escape.ts';

/** Today in the time zone of the channel of the command. */
export const todayHere = ({ here, ...context }: Pick<CommandContext, 'store' | 'here' | 'clock'>): Promise<LocalDate> =>
  todayIn(here.id, context);

/** Today in the time zone of a channel. */
export async function todayIn(
  channelId: string,
  { store, clock }: Pick<CommandContext, 'store' | 'clock'>,
): Promise<LocalDate> {
  const zone = (await store.channel(channelId))?.schedule.zone ?? defaultSchedule.zone;
  return localDate(zone, clock());
}

/** The days that an option names; null if it is left out. @throws UserError if it is not a day up to today */
export function readDaysOption(typed: string | undefined, today: LocalDate): DayRange | null {
  if (typed === undefined) return null;
  const range = readPastDays(typed, today);
  if (range !== null) return range;
  throw new UserError('bad-day', (say) => say('cite.unreadableDay', { typed: escapeToFit(typed, 40) }));
}

/** The one day that an option names. @throws UserError if it is not a day up to today */
export function readDayOption(typed: string, today: LocalDate): LocalDate {
  const range = readPastDays(typed, today);
  if (range !== null && range.from === range.to) return range.from;
  const coming = range === null ? readDay(typed, today) : null;
  throw new UserError('bad-day', (say) =>
    coming === null
      ? say('past.unreadable', { typed: escapeToFit(typed, 40) })
      : say('past.future', { day: say.date(coming) }),
  );
}

const exampleDays = ['today', 'yesterday', '7 days', '2 weeks', '1 month', '3 months', '1 year'];

/** Days to suggest while somebody types one. */
export function suggestPastDays(typed: string) {
  const wanted = typed.trim();
  const fitting = exampleDays.filter((one) => one.includes(wanted.toLowerCase()));
  return (wanted === '' ? exampleDays : [wanted, ...fitting]).map((value) => ({ name: value, value }));
}
