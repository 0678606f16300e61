import type { Schedule } from '../../../digests/schedule.ts';
import type { Instant } from '../../../ports.ts';
import type { LocalDate } from '../../../time.ts';
import { atOnce } from '../at-once.ts';
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

/** A channel, and the date of its digest. */
export interface ChannelDate {
  readonly channelId: string;
  readonly date: LocalDate;
}

/**
 * Finds channels that have to exist, each once, for their digests of a date. They are returned in the same order. There are
 * as many statements as dates, with few columns, because thousands of channels are planned at once.
 */
export function movableChannelFinder(
  db: Connection,
): (asked: readonly ChannelDate[]) => Promise<readonly MovableChannel[]> {
  const find = db.prepare<{ readonly channelIds: string; readonly date: LocalDate }, MovableChannel>(
    `select channels.channel_id as "channelId", time, zone, days, next_digest_at as "nextDigestAt",
       last_digest_at as "lastDigestAt", last_digest_date as "lastDigestDate", paused_at as "pausedAt",
       paused_until as "pausedUntil", skipped_papers as "skippedPapers",
       considered_news_number as "consideredNewsNumber",
       exists (select 1 from digests where channel_id = channels.channel_id and date = :date) as "hasDigest",
       exists (
         select 1 from subscriptions where channel_id = channels.channel_id and removed_at is null) as "isFollowed",
       (select value from facts where name = 'restored_at') as "restoredAt"
     from ${db.dialect.texts(':channelIds')} as asked ${db.dialect.joinInOrder} channels on channels.channel_id = asked.value`,
  );
  return async (asked) => {
    const byDate = Map.groupBy(asked, ({ date }) => date);
    const found = await atOnce(
      [...byDate].map(([date, some]) => find.all({ date, channelIds: JSON.stringify(some.map(idOf)) })),
    );
    const channels = new Map(found.flat().map((channel) => [channel.channelId, channel]));
    return asked.map(({ channelId }) => channels.get(channelId) ?? missingChannel(channelId));
  };
}

const idOf = ({ channelId }: ChannelDate): string => channelId;

export const scheduleOf = ({ time, zone, days }: MovableChannel): Schedule => ({ time, zone, days: JSON.parse(days) });
