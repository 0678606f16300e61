import { nextOccurrence } from '../../../digests/schedule.ts';
import type { Instant } from '../../../ports.ts';
import type { ChangedSettings, ChannelRecord, SettingsChange } from '../../channels.ts';
import { changedSchedule, nextDigestUnder, nextReviewUnder } from '../../rules/changed-schedule.ts';
import type { Connection } from '../connection.ts';
import { eq } from '../drizzle.ts';
import { channels } from '../schema/channel-schema.ts';
import { channelInserter, channelOf, missingChannel, requiredChannelFinder } from './channel-rows.ts';
import { hasSubscription } from './subscription-rows.ts';

/** Changes settings of a channel inside the caller's transaction. */
export interface SettingsChanger {
  /** The channel as it is stored, with the defaults if it has no settings yet. */
  prepare(request: Omit<SettingsChange, 'changes'>): Promise<ChannelRecord>;
  change(stored: ChannelRecord, changes: ChangedSettings, at: Instant): Promise<ChannelRecord>;
}

export function settingsChanger(db: Connection): SettingsChanger {
  const required = requiredChannelFinder(db);
  const insertChannel = channelInserter(db);
  return {
    async prepare({ channelId, guildId, defaults, at }) {
      await insertChannel({ channelId, guildId, ...defaults }, nextOccurrence(defaults.schedule, at));
      return channelOf(await required(channelId));
    },
    async change(stored, changes, at) {
      const { channelId } = stored;
      const schedule = changedSchedule(stored.schedule, changes);
      const nextDigestAt = nextDigestUnder(schedule, stored, await hasSubscription(db, channelId), at);
      const nextReviewAt = nextReviewUnder(schedule, changes, stored, at);
      const row = await db.get(
        db
          .update(channels)
          .set({ ...changes, nextDigestAt, nextReviewAt })
          .where(eq(channels.channelId, channelId))
          .returning(),
      );
      return channelOf(row ?? missingChannel(channelId));
    },
  };
}
