import type { Instant } from '../ports.ts';
import type { LocalDate } from '../time.ts';
import { nextOccurrence, occurrenceAfterDate, occurrenceDate, occurrenceOf, type Schedule } from './schedule.ts';

/** The days of a channel at the moment when its schedule changes. */
export interface ScheduleState {
  readonly schedule: Schedule;
  /** The stored next occurrence. It is past where the digest is due. */
  readonly nextDigestAt: Instant;
  /** The last day that needs no further digest; null where the channel never got a digest. */
  readonly lastDigestDate: LocalDate | null;
}

/**
 * When the next digest is due under a new schedule. It is never for a day that got its digest, whatever day it is in the
 * new zone, and never skips the day that the old schedule still owed. Where that day's new time is already past (09:00
 * became 07:00 at eight), its digest is due at once.
 */
export function rescheduled(state: ScheduleState, schedule: Schedule, now: Instant): Instant {
  const { nextDigestAt, lastDigestDate } = state;
  const owed = occurrenceDate(state.schedule, nextDigestAt);
  const owedAt = occurrenceOf(schedule, owed);
  // A channel that never got a digest begins in the future.
  const isOpen = lastDigestDate !== null && owed > lastDigestDate;
  if (isOpen && owedAt !== null && owedAt <= now) return owedAt;
  return nextAfter(schedule, lastDigestDate, now);
}

/** The first occurrence in the future that is for a later day than the last digest. */
export const nextAfter = (schedule: Schedule, lastDigestDate: LocalDate | null, now: Instant): Instant =>
  Math.max(nextOccurrence(schedule, now), lastDigestDate === null ? 0 : occurrenceAfterDate(schedule, lastDigestDate));

/**
 * When a channel gets its first digest after somebody subscribes it to a further topic. A channel that had no
 * subscription gets no digest for the time before.
 */
export const digestAfterSubscribing = (state: ScheduleState, isSubscribed: boolean, now: Instant): Instant =>
  isSubscribed || state.nextDigestAt > now ? state.nextDigestAt : nextAfter(state.schedule, state.lastDigestDate, now);
