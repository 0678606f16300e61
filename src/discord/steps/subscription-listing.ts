import { type CommandContext, guildOf } from '../interactions/context.ts';
import type { SubscriptionListing } from '../rendering/subscription-list.ts';
import type { ListedChannel } from '../rendering/subscription-menus.ts';

/** Reads the list: the guild's channels with their subscriptions, or only one channel. */
export async function readListing(
  channelId: string | null,
  page: number,
  context: CommandContext,
): Promise<Omit<SubscriptionListing, 'notice'>> {
  const subscriptions = await context.store.subscriptions(guildOf(context), channelId ?? undefined);
  const byChannel = Map.groupBy(subscriptions, (subscription) => subscription.channelId);
  const names = await context.channelNames();
  const channels = await Promise.all(
    Array.from(byChannel, async ([id, listed]): Promise<ListedChannel> => {
      const timing = await context.store.channel(id);
      const blockedReason = timing?.blockedReason ?? null;
      return { channelId: id, blockedReason, name: names.get(id) ?? null, timing, subscriptions: listed };
    }),
  );
  return {
    channelId,
    isPersonal: context.guildId === null,
    channels,
    page,
    now: context.clock(),
    meaning: context.store.meaning,
  };
}
