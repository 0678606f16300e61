import { nextAfter } from '../../../digests/rescheduling.ts';
import type { ChannelNote, Move, MovedSubscriptions, PlaceVerbs } from '../../channel-places.ts';
import { settingValues } from '../../channels.ts';
import type { Connection } from '../connection.ts';
import { and, eq, isNull } from '../drizzle.ts';
import { channels, subscriptions } from '../schema/channel-schema.ts';
import { channelOf, requiredChannelFinder } from '../tables/channel-rows.ts';
import { skipMissedDigests } from '../tables/subscription-rows.ts';
import { createWithdrawal } from '../tables/withdrawal.ts';

/** Verbs for the names and kinds of channels, and for topics that move to another channel. */
export function placeVerbs(db: Connection): PlaceVerbs {
  const named = db.prepare<[string], { readonly id: string; readonly name: string | null; kind: string | null }>(
    'select channel_id as id, name, kind from channels where guild_id = ?',
  );
  return {
    noteChannels: db.atomic(async (guildId: string, notes: ReadonlyMap<string, ChannelNote>) => {
      for (const known of await named.all(guildId)) {
        const { name, kind } = {
          name: notes.get(known.id)?.name ?? known.name,
          kind: notes.get(known.id)?.kind ?? known.kind,
        };
        if (name === known.name && kind === known.kind) continue;
        await db.run(db.update(channels).set({ name, kind }).where(eq(channels.channelId, known.id)));
      }
    }),
    channelNames: db.reading(async (guildId: string) => {
      const known = await named.all(guildId);
      return new Map(known.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
    }),
    moveSubscriptions: db.atomic(mover(db)),
  };
}

function mover(db: Connection): (move: Move) => Promise<MovedSubscriptions | null> {
  const channel = requiredChannelFinder(db);
  const withdrawal = createWithdrawal(db);
  const activeIn = (channelId: string, guildId: string) => {
    const isThere = and(eq(subscriptions.channelId, channelId), eq(subscriptions.guildId, guildId));
    const isActive = and(isThere, isNull(subscriptions.removedAt));
    return db.all(db.select().from(subscriptions).where(isActive));
  };
  // A destination that the new channel has already stays at the old one.
  const moveDestinations = db.prepare<Pick<Move, 'fromChannelId' | 'toChannelId'>>(
    `update destinations set channel_id = :toChannelId
     where channel_id = :fromChannelId and not exists (
       select 1 from destinations as there where there.channel_id = :toChannelId
         and there.kind = destinations.kind and there.address = destinations.address)`,
  );

  /** Gives the new channel the settings of the old one, unless it has its own. */
  async function settle({ fromChannelId, toChannelId, at }: Move): Promise<void> {
    const old = await channel(fromChannelId);
    const { guildId, lastDigestDate, consideredNewsNumber } = old;
    const settings = channelOf(old);
    const nextDigestAt = nextAfter(settings.schedule, lastDigestDate, at);
    const copy = { channelId: toChannelId, guildId, nextDigestAt, consideredNewsNumber, ...settingValues(settings) };
    await db.run(db.insert(channels).values(copy).onConflictDoNothing());
    await skipMissedDigests(db, toChannelId, at);
  }

  return async (move) => {
    const { guildId, fromChannelId, toChannelId, at } = move;
    const all = await activeIn(fromChannelId, guildId);
    if (all.length === 0 || fromChannelId === toChannelId) return null;
    await settle(move);
    const there = new Set((await activeIn(toChannelId, guildId)).map(({ topic }) => topic));
    const { consideredNewsNumber } = await channel(fromChannelId);
    for (const { id, topic, newsAfter } of all) {
      const change = there.has(topic)
        ? { removedAt: at }
        : { channelId: toChannelId, newsAfter: Math.max(newsAfter, consideredNewsNumber) };
      await db.run(db.update(subscriptions).set(change).where(eq(subscriptions.id, id)));
    }
    await moveDestinations.run({ fromChannelId, toChannelId });
    const alreadyThere = all.filter(({ topic }) => there.has(topic)).length;
    const withdrawnParts = await withdrawal.withdrawFrom(fromChannelId, at);
    const moved = all.length - alreadyThere;
    return { moved, alreadyThere, withdrawnParts, channel: channelOf(await channel(toChannelId)) };
  };
}
