import type { Schedule } from '../../../digests/schedule.ts';
import type { Connection } from '../connection.ts';
import { type ChannelRow, missingChannel } from './channel-rows.ts';

/** The columns of a channel that a digest moves, and those that decide how. */
export interface MovableChannel
  extends Pick<
    ChannelRow,
    | 'channelId'
    | 'time'
    | 'zone'
    | 'nextDigestAt'
    | 'lastDigestAt'
    | 'lastDigestDate'
    | 'pausedAt'
    | 'pausedUntil'
    | 'skippedPapers'
    | 'consideredNewsNumber'
  > {
  /** JSON. */
  readonly days: string;
}

/** Finds a channel that has to exist. It reads few columns, because thousands of channels are planned at once. */
export function movableChannelFinder(db: Connection): (channelId: string) => Promise<MovableChannel> {
  const find = db.prepare<[string], MovableChannel>(
    `select channel_id as "channelId", time, zone, days, next_digest_at as "nextDigestAt",
       last_digest_at as "lastDigestAt", last_digest_date as "lastDigestDate", paused_at as "pausedAt",
       paused_until as "pausedUntil", skipped_papers as "skippedPapers",
       considered_news_number as "consideredNewsNumber"
     from channels where channel_id = ?`,
  );
  return async (channelId) => (await find.get(channelId)) ?? missingChannel(channelId);
}

export const scheduleOf = ({ time, zone, days }: MovableChannel): Schedule => ({ time, zone, days: JSON.parse(days) });
