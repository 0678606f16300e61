import type { ChannelFeed, ChannelFeeds } from '../../use-cases/channel-feeds.ts';
import { UserError } from '../errors.ts';
import { type CommandContext, guildOf } from '../interactions/context.ts';
import { feedList } from '../rendering/feed-list.ts';
import type { Message } from '../rendering/message.ts';

/**
 * The feeds of a channel. Those that are missing are made.
 * @throws UserError if the bot serves no feeds
 */
export async function showFeeds(channelId: string, page: number, context: CommandContext): Promise<Message> {
  const feeds = await channelFeeds(context).open(guildOf(context), channelId);
  return listOf(feeds, { channelId, page }, context);
}

/** The feeds of a channel, with new addresses. */
export async function renewFeeds(channelId: string, context: CommandContext): Promise<Message> {
  const feeds = await channelFeeds(context).renew(guildOf(context), channelId);
  return listOf(feeds, { channelId, page: 0, notice: context.say('feeds.renewed') }, context);
}

/** Ends the feeds of a channel, and says so. */
export async function revokeFeeds(channelId: string, context: CommandContext): Promise<Message> {
  await channelFeeds(context).revoke(guildOf(context), channelId);
  const content = context.say('feeds.revoked', { channel: `<#${channelId}>` });
  return { content, embeds: [], components: [] };
}

function channelFeeds({ services }: CommandContext): ChannelFeeds {
  if (services.feeds === null) throw new UserError('no-feeds', (say) => say('feeds.off'));
  return services.feeds;
}

/** A channel that is not stored has neither digests nor topics. */
function listOf(
  feeds: readonly ChannelFeed[] | null,
  shown: { readonly channelId: string; readonly page: number; readonly notice?: string },
  { say }: CommandContext,
): Message {
  if (feeds !== null) return feedList({ feeds, ...shown }, say);
  throw new UserError('no-subscriptions', (words) =>
    words('subscriptions.noneInChannel', { channel: `<#${shown.channelId}>` }),
  );
}
