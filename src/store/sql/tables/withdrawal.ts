import type { Instant } from '../../../ports.ts';
import type { Connection } from '../connection.ts';

/** Withdraws the deliveries of channels that have no subscription left. */
export interface Withdrawal {
  /** Withdraws unsent deliveries if the channel has no subscription left. Returns how many. */
  withdrawFrom(channelId: string, at: Instant): Promise<number>;
  /** Restores deliveries that were withdrawn at that moment or later. Deliveries in doubt stay in doubt. */
  takeBack(channelId: string, since: Instant): Promise<void>;
}

/** Works inside the caller's transaction: the last subscription and its deliveries go together. */
export function createWithdrawal(db: Connection): Withdrawal {
  const isSubscribed = db
    .prepare<[string], number>('select 1 from subscriptions where channel_id = ? and removed_at is null limit 1')
    .pluck();
  const withdraw = db.prepare<[Instant, string]>(
    `update deliveries set state = 'withdrawn', settled_at = ?
     where channel_id = ? and state in ('planned', 'retry', 'blocked')`,
  );
  const takeBack = db.prepare<[string, Instant]>(
    `update deliveries set state = case attempts when 0 then 'planned' else 'retry' end, settled_at = null
     where channel_id = ? and state = 'withdrawn' and settled_at >= ?`,
  );
  return {
    withdrawFrom: async (channelId, at) =>
      (await isSubscribed.get(channelId)) === undefined ? await withdraw.run(at, channelId) : 0,
    takeBack: async (channelId, since) => {
      await takeBack.run(channelId, since);
    },
  };
}
