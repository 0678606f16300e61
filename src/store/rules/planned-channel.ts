import { nextAfter } from '../../digests/rescheduling.ts';
import type { Schedule } from '../../digests/schedule.ts';
import type { Instant } from '../../ports.ts';
import type { LocalDate } from '../../time.ts';
import type { ChannelRecord } from '../channels.ts';
import type { DigestPlan } from '../outbox.ts';

/** Whether a channel is paused at a moment. A pause can end by itself. */
export const isPaused = (
  { pausedAt, pausedUntil }: Pick<ChannelRecord, 'pausedAt' | 'pausedUntil'>,
  at: Instant,
): boolean => pausedAt !== null && (pausedUntil === null || pausedUntil > at);

/** The days of a channel: its next digest, and the latest day that needs no further one. */
type PlannedDays = Pick<ChannelRecord, 'lastDigestDate' | 'nextDigestAt'>;

/** Where a planned digest moves the days of its channel. A day is over if it got messages, or if its run was recorded. */
export function plannedDays(
  { schedule, lastDigestDate }: Pick<ChannelRecord, 'lastDigestDate'> & { readonly schedule: Schedule },
  { date, parts, run, at }: Pick<DigestPlan, 'date' | 'parts' | 'run' | 'at'>,
): PlannedDays {
  const isOver = parts.length > 0 || run !== undefined;
  const last = isOver ? later(lastDigestDate, date) : lastDigestDate;
  return { lastDigestDate: last, nextDigestAt: nextAfter(schedule, last, at) };
}

const later = (one: LocalDate | null, other: LocalDate): LocalDate => (one === null || other > one ? other : one);

/** The state of a channel's news. */
interface PlannedNews {
  readonly lastDigestAt: Instant;
  readonly consideredNewsNumber: number;
  readonly skippedPapers: number;
}

/**
 * Where a planned digest moves the news of its channel. The cursor never moves back: news that an earlier digest considered
 * is not new again. Skipped papers are reported by the first digest that has messages.
 */
export const plannedNews = (
  channel: Pick<PlannedNews, 'consideredNewsNumber' | 'skippedPapers'>,
  { parts, consideredNewsNumber, at }: Pick<DigestPlan, 'parts' | 'consideredNewsNumber' | 'at'>,
): PlannedNews => ({
  lastDigestAt: at,
  consideredNewsNumber: Math.max(channel.consideredNewsNumber, consideredNewsNumber),
  skippedPapers: parts.length > 0 ? 0 : channel.skippedPapers,
});

/** When a paused channel gets its next digest again; null if its pause goes on. */
export function resumedDigest(
  { pausedAt, pausedUntil, schedule, lastDigestDate }: Omit<ChannelRecord, 'nextDigestAt'>,
  at: Instant,
  which: 'any' | 'over',
): Instant | null {
  const isOver = pausedUntil !== null && pausedUntil <= at;
  if (pausedAt === null || (which === 'over' && !isOver)) return null;
  // If the pause ended while the bot was away, the digests since then are still due.
  return nextAfter(schedule, lastDigestDate, isOver ? pausedUntil - 1 : at);
}
