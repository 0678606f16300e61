import { nextOccurrence } from '../../../digests/schedule.ts';
import type { Instant } from '../../../ports.ts';
import type { ChangedSettings, ChannelRecord, SettingsChange } from '../../channels.ts';
import { changedSchedule, nextDigestUnder, nextReviewUnder } from '../../rules/changed-schedule.ts';
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
