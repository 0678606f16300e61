import type { Meaning } from '../../meaning/meaning.ts';
import type { Instant } from '../../ports.ts';
import type { Subscription } from '../../store/channels.ts';
import { parseCanonical } from '../../topics/language/parse.ts';
import type { TopicError } from '../../topics/topic.ts';
import { blockReasons, howToUnblock } from '../posting-problem.ts';
import { button, customId, row } from './components.ts';
import { escapeToFit } from './escape.ts';
import { embedColor, type Message } from './message.ts';
import { messageLimits, showToFit } from './message-limits.ts';
import { whenNext } from './next-digest.ts';
import { count } from './numbers.ts';
import { isGone, type ListedChannel, type ListState, listMenus, type ShownRow } from './subscription-menus.ts';
import { timestamp } from './time.ts';

/** How many subscriptions a page shows. A select menu takes 25, but ten stay readable. */
const pageLength = 10;

export interface SubscriptionListing {
  /** The channel that is listed; null for all channels. */
  readonly channelId: string | null;
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
export function subscriptionList(listing: SubscriptionListing): Message {
  const { channelId, channels, page, notice } = listing;
  const ordered = channels.toSorted((a, b) => Number(b.blockedReason !== null) - Number(a.blockedReason !== null));
  const rows = ordered.flatMap((channel) => channel.subscriptions.map((subscription) => ({ channel, subscription })));
  const pages = Math.max(1, Math.ceil(rows.length / pageLength));
  const current = Math.min(Math.max(0, page), pages - 1);
  const shown = rows.slice(current * pageLength, (current + 1) * pageLength);
  const blocks = shown.flatMap(({ channel: { blockedReason } }) => blockedReason ?? []);
  const lines = [
    ...(notice === undefined ? [] : [notice.text, '']),
    heading(rows.length, channelId),
    ...new Set(blocks.map(howToUnblockHere)),
    ...(pages > 1 ? [`Page ${current + 1} of ${pages}`] : []),
  ];
  const list = showToFit(details, (detail) => listRows(shown, detail, listing), messageLimits.description);
  const state: ListState = [channelId ?? 'all', current];
  const buttons = [
    ...(current > 0 ? [button(customId('list-page', state[0], current - 1), 'Previous')] : []),
    ...(current < pages - 1 ? [button(customId('list-page', state[0], current + 1), 'Next')] : []),
    ...(typeof notice?.undo === 'number' ? [button(customId('restore', notice.undo), 'Undo')] : []),
  ];
  const embeds = list === '' ? [] : [{ description: list, color: embedColor }];
  return {
    content: lines.join('\n'),
    embeds,
    components: [...listMenus(state, shown), ...(buttons.length > 0 ? [row(...buttons)] : [])],
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
): string =>
  rows
    .flatMap(({ channel, subscription }, index) => [
      ...(rows[index - 1]?.channel === channel ? [] : [channelLine(channel, detail, now)]),
      topicLine(subscription, detail, meaning),
    ])
    .join('\n');

/** Says as well if the topic cannot be read, which can happen after an update of the bot. */
function topicLine({ topic, createdBy }: Subscription, detail: Detail, meaning: Meaning): string {
  const line = `• **${escapeToFit(topic, detail.topic)}**, by <@${createdBy}>`;
  const parsed = parseCanonical(topic, meaning);
  return parsed.ok ? line : `${line}: **it cannot be read**, so no papers come. ${howToRewrite(parsed.error, detail)}`;
}

const howToRewrite = ({ message }: TopicError, { reason }: Detail): string =>
  `${escapeToFit(message, reason)} Change it below.`;

/** The menus for the topics of a deleted channel are below the list. */
const howToUnblockHere = (reason: string): string =>
  `-# Blocked: ${reason === blockReasons.gone ? 'Move or remove the topics of the deleted channel below.' : howToUnblock(reason)}`;

function heading(total: number, channelId: string | null): string {
  const place = channelId === null ? 'This server' : `<#${channelId}>`;
  if (total === 0) return `${place} has no subscriptions. Make one with \`/subscribe\`.`;
  return `${place} has ${count(total, 'subscription')}.`;
}

function channelLine(channel: ListedChannel, { reason }: Detail, now: Instant): string {
  const { channelId, blockedReason, name, timing } = channel;
  const place = isGone(channel) && name !== null ? `#${escapeToFit(name, 50)}` : `<#${channelId}>`;
  if (blockedReason !== null) return `${place}: **blocked**, ${escapeToFit(blockedReason, reason)}`;
  if (timing === null) return place;
  const isPlanned = timing.pausedAt === null && timing.nextDigestAt > now;
  const when = isPlanned ? timestamp(timing.nextDigestAt, 'R') : whenNext(timing, now);
  return `${place}: ${timing.pausedAt === null ? 'next digest ' : ''}${when}`;
}
