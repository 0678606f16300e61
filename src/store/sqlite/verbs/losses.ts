import type { LocalDate } from '../../../time.ts';
import type { Loss, LossVerbs } from '../../losses.ts';
import { sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { deliveries } from '../schema/digest-schema.ts';
import { subscribersOf } from '../tables/channel-blocks.ts';
import { deliveryOf } from '../tables/delivery-rows.ts';

/** A loss as it is read: deliveries and subscribers are JSON lists. */
interface LossRow {
  readonly channelId: string;
  readonly guildId: string;
  readonly date: LocalDate;
  readonly ids: string;
  readonly subscribers: string;
}

/** Verbs for losses that guilds have to be notified of. */
export function lossVerbs(db: Database): LossVerbs {
  const unnotified = db.$client.prepare<[number], LossRow>(`
    select lost.channel_id as channelId, channels.guild_id as guildId, lost.date as date,
      json_group_array(lost.id) as ids, ${subscribersOf} as subscribers
    from deliveries as lost join channels on channels.channel_id = lost.channel_id
    where lost.is_loss_untold = 1
      and channels.guild_id not in (select removed_guilds.guild_id from removed_guilds)
      and not exists (
        select 1 from deliveries as other
        where other.channel_id = lost.channel_id and other.date = lost.date and other.destination_id = 0
          and other.state in ('planned', 'sending', 'retry'))
    group by lost.channel_id, lost.date order by min(lost.id) limit ?`);

  function lossOf({ ids, subscribers, ...row }: LossRow): Loss {
    const found = db.select().from(deliveries).where(isAmong(ids)).orderBy(deliveries.part).all();
    return { ...row, subscribers: JSON.parse(subscribers), deliveries: found.map((row) => deliveryOf(row)) };
  }

  return {
    unnotifiedLosses: async (limit) => unnotified.all(limit).map(lossOf),
    noteLossNotified: atomic(db, (ids: readonly number[]) => {
      db.update(deliveries)
        .set({ isLossUnnotified: false })
        .where(isAmong(JSON.stringify(ids)))
        .run();
    }),
  };
}

/** @param ids a JSON list */
const isAmong = (ids: string) => sql`id in (select value from json_each(${ids}))`;
