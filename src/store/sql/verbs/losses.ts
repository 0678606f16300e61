import type { LocalDate } from '../../../time.ts';
import type { Loss, LossVerbs } from '../../losses.ts';
import type { Connection } from '../connection.ts';
import { inArray } from '../drizzle.ts';
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
export function lossVerbs(db: Connection): LossVerbs {
  const unnotified = db.prepare<[number], LossRow>(`
    select channels.channel_id as "channelId", channels.guild_id as "guildId", lost.date as date,
      ${db.dialect.listOf('lost.id')} as ids, ${subscribersOf(db.dialect)} as subscribers
    from deliveries as lost join channels on channels.channel_id = lost.channel_id
    where lost.is_loss_untold = 1
      and channels.guild_id not in (select removed_guilds.guild_id from removed_guilds)
      and not exists (
        select 1 from deliveries as other
        where other.channel_id = lost.channel_id and other.date = lost.date and other.destination_id = 0
          and other.state in ('planned', 'sending', 'retry'))
    group by channels.channel_id, lost.date order by min(lost.id) limit ?`);

  async function lossOf({ ids, subscribers, ...row }: LossRow): Promise<Loss> {
    const isLost = inArray(deliveries.id, JSON.parse(ids));
    const found = await db.all(db.select().from(deliveries).where(isLost).orderBy(deliveries.part));
    return { ...row, subscribers: JSON.parse(subscribers), deliveries: found.map((row) => deliveryOf(row)) };
  }

  return {
    unnotifiedLosses: db.reading(async (limit) => {
      const losses: Loss[] = [];
      for (const row of await unnotified.all(limit)) losses.push(await lossOf(row));
      return losses;
    }),
    noteLossNotified: db.atomic(async (ids) => {
      await db.run(
        db
          .update(deliveries)
          .set({ isLossUnnotified: false })
          .where(inArray(deliveries.id, [...ids])),
      );
    }),
  };
}
