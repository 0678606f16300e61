import type { APIEmbed } from 'discord.js';
import { deliveryNonce } from '../../digests/delivery-key.ts';
import type { Digest } from '../../digests/digest.ts';
import { escapeToFit } from './escape.ts';
import { embedTextLength, messageLimits } from './message-limits.ts';
import { count, showNumber } from './numbers.ts';
import { paperCard } from './paper-card.ts';
import { showDate } from './time.ts';

/** How much of the topics the header names, in characters, and how much of one. */
const headerLimits = { topics: 1200, topic: 120 };

/** A message of a digest, as JSON that Discord takes. */
export interface DigestMessage {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly allowed_mentions: { readonly parse: readonly [] };
  readonly nonce: string;
  readonly enforce_nonce: true;
}

/**
 * The messages of a digest as they are sent, in order, one or more, each within Discord's limits. The same digest, the
 * same messages. Each has a nonce that follows from channel, date and part; the same nonce stands at the end of its
 * text, as `ref …`: by it the part is found again in the channel's history, which does not tell nonces.
 */
export function composeDigest(digest: Digest): readonly DigestMessage[] {
  const groups = packEmbeds(digest.items.map((item) => paperCard(item.paper, item)));
  return groups.map((embeds, index) => {
    const nonce = deliveryNonce(digest.channelId, digest.date, index + 1);
    const part = `Part ${index + 1} of ${groups.length} of the digest for ${showDate(digest.date)}`;
    const lines = [...(index === 0 ? header(digest) : []), ...(groups.length > 1 ? [part] : []), referenceLine(nonce)];
    return {
      content: lines.join('\n'),
      embeds: [...embeds],
      allowed_mentions: { parse: [] },
      nonce,
      enforce_nonce: true,
    };
  });
}

/** What a part is recognised by. As code, since a nonce may hold underscores, which would make it italic. */
export const referenceLine = (nonce: string): string => `-# ref \`${nonce}\``;

/** Date, topics, and how many papers were announced, matched and are shown. */
function header(digest: Digest): string[] {
  return [`**Papers for ${showDate(digest.date)}**`, topicsLine(digest.topics), countsLine(digest)];
}

function topicsLine(topics: readonly string[]): string {
  const shown: string[] = [];
  let length = 0;
  for (const topic of topics) {
    const text = `**${escapeToFit(topic, headerLimits.topic)}**`;
    length += text.length + 2;
    if (length > headerLimits.topics) break;
    shown.push(text);
  }
  const rest = topics.length - shown.length;
  const more = rest === 0 ? '' : ` and ${count(rest, 'more topic')}`;
  return `${topics.length === 1 ? 'Topic' : 'Topics'}: ${shown.join(', ')}${more}`;
}

function countsLine({ announcedCount, matchedCount, items }: Digest): string {
  const verb = matchedCount === 1 ? 'matches' : 'match';
  const matched = `${showNumber(matchedCount)} of ${count(announcedCount, 'newly announced paper')} ${verb}`;
  const hidden = matchedCount - items.length;
  if (hidden <= 0) return `${matched}.`;
  return `${matched}; the best ${showNumber(items.length)} are shown, ${showNumber(hidden)} more are not.`;
}

/**
 * Embeds in their order, in as few messages as the limits allow. Two embeds of one message must not share a URL:
 * Discord would show the first alone.
 */
export function packEmbeds(embeds: readonly APIEmbed[]): readonly (readonly APIEmbed[])[] {
  const groups: APIEmbed[][] = [[]];
  let room: number = messageLimits.embedText;
  for (const embed of embeds) {
    const length = embedTextLength(embed);
    const group = groups.at(-1) ?? [];
    const isTaken = group.some((other) => other.url !== undefined && other.url === embed.url);
    if (group.length === messageLimits.embeds || length > room || isTaken) {
      groups.push([embed]);
      room = messageLimits.embedText - length;
    } else {
      group.push(embed);
      room -= length;
    }
  }
  return groups;
}
