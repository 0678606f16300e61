import type { Instant } from '../../../ports.ts';
import type { BlockedChannel, BlockVerbs } from '../../blocks.ts';
import { eq, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { channels } from '../schema/channel-schema.ts';
import { blockChannel, liftBlock, subscribersOf } from '../tables/channel-blocks.ts';

/** A blocked channel as it is read: its subscribers are a JSON list. */
type BlockedRow = Omit<BlockedChannel, 'subscribers'> & { readonly subscribers: string };

const blocked = `
  select channel_id as channelId, guild_id as guildId, name, blocked_reason as reason, coalesce(blocked_at, 0) as blockedAt,
    ${subscribersOf} as subscribers
  from channels
  where blocked_reason is not null and guild_id not in (select removed_guilds.guild_id from removed_guilds)
    and exists (select 1 from subscriptions where subscriptions.channel_id = channels.channel_id and removed_at is null)`;

export function blockVerbs(db: Database): BlockVerbs {
  const unnotified = db.$client.prepare<[number], BlockedRow>(
    `${blocked} and block_told_at is null and notified_reason is not blocked_reason limit ?`,
  );
  const ofGuild = db.$client.prepare<[string], BlockedRow>(`${blocked} and guild_id = ?`);
  const unchecked = db.$client.prepare<[Instant], BlockedRow>(`${blocked} and block_checked_at <= ?`);
  return {
    unnotifiedBlocks: async (limit) => unnotified.all(limit).map(channelOfRow),
    blockedChannels: async (which) =>
      ('guildId' in which ? ofGuild.all(which.guildId) : unchecked.all(which.uncheckedSince)).map(channelOfRow),
    blockChannel: atomic(db, (channelId: string, reason: string, at: Instant) =>
      blockChannel(db, channelId, reason, at),
    ),
    noteBlockNotified: atomic(db, (channelId: string, at: Instant) => {
      db.update(channels)
        .set({ blockNotifiedAt: at, notifiedReason: sql`blocked_reason` })
        .where(eq(channels.channelId, channelId))
        .run();
    }),
    noteBlockChecked: atomic(db, (channelId: string, at: Instant) => {
      db.update(channels).set({ blockCheckedAt: at }).where(eq(channels.channelId, channelId)).run();
    }),
    unblockChannel: atomic(db, (channelId: string, at: Instant) => liftBlock(db, channelId, at)),
  };
}

const channelOfRow = (row: BlockedRow): BlockedChannel => ({ ...row, subscribers: JSON.parse(row.subscribers) });
