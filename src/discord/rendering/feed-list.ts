import type { Say } from '../../language/say.ts';
import type { ChannelFeed } from '../../use-cases/channel-feeds.ts';
import { button, customId, row } from './components.ts';
import { escapeToFit } from './escape.ts';
import { embedColor, type Message } from './message.ts';

/** How many feeds a page shows. With the longest PUBLIC_URL, six fit into an embed. */
const pageLength = 6;

/** The characters of a topic that are shown. */
const topicLength = 100;

export interface FeedList {
  readonly channelId: string;
  readonly feeds: readonly ChannelFeed[];
  /** Counted from 0. The last page is shown if this one no longer exists. */
  readonly page: number;
  /** What was just done, above the list. */
  readonly notice?: string;
}

/** A page of the feeds of a channel, with their addresses, and buttons to renew and to revoke all of them. */
export function feedList({ channelId, feeds, page, notice }: FeedList, say: Say): Message {
  const pages = Math.ceil(feeds.length / pageLength);
  const current = Math.min(page, pages - 1);
  const shown = feeds.slice(current * pageLength, (current + 1) * pageLength);
  const lines = [
    ...(notice === undefined ? [] : [notice, '']),
    say('feeds.heading', { channel: `<#${channelId}>` }),
    ...(pages > 1 ? [say('feeds.page', { page: current + 1, pages })] : []),
  ];
  const turn = (to: number, label: string) => button(customId('feed-page', channelId, to), label);
  const buttons = [
    ...(current > 0 ? [turn(current - 1, say('subscriptions.previous'))] : []),
    ...(current < pages - 1 ? [turn(current + 1, say('subscriptions.next'))] : []),
    button(customId('renew-feeds', channelId), say('feeds.renew')),
    button(customId('revoke-feeds', channelId), say('feeds.revoke'), 'danger'),
  ];
  return {
    content: lines.join('\n'),
    embeds: [{ description: shown.map((feed) => feedLines(feed, say)).join('\n\n'), color: embedColor }],
    components: [row(...buttons)],
  };
}

/** In angle brackets, an address is a link as it stands. */
const feedLines = ({ topic, addresses }: ChannelFeed, say: Say): string =>
  [
    `**${topic === null ? say('feeds.digests') : escapeToFit(topic, topicLength)}**`,
    ...addresses.map(({ format, url }) => `${format}: <${url}>`),
  ].join('\n');
