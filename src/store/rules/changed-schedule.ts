import { isDeepStrictEqual } from 'node:util';
import { nextAfter, rescheduled } from '../../digests/rescheduling.ts';
import type { Schedule } from '../../digests/schedule.ts';
import { nextReview } from '../../digests/weekly-review.ts';
import type { Instant } from '../../ports.ts';
import type { ChangedSettings, ChannelRecord } from '../channels.ts';

/** The schedule of a channel after some of its settings changed. */
export const changedSchedule = (stored: Schedule, { time, zone, days }: ChangedSettings): Schedule => ({
  time: time ?? stored.time,
  zone: zone ?? stored.zone,
  days: days ?? stored.days,
});

/** When the next digest of a channel is due under a schedule. It stays where it is if the schedule does. */
export function nextDigestUnder(
  schedule: Schedule,
  stored: Pick<ChannelRecord, 'schedule' | 'nextDigestAt' | 'lastDigestDate'>,
  isSubscribed: boolean,
  at: Instant,
): Instant {
  // Without a subscription, no digest is due.
  if (!isSubscribed) return nextAfter(schedule, stored.lastDigestDate, at);
  return isDeepStrictEqual(schedule, stored.schedule) ? stored.nextDigestAt : rescheduled(stored, schedule, at);
}

/** When the next weekly review of a channel is due. One that is due stays due, unless its weekday changes. */
export function nextReviewUnder(
  schedule: Schedule,
  { reviewDay: changed }: ChangedSettings,
  stored: Pick<ChannelRecord, 'schedule' | 'reviewDay' | 'nextReviewAt'>,
  at: Instant,
): Instant | null {
  const { reviewDay: before, nextReviewAt } = stored;
  const day = changed === undefined ? before : changed;
  if (day === null) return null;
  const { time, zone } = stored.schedule;
  const isSame = day === before && schedule.time === time && schedule.zone === zone;
  const isDue = day === before && nextReviewAt !== null && nextReviewAt <= at;
  return isSame || isDue ? nextReviewAt : nextReview(schedule, day, at);
}
