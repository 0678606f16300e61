import { nextOccurrence } from '../../../digests/schedule.ts';
import { nextReview } from '../../../digests/weekly-review.ts';
import type { Instant } from '../../../ports.ts';
import type { ChannelRecord, DuePosition, SettingsChange } from '../../channels.ts';
import type { Store } from '../../store.ts';
import type { Connection } from '../connection.ts';
import { eq, gt, or, sql } from '../drizzle.ts';
import { channels } from '../schema/channel-schema.ts';
import { channelFinder, channelOf, missingChannel, requiredChannelFinder } from '../tables/channel-rows.ts';
import { settingsChanger } from '../tables/settings-changer.ts';

type ChannelVerbs = Pick<Store, 'channel' | 'configureChannel' | 'dueChannels' | 'strayChannels' | 'correctNextDigest'>;

/** Verbs for channels, their settings and the time of their next digest. */
export function channelVerbs(db: Connection): ChannelVerbs {
  const find = channelFinder(db);
  const required = requiredChannelFinder(db);
  const changer = settingsChanger(db);
  const due = db.prepared(
    db
      .select()
      .from(channels)
      .where(
        sql`next_digest_at <= ${sql.placeholder('now')} and blocked_reason is null
        and (next_digest_at, channel_id) > (${sql.placeholder('afterAt')}, ${sql.placeholder('afterId')})
        and (paused_at is null or paused_until <= ${sql.placeholder('now')})
        and guild_id not in (select removed_guilds.guild_id from removed_guilds)
        and exists (
          select 1 from subscriptions where subscriptions.channel_id = channels.channel_id and removed_at is null)`,
      )
      .orderBy(channels.nextDigestAt, channels.channelId)
      .limit(sql.placeholder('limit')),
  );

  async function configureChannel({ changes, ...request }: SettingsChange): Promise<ChannelRecord> {
    return changer.change(await changer.prepare(request), changes, request.at);
  }

  return {
    channel: db.asking(async (channelId: string) => {
      const row = await find(channelId);
      return row === undefined ? null : channelOf(row);
    }),
    configureChannel: db.atomic(configureChannel),
    dueChannels: db.asking(async (now: Instant, limit: number, after?: DuePosition) => {
      const place = { afterAt: after?.nextDigestAt ?? -1, afterId: after?.channelId ?? '' };
      return (await due.all({ now, limit, ...place })).map(channelOf);
    }),
    strayChannels: db.asking(async (latest: Instant) => {
      const isStray = or(gt(channels.nextDigestAt, latest), gt(channels.nextReviewAt, latest));
      return (await db.all(db.select().from(channels).where(isStray))).map(channelOf);
    }),
    correctNextDigest: db.atomic(async (channelId: string, at: Instant) => {
      const { schedule, reviewDay } = channelOf(await required(channelId));
      const nextDigestAt = nextOccurrence(schedule, at);
      const nextReviewAt = reviewDay === null ? null : nextReview(schedule, reviewDay, at);
      const row = await db.get(
        db
          .update(channels)
          .set({ nextDigestAt, lastDigestDate: null, nextReviewAt, reviewedUntil: null })
          .where(eq(channels.channelId, channelId))
          .returning(),
      );
      return channelOf(row ?? missingChannel(channelId));
    }),
  };
}
