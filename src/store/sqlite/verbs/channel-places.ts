import { nextAfter } from '../../../digests/rescheduling.ts';
import type { ChannelNote, Move, MovedSubscriptions, PlaceVerbs } from '../../channel-places.ts';
import { settingValues } from '../../channels.ts';
import { and, eq, isNull, sql } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { channels, subscriptions } from '../schema/channel-schema.ts';
import { channelOf, requiredChannelFinder } from '../tables/channel-rows.ts';
import { skipMissedDigests } from '../tables/subscription-rows.ts';
import { createWithdrawal } from '../tables/withdrawal.ts';

/** Verbs for the names and kinds of channels, and for topics that move to another channel. */
export function placeVerbs(db: Database): PlaceVerbs {
  const named = db.$client.prepare<
    [string],
    { readonly id: string; readonly name: string | null; kind: string | null }
  >('select channel_id as id, name, kind from channels where guild_id = ?');
  return {
    noteChannels: atomic(db, (guildId: string, notes: ReadonlyMap<string, ChannelNote>) => {
      for (const known of named.all(guildId)) {
        const { name, kind } = {
          name: notes.get(known.id)?.name ?? known.name,
          kind: notes.get(known.id)?.kind ?? known.kind,
        };
        if (name === known.name && kind === known.kind) continue;
        db.update(channels).set({ name, kind }).where(eq(channels.channelId, known.id)).run();
      }
    }),
    channelNames: async (guildId) =>
      new Map(named.all(guildId).flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const]))),
    moveSubscriptions: atomic(db, mover(db)),
  };
}

function mover(db: Database): (move: Move) => MovedSubscriptions | null {
  const channel = requiredChannelFinder(db);
  const withdrawal = createWithdrawal(db);
  const activeIn = (channelId: string, guildId: string) =>
    db
      .select()
      .from(subscriptions)
      .where(
        and(
          eq(subscriptions.channelId, channelId),
          eq(subscriptions.guildId, guildId),
          isNull(subscriptions.removedAt),
        ),
      )
      .all();

  /** Gives the new channel the settings of the old one, unless it has its own. */
  function settle({ fromChannelId, toChannelId, at }: Move): void {
    const old = channel(fromChannelId);
    const { guildId, lastDigestDate, consideredNewsNumber } = old;
    const settings = channelOf(old);
    const nextDigestAt = nextAfter(settings.schedule, lastDigestDate, at);
    db.insert(channels)
      .values({ channelId: toChannelId, guildId, nextDigestAt, consideredNewsNumber, ...settingValues(settings) })
      .onConflictDoNothing()
      .run();
    skipMissedDigests(db, toChannelId, at);
  }

  return (move) => {
    const { guildId, fromChannelId, toChannelId, at } = move;
    const all = activeIn(fromChannelId, guildId);
    if (all.length === 0 || fromChannelId === toChannelId) return null;
    settle(move);
    const there = new Set(activeIn(toChannelId, guildId).map(({ topic }) => topic));
    const { consideredNewsNumber } = channel(fromChannelId);
    for (const { id, topic } of all) {
      const change = there.has(topic)
        ? { removedAt: at }
        : { channelId: toChannelId, newsAfter: sql`max(news_after, ${consideredNewsNumber})` };
      db.update(subscriptions).set(change).where(eq(subscriptions.id, id)).run();
    }
    db.$client
      .prepare('update or ignore destinations set channel_id = ? where channel_id = ?')
      .run(toChannelId, fromChannelId);
    const alreadyThere = all.filter(({ topic }) => there.has(topic)).length;
    const withdrawnParts = withdrawal.withdrawFrom(fromChannelId, at);
    return { moved: all.length - alreadyThere, alreadyThere, withdrawnParts, channel: channelOf(channel(toChannelId)) };
  };
}
