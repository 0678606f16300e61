import type { Instant } from '../../../ports.ts';
import type { SubscribeOutcome, SubscribeRequest, Subscription } from '../../channels.ts';
import { isAsSeen, restoring, type SeenSubscription, subscribing } from '../../rules/subscribing.ts';
import type { Store } from '../../store.ts';
import type { Connection } from '../connection.ts';
import { and, count, eq, isNull } from '../drizzle.ts';
import { subscriptions } from '../schema/channel-schema.ts';
import { channelInserter, channelOf, requiredChannelFinder } from '../tables/channel-rows.ts';
import { lastNewsNumberReader } from '../tables/news.ts';
import { type SubscriptionRow, skipMissedDigests, subscriptionOf } from '../tables/subscription-rows.ts';
import { createWithdrawal, type Withdrawal } from '../tables/withdrawal.ts';

type SubscriptionVerbs = Pick<Store, 'subscribe' | 'unsubscribe' | 'restoreSubscription' | 'subscriptions'>;

/** Verbs for the subscriptions of channels to topics. */
export function subscriptionVerbs(db: Connection): SubscriptionVerbs {
  const withdrawal = createWithdrawal(db);
  return {
    subscribe: db.atomic(subscriber(db)),
    unsubscribe: db.atomic(async (guildId: string, id: number, at: Instant, seen: SeenSubscription = {}) => {
      const row = await activeInGuild(db, guildId, id);
      if (row === null || !isAsSeen(row, seen)) return null;
      await db.run(db.update(subscriptions).set({ removedAt: at }).where(eq(subscriptions.id, id)));
      return { ...subscriptionOf(row), withdrawnParts: await withdrawal.withdrawFrom(row.channelId, at) };
    }),
    restoreSubscription: db.atomic(restorer(db, withdrawal)),
    subscriptions: db.reading(async (guildId: string, channelId?: string) => {
      const ofChannel = channelId === undefined ? undefined : eq(subscriptions.channelId, channelId);
      const isListed = and(eq(subscriptions.guildId, guildId), isNull(subscriptions.removedAt), ofChannel);
      const rows = await db.all(db.select().from(subscriptions).where(isListed).orderBy(subscriptions.id));
      return rows.map(subscriptionOf);
    }),
  };
}

type StoredOutcome = Extract<SubscribeOutcome, { readonly subscription: Subscription }>;

function subscriber(db: Connection): (request: SubscribeRequest) => Promise<SubscribeOutcome> {
  const channel = requiredChannelFinder(db);
  const insertChannel = channelInserter(db);
  const lastNewsNumber = lastNewsNumberReader(db);

  async function outcome(kind: StoredOutcome['kind'], row: SubscriptionRow): Promise<SubscribeOutcome> {
    return { kind, subscription: subscriptionOf(row), channel: channelOf(await channel(row.channelId)) };
  }

  async function create(request: SubscribeRequest): Promise<SubscriptionRow> {
    const { guildId, channelId, topic, userId: createdBy, at: createdAt, defaults } = request;
    const { nextDigestAt, ...settings } = defaults;
    await skipMissedDigests(db, channelId, createdAt);
    await insertChannel({ guildId, channelId, ...settings }, nextDigestAt);
    const newsAfter = await lastNewsNumber();
    const row = { guildId, channelId, topic: topic.canonical, createdBy, createdAt, newsAfter };
    return (await db.get(db.insert(subscriptions).values(row).returning())) as SubscriptionRow;
  }

  return async (request) => {
    const { guildId, channelId, topic, replaces, cap } = request;
    const edited = replaces === undefined ? null : await activeInGuild(db, guildId, replaces);
    const there = await activeInChannel(db, edited?.channelId ?? channelId, topic.canonical);
    const decided = subscribing(request, { edited, there, active: await countActive(db, guildId) });
    switch (decided.kind) {
      case 'create':
        return outcome('created', await create(request));
      case 'edit':
        return outcome('edited', await giveTopic(db, decided.row.id, topic.canonical));
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
async function giveTopic(db: Connection, id: number, topic: string): Promise<SubscriptionRow> {
  const given = db.update(subscriptions).set({ topic }).where(eq(subscriptions.id, id)).returning();
  return (await db.get(given)) as SubscriptionRow;
}

function restorer(db: Connection, withdrawal: Withdrawal) {
  return async (guildId: string, id: number, cap: number): Promise<Subscription | 'cap-reached' | null> => {
    const removed = await inGuild(db, guildId, id);
    if (removed === null || removed.removedAt === null) return null;
    const there = await activeInChannel(db, removed.channelId, removed.topic);
    const decided = restoring({ there, active: await countActive(db, guildId) }, cap);
    if (decided !== 'restore') return decided === 'cap-reached' ? 'cap-reached' : null;
    await db.run(db.update(subscriptions).set({ removedAt: null }).where(eq(subscriptions.id, id)));
    await withdrawal.takeBack(removed.channelId, removed.removedAt);
    return subscriptionOf(removed);
  };
}

async function inGuild(db: Connection, guildId: string, id: number): Promise<SubscriptionRow | null> {
  const isIt = and(eq(subscriptions.id, id), eq(subscriptions.guildId, guildId));
  return (await db.get(db.select().from(subscriptions).where(isIt))) ?? null;
}

async function activeInGuild(db: Connection, guildId: string, id: number): Promise<SubscriptionRow | null> {
  const row = await inGuild(db, guildId, id);
  return row?.removedAt === null ? row : null;
}

async function activeInChannel(db: Connection, channelId: string, topic: string): Promise<SubscriptionRow | null> {
  const isIt = and(
    eq(subscriptions.channelId, channelId),
    eq(subscriptions.topic, topic),
    isNull(subscriptions.removedAt),
  );
  return (await db.get(db.select().from(subscriptions).where(isIt))) ?? null;
}

async function countActive(db: Connection, guildId: string): Promise<number> {
  const isCounted = and(eq(subscriptions.guildId, guildId), isNull(subscriptions.removedAt));
  return (await db.get(db.select({ active: count() }).from(subscriptions).where(isCounted)))?.active ?? 0;
}
