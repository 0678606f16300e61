import type { Schedule } from '../../../digests/schedule.ts';
import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import type { Connection } from '../connection.ts';
import { type ChannelRow, missingChannel } from './channel-rows.ts';

/** A channel as its digest finds it: the columns that the digest moves, and the facts that decide whether it does. */
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
  /** Whether the channel has a digest of the date already. */
  readonly hasDigest: 0 | 1;
  /** Whether it has a subscription. */
  readonly isFollowed: 0 | 1;
  /** When a backup was restored; null if none was. */
  readonly restoredAt: Instant | null;
}

/**
 * Finds a channel that has to exist, for its digest of a date. It is one statement with few columns, because thousands of
 * channels are planned at once.
 */
export function movableChannelFinder(db: Connection): (channelId: string, date: LocalDate) => Promise<MovableChannel> {
  const find = db.prepare<{ readonly channelId: string; readonly date: LocalDate }, MovableChannel>(
    `select channel_id as "channelId", time, zone, days, next_digest_at as "nextDigestAt",
       last_digest_at as "lastDigestAt", last_digest_date as "lastDigestDate", paused_at as "pausedAt",
       paused_until as "pausedUntil", skipped_papers as "skippedPapers",
       considered_news_number as "consideredNewsNumber",
       exists (select 1 from digests where channel_id = :channelId and date = :date) as "hasDigest",
       exists (
         select 1 from subscriptions where channel_id = :channelId and removed_at is null) as "isFollowed",
       (select value from facts where name = 'restored_at') as "restoredAt"
     from channels where channel_id = :channelId`,
  );
  return async (channelId, date) => (await find.get({ channelId, date })) ?? missingChannel(channelId);
}

export const scheduleOf = ({ time, zone, days }: MovableChannel): Schedule => ({ time, zone, days: JSON.parse(days) });
