import type { Instant } from '../../../ports.ts';
import type { Database } from '../file/database.ts';

/** Withdraws the deliveries of channels that have no subscription left. */
export interface Withdrawal {
  /** Withdraws unsent deliveries if the channel has no subscription left. Returns how many. */
  withdrawFrom(channelId: string, at: Instant): number;
  /** Restores deliveries that were withdrawn at that moment or later. Deliveries in doubt stay in doubt. */
  takeBack(channelId: string, since: Instant): void;
}

/** Works inside the caller's transaction: the last subscription and its deliveries go together. */
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
