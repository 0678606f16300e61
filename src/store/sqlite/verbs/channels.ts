import { nextOccurrence } from '../../../digests/schedule.ts';
import { nextReview } from '../../../digests/weekly-review.ts';
import type { Instant } from '../../../ports.ts';
import type { ChannelRecord, SettingsChange } from '../../channels.ts';
import type { Store } from '../../store.ts';
import { eq, gt, or, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { channels } from '../schema/channel-schema.ts';
import { channelFinder, channelOf, requiredChannelFinder } from '../tables/channel-rows.ts';
import { settingsChanger } from '../tables/settings-changer.ts';

type ChannelVerbs = Pick<Store, 'channel' | 'configureChannel' | 'dueChannels' | 'strayChannels' | 'correctNextDigest'>;

/** Verbs for channels, their settings and the time of their next digest. */
export function channelVerbs(db: Database): ChannelVerbs {
  const find = channelFinder(db);
  const required = requiredChannelFinder(db);
  const changer = settingsChanger(db);
  const due = db
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
    .limit(sql.placeholder('limit'))
    .prepare();

  function configureChannel({ changes, ...request }: SettingsChange): ChannelRecord {
    return changer.change(changer.prepare(request), changes, request.at);
  }

  return {
    channel: async (channelId) => {
      const row = find(channelId);
      return row === undefined ? null : channelOf(row);
    },
    configureChannel: atomic(db, configureChannel),
    dueChannels: async (now, limit, after) =>
      due.all({ now, limit, afterAt: after?.nextDigestAt ?? -1, afterId: after?.channelId ?? '' }).map(channelOf),
    strayChannels: async (latest) =>
      db
        .select()
        .from(channels)
        .where(or(gt(channels.nextDigestAt, latest), gt(channels.nextReviewAt, latest)))
        .all()
        .map(channelOf),
    correctNextDigest: atomic(db, (channelId: string, at: Instant) => {
      const { schedule, reviewDay } = channelOf(required(channelId));
      const nextDigestAt = nextOccurrence(schedule, at);
      const nextReviewAt = reviewDay === null ? null : nextReview(schedule, reviewDay, at);
      const row = db
        .update(channels)
        .set({ nextDigestAt, lastDigestDate: null, nextReviewAt, reviewedUntil: null })
        .where(eq(channels.channelId, channelId))
        .returning()
        .get();
      return channelOf(row);
    }),
  };
}
