import { type CommandContext, guildOf } from '../interactions/context.ts';
import type { ListedChannel, SubscriptionListing } from '../rendering/subscription-list.ts';

/** Reads the list: the guild's channels with their subscriptions, or only one channel. */
export async function readListing(
  channelId: string | null,
  page: number,
  context: CommandContext,
): Promise<Pick<SubscriptionListing, 'channelId' | 'channels' | 'page'>> {
  const subscriptions = await context.store.subscriptions(guildOf(context), channelId ?? undefined);
  const byChannel = Map.groupBy(subscriptions, (subscription) => subscription.channelId);
  const channels = await Promise.all(
    Array.from(byChannel, async ([id, listed]): Promise<ListedChannel> => {
      const record = await context.store.channel(id);
      const nextDigestAt = record?.nextDigestAt ?? null;
      return { channelId: id, blockedReason: record?.blockedReason ?? null, nextDigestAt, subscriptions: listed };
    }),
  );
  return { channelId, channels, page };
}
