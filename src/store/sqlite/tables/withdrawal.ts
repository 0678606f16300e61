import type { Instant } from '../../../ports.ts';
import type { Database } from '../file/database.ts';

/** Takes back what is still to be sent to channels that nobody subscribes any more. */
export interface Withdrawal {
  /** Withdraws what has not been sent, where the channel has no subscription left. Tells how many parts that were. */
  withdrawFrom(channelId: string, at: Instant): number;
  /** Undoes what was withdrawn at that moment or later. What was in doubt is so still. */
  takeBack(channelId: string, since: Instant): void;
}

/** Within the transaction of whoever calls: with the last subscription goes what it was owed, at once or not at all. */
export function createWithdrawal(db: Database): Withdrawal {
  const isSubscribed = db.$client
    .prepare<[string], number>('select 1 from subscriptions where channel_id = ? and removed_at is null limit 1')
    .pluck();
  const withdraw = db.$client.prepare<[Instant, string]>(
    `update deliveries set state = 'withdrawn', settled_at = ?
     where channel_id = ? and state in ('planned', 'retry', 'blocked')`,
  );
  const takeBack = db.$client.prepare<[string, Instant]>(
    `update deliveries set state = case attempts when 0 then 'planned' else 'retry' end, settled_at = null
     where channel_id = ? and state = 'withdrawn' and settled_at >= ?`,
  );
  return {
    withdrawFrom: (channelId, at) =>
      isSubscribed.get(channelId) === undefined ? withdraw.run(at, channelId).changes : 0,
    takeBack: (channelId, since) => void takeBack.run(channelId, since),
  };
}
