import type { Instant } from '../../../ports.ts';
import type { SubscribeOutcome, SubscribeRequest, Subscription } from '../../channels.ts';
import { isAsSeen, restoring, type SeenSubscription, subscribing } from '../../rules/subscribing.ts';
import type { Store } from '../../store.ts';
import { and, count, eq, isNull } from '../drizzle.ts';
import type { Database } from '../file/database.ts';
import { atomic } from '../file/transaction.ts';
import { subscriptions } from '../schema/channel-schema.ts';
import { channelInserter, channelOf, requiredChannelFinder } from '../tables/channel-rows.ts';
import { lastNewsNumberReader } from '../tables/news.ts';
import { type SubscriptionRow, skipMissedDigests, subscriptionOf } from '../tables/subscription-rows.ts';
import { createWithdrawal, type Withdrawal } from '../tables/withdrawal.ts';

type SubscriptionVerbs = Pick<Store, 'subscribe' | 'unsubscribe' | 'restoreSubscription' | 'subscriptions'>;

/** Verbs for the subscriptions of channels to topics. */
export function subscriptionVerbs(db: Database): SubscriptionVerbs {
  const withdrawal = createWithdrawal(db);
  return {
    subscribe: atomic(db, subscriber(db)),
    unsubscribe: atomic(db, (guildId: string, id: number, at: Instant, seen: SeenSubscription = {}) => {
      const row = activeInGuild(db, guildId, id);
      if (row === null || !isAsSeen(row, seen)) return null;
      db.update(subscriptions).set({ removedAt: at }).where(eq(subscriptions.id, id)).run();
      return { ...subscriptionOf(row), withdrawnParts: withdrawal.withdrawFrom(row.channelId, at) };
    }),
    restoreSubscription: atomic(db, restorer(db, withdrawal)),
    subscriptions: async (guildId, channelId) => {
      const ofChannel = channelId === undefined ? undefined : eq(subscriptions.channelId, channelId);
      return db
        .select()
        .from(subscriptions)
        .where(and(eq(subscriptions.guildId, guildId), isNull(subscriptions.removedAt), ofChannel))
        .orderBy(subscriptions.id)
        .all()
        .map(subscriptionOf);
    },
  };
}

type StoredOutcome = Extract<SubscribeOutcome, { readonly subscription: Subscription }>;

function subscriber(db: Database): (request: SubscribeRequest) => SubscribeOutcome {
  const channel = requiredChannelFinder(db);
  const insertChannel = channelInserter(db);
  const lastNewsNumber = lastNewsNumberReader(db);

  function outcome(kind: StoredOutcome['kind'], row: SubscriptionRow): SubscribeOutcome {
    return { kind, subscription: subscriptionOf(row), channel: channelOf(channel(row.channelId)) };
  }

  function create({ guildId, channelId, topic, userId, at, defaults }: SubscribeRequest): SubscriptionRow {
    const { nextDigestAt, ...settings } = defaults;
    skipMissedDigests(db, channelId, at);
    insertChannel({ guildId, channelId, ...settings }, nextDigestAt);
    return db
      .insert(subscriptions)
      .values({
        guildId,
        channelId,
        topic: topic.canonical,
        createdBy: userId,
        createdAt: at,
        newsAfter: lastNewsNumber(),
      })
      .returning()
      .get();
  }

  return (request) => {
    const { guildId, channelId, topic, replaces, cap } = request;
    const edited = replaces === undefined ? null : activeInGuild(db, guildId, replaces);
    const there = activeInChannel(db, edited?.channelId ?? channelId, topic.canonical);
    const decided = subscribing(request, { edited, there, active: countActive(db, guildId) });
    switch (decided.kind) {
      case 'create':
        return outcome('created', create(request));
      case 'edit':
        return outcome('edited', giveTopic(db, decided.row.id, topic.canonical));
      case 'cap-reached':
        return { kind: 'cap-reached', cap };
      case 'removed-meanwhile':
        return { kind: 'removed-meanwhile' };
      default:
        return outcome(decided.kind, decided.row);
    }
  };
}

/** Changes the topic alone: papers that became news since the last digest are also new to the new topic. */
const giveTopic = (db: Database, id: number, topic: string): SubscriptionRow =>
  db.update(subscriptions).set({ topic }).where(eq(subscriptions.id, id)).returning().get();

function restorer(db: Database, withdrawal: Withdrawal) {
  return (guildId: string, id: number, cap: number): Subscription | 'cap-reached' | null => {
    const removed = inGuild(db, guildId, id);
    if (removed === null || removed.removedAt === null) return null;
    const there = activeInChannel(db, removed.channelId, removed.topic);
    const decided = restoring({ there, active: countActive(db, guildId) }, cap);
    if (decided !== 'restore') return decided === 'cap-reached' ? 'cap-reached' : null;
    db.update(subscriptions).set({ removedAt: null }).where(eq(subscriptions.id, id)).run();
    withdrawal.takeBack(removed.channelId, removed.removedAt);
    return subscriptionOf(removed);
  };
}

function inGuild(db: Database, guildId: string, id: number): SubscriptionRow | null {
  const isIt = and(eq(subscriptions.id, id), eq(subscriptions.guildId, guildId));
  return db.select().from(subscriptions).where(isIt).get() ?? null;
}

function activeInGuild(db: Database, guildId: string, id: number): SubscriptionRow | null {
  const row = inGuild(db, guildId, id);
  return row?.removedAt === null ? row : null;
}

function activeInChannel(db: Database, channelId: string, topic: string): SubscriptionRow | null {
  const isIt = and(
    eq(subscriptions.channelId, channelId),
    eq(subscriptions.topic, topic),
    isNull(subscriptions.removedAt),
  );
  return db.select().from(subscriptions).where(isIt).get() ?? null;
}

function countActive(db: Database, guildId: string): number {
  const isCounted = and(eq(subscriptions.guildId, guildId), isNull(subscriptions.removedAt));
  return db.select({ active: count() }).from(subscriptions).where(isCounted).get()?.active ?? 0;
}
