import type { Say } from '../../language/say.ts';
import type { Meaning } from '../../meaning/meaning.ts';
import type { Instant } from '../../ports.ts';
import type { Subscription } from '../../store/channels.ts';
import { parseCanonical } from '../../topics/language/parse.ts';
import { blockReasons } from '../posting-problem.ts';
import { howToUnblock, wordReason } from './block.ts';
import { button, customId, row } from './components.ts';
import { escapeToFit } from './escape.ts';
import { embedColor, type Message } from './message.ts';
import { messageLimits, showToFit } from './message-limits.ts';
import { whenNext } from './next-digest.ts';
import { isGone, type ListedChannel, type ListState, listMenus, type ShownRow } from './subscription-menus.ts';
import { timestamp } from './time.ts';

/** How many subscriptions a page shows. A select menu takes 25, but ten stay readable. */
const pageLength = 10;

export interface SubscriptionListing {
  /** The channel that is listed; null for all channels. */
  readonly channelId: string | null;
  /** Whether it is somebody's own list, and not that of a server. */
  readonly isPersonal: boolean;
  readonly channels: readonly ListedChannel[];
  /** Counted from 0. The last page is shown if this one no longer exists. */
  readonly page: number;
  readonly now: Instant;
  /** The table that the topics are read with. */
  readonly meaning: Meaning;
  /** What was just done, shown above the list. `undo` is the id of a subscription that can be restored. */
  readonly notice?: { readonly text: string; readonly undo?: number };
}

/** A page of subscriptions, blocked channels first, with menus to change and remove them and buttons for more pages. */
export function subscriptionList(listing: SubscriptionListing, say: Say): Message {
  const { channelId, channels, page, notice } = listing;
  const ordered = channels.toSorted((a, b) => Number(b.blockedReason !== null) - Number(a.blockedReason !== null));
  const rows = ordered.flatMap((channel) => channel.subscriptions.map((subscription) => ({ channel, subscription })));
  const pages = Math.max(1, Math.ceil(rows.length / pageLength));
  const current = Math.min(Math.max(0, page), pages - 1);
  const shown = rows.slice(current * pageLength, (current + 1) * pageLength);
  const blocks = shown.flatMap(({ channel: { blockedReason } }) => blockedReason ?? []);
  const lines = [
    ...(notice === undefined ? [] : [notice.text, '']),
    heading(rows.length, listing, say),
    ...new Set(blocks.map((reason) => howToUnblockHere(reason, say))),
    ...(pages > 1 ? [say('subscriptions.page', { page: current + 1, pages })] : []),
  ];
  const list = showToFit(details, (detail) => listRows(shown, detail, listing, say), messageLimits.description);
  const state: ListState = [channelId ?? 'all', current];
  const buttons = [
    ...(current > 0 ? [button(customId('list-page', state[0], current - 1), say('subscriptions.previous'))] : []),
    ...(current < pages - 1 ? [button(customId('list-page', state[0], current + 1), say('subscriptions.next'))] : []),
    ...(typeof notice?.undo === 'number' ? [button(customId('restore', notice.undo), say('subscriptions.undo'))] : []),
  ];
  const embeds = list === '' ? [] : [{ description: list, color: embedColor }];
  return {
    content: lines.join('\n'),
    embeds,
    components: [...listMenus(state, shown, say), ...(buttons.length > 0 ? [row(...buttons)] : [])],
  };
}

/** How many characters of a topic, and of a reason, are shown. The first detail that fits into an embed is used. */
interface Detail {
  readonly topic: number;
  readonly reason: number;
}
const details: readonly Detail[] = [
  { topic: 100, reason: 150 },
  { topic: 80, reason: 80 },
  // Ten rows in ten channels fit, even if each topic and each reason has this length.
  { topic: 60, reason: 40 },
];

/** The channels and their topics, a line for each. */
const listRows = (
  rows: readonly ShownRow[],
  detail: Detail,
  { now, meaning }: Pick<SubscriptionListing, 'now' | 'meaning'>,
  say: Say,
): string =>
  rows
    .flatMap(({ channel, subscription }, index) => [
      ...(rows[index - 1]?.channel === channel ? [] : [channelLine(channel, detail, now, say)]),
      topicLine(subscription, detail, meaning, say),
    ])
    .join('\n');

/** Says as well if the topic cannot be read, which can happen after an update of the bot. */
function topicLine({ topic, createdBy }: Subscription, detail: Detail, meaning: Meaning, say: Say): string {
  const values = {
    topic: escapeToFit(topic, detail.topic),
    person: createdBy === '' ? say('data.somebody') : `<@${createdBy}>`,
  };
  const parsed = parseCanonical(topic, meaning);
  if (parsed.ok) return say('subscriptions.topic', values);
  return say('subscriptions.unreadable', {
    ...values,
    reason: escapeToFit(say.saying(parsed.error.said), detail.reason),
  });
}

/** The menus for the topics of a deleted channel are below the list. */
function howToUnblockHere(reason: string, say: Say): string {
  const next = reason === blockReasons.gone ? say('subscriptions.goneBelow') : howToUnblock(reason, say);
  return say('subscriptions.blocked', { next });
}

function heading(n: number, { channelId, isPersonal }: SubscriptionListing, say: Say): string {
  if (channelId === null && isPersonal)
    return n === 0 ? say('personal.noSubscriptions') : say('personal.subscriptions', { n });
  if (channelId === null) return n === 0 ? say('subscriptions.noneOnServer') : say('subscriptions.onServer', { n });
  const channel = `<#${channelId}>`;
  return n === 0 ? say('subscriptions.noneInChannel', { channel }) : say('subscriptions.inChannel', { channel, n });
}

function channelLine(listed: ListedChannel, detail: Detail, now: Instant, say: Say): string {
  const { channelId, blockedReason, name, timing } = listed;
  const channel = isGone(listed) && name !== null ? `#${escapeToFit(name, 50)}` : `<#${channelId}>`;
  if (blockedReason !== null) {
    const reason = escapeToFit(wordReason(blockedReason, say), detail.reason);
    return say('subscriptions.channelBlocked', { channel, reason });
  }
  if (timing === null) return channel;
  if (timing.pausedAt !== null)
    return say('subscriptions.channelPaused', { channel, when: whenNext(timing, now, say) });
  const when = timing.nextDigestAt > now ? timestamp(timing.nextDigestAt, 'R') : whenNext(timing, now, say);
  return say('subscriptions.channelNext', { channel, when });
}
