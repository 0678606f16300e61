import type { Instant } from '../../../ports.ts';
import type { BlockedChannel, BlockVerbs } from '../../blocks.ts';
import type { Connection } from '../connection.ts';
import type { Dialect } from '../dialect.ts';
import { eq, sql } from '../drizzle.ts';
import { channels } from '../schema/channel-schema.ts';
import { blockChannel, liftBlock, subscribersOf } from '../tables/channel-blocks.ts';

/** A blocked channel as it is read: its subscribers are a JSON list. */
type BlockedRow = Omit<BlockedChannel, 'subscribers'> & { readonly subscribers: string };

const blockedIn = (dialect: Dialect): string => `
  select channel_id as "channelId", guild_id as "guildId", name, blocked_reason as reason,
    coalesce(blocked_at, 0) as "blockedAt", ${subscribersOf(dialect)} as subscribers
  from channels
  where blocked_reason is not null and guild_id not in (select removed_guilds.guild_id from removed_guilds)
    and exists (select 1 from subscriptions where subscriptions.channel_id = channels.channel_id and removed_at is null)`;

type Which = Parameters<BlockVerbs['blockedChannels']>[0];

export function blockVerbs(db: Connection): BlockVerbs {
  const blocked = blockedIn(db.dialect);
  const unnotified = db.prepare<[number], BlockedRow>(
    `${blocked} and block_told_at is null and notified_reason is distinct from blocked_reason limit ?`,
  );
  const ofGuild = db.prepare<[string], BlockedRow>(`${blocked} and guild_id = ?`);
  const unchecked = db.prepare<[Instant], BlockedRow>(`${blocked} and block_checked_at <= ?`);
  return {
    unnotifiedBlocks: db.asking(async (limit: number) => (await unnotified.all(limit)).map(channelOfRow)),
    blockedChannels: db.asking(async (which: Which) => {
      const rows = 'guildId' in which ? ofGuild.all(which.guildId) : unchecked.all(which.uncheckedSince);
      return (await rows).map(channelOfRow);
    }),
    blockChannel: db.atomic((channelId: string, reason: string, at: Instant) =>
      blockChannel(db, channelId, reason, at),
    ),
    noteBlockNotified: db.atomic(async (channelId: string, at: Instant) => {
      const noted = { blockNotifiedAt: at, notifiedReason: sql`blocked_reason` };
      await db.run(db.update(channels).set(noted).where(eq(channels.channelId, channelId)));
    }),
    noteBlockChecked: db.atomic(async (channelId: string, at: Instant) => {
      await db.run(db.update(channels).set({ blockCheckedAt: at }).where(eq(channels.channelId, channelId)));
    }),
    unblockChannel: db.atomic((channelId: string, at: Instant) => liftBlock(db, channelId, at)),
  };
}

const channelOfRow = (row: BlockedRow): BlockedChannel => ({ ...row, subscribers: JSON.parse(row.subscribers) });
