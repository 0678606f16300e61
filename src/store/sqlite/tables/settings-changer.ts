import { isDeepStrictEqual } from 'node:util';
import { nextAfter, rescheduled } from '../../../digests/rescheduling.ts';
import { nextOccurrence, type Schedule } from '../../../digests/schedule.ts';
import { nextReview } from '../../../digests/weekly-review.ts';
import type { Instant } from '../../../ports.ts';
import type { ChangedSettings, ChannelRecord, SettingsChange } from '../../channels.ts';
import { eq } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { channels } from '../schema/channel-schema.ts';
import { channelInserter, channelOf, requiredChannelFinder } from './channel-rows.ts';
import { hasSubscription } from './subscription-rows.ts';

/** Changes settings of a channel inside the caller's transaction. */
export interface SettingsChanger {
  /** The channel as it is stored, with the defaults if it has no settings yet. */
  prepare(request: Omit<SettingsChange, 'changes'>): ChannelRecord;
  change(stored: ChannelRecord, changes: ChangedSettings, at: Instant): ChannelRecord;
}

export function settingsChanger(db: Database): SettingsChanger {
  const required = requiredChannelFinder(db);
  const insertChannel = channelInserter(db);
  return {
    prepare({ channelId, guildId, defaults, at }) {
      insertChannel({ channelId, guildId, ...defaults }, nextOccurrence(defaults.schedule, at));
      return channelOf(required(channelId));
    },
    change(stored, changes, at) {
      const { channelId } = stored;
      const schedule = changedSchedule(stored.schedule, changes);
      const nextDigestAt = nextDigestUnder(schedule, stored, hasSubscription(db, channelId), at);
      const row = db
        .update(channels)
        .set({ ...changes, nextDigestAt, nextReviewAt: nextReviewUnder(schedule, changes, stored, at) })
        .where(eq(channels.channelId, channelId))
        .returning()
        .get();
      return channelOf(row);
    },
  };
}

const changedSchedule = (stored: Schedule, { time, zone, days }: ChangedSettings): Schedule => ({
  time: time ?? stored.time,
  zone: zone ?? stored.zone,
  days: days ?? stored.days,
});

/** When the next digest of a channel is due under a schedule. It stays where it is if the schedule does. */
function nextDigestUnder(schedule: Schedule, stored: ChannelRecord, isSubscribed: boolean, at: Instant): Instant {
  // Without a subscription, no digest is due.
  if (!isSubscribed) return nextAfter(schedule, stored.lastDigestDate, at);
  return isDeepStrictEqual(schedule, stored.schedule) ? stored.nextDigestAt : rescheduled(stored, schedule, at);
}

/** When the next weekly review of a channel is due. One that is due stays due, unless its weekday changes. */
function nextReviewUnder(
  schedule: Schedule,
  { reviewDay: changed }: ChangedSettings,
  stored: ChannelRecord,
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
